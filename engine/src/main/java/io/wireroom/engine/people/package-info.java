/** Steps that people complete: their form, and what they fill in, once and checked again. */
@NullMarked
package io.wireroom.engine.people;

import org.jspecify.annotations.NullMarked;
