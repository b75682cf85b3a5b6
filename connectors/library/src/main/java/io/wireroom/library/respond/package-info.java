/** The respond connector: the answer for the caller whose webhook started the run. */
@NullMarked
package io.wireroom.library.respond;

import org.jspecify.annotations.NullMarked;
