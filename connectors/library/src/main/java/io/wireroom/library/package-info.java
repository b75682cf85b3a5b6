/** The built-in connectors, one folder per family; here is what more than one of them needs. */
@NullMarked
package io.wireroom.library;

import org.jspecify.annotations.NullMarked;
