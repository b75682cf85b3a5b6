/** How much is taken from one sender or at one path. */
@NullMarked
package io.wireroom.engine.trigger.limit;

import org.jspecify.annotations.NullMarked;
