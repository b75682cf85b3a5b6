/** The article connector: the readable part of a web page. */
@NullMarked
package io.wireroom.library.article;

import org.jspecify.annotations.NullMarked;
