/** Tests of how figures are kept. */
@NullMarked
package io.wireroom.bench;

import org.jspecify.annotations.NullMarked;
