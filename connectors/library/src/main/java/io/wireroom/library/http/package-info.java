/** The http connector: any HTTP interface, by hand. */
@NullMarked
package io.wireroom.library.http;

import org.jspecify.annotations.NullMarked;
