/** The connectors against scripted peers. */
@NullMarked
package io.wireroom.library.respond;

import org.jspecify.annotations.NullMarked;
