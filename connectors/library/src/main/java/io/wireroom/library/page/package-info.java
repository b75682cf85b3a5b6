/** The publish-page connector and the static site that it keeps. */
@NullMarked
package io.wireroom.library.page;

import org.jspecify.annotations.NullMarked;
