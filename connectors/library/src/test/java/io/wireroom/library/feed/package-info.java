/** The connectors against scripted peers. */
@NullMarked
package io.wireroom.library.feed;

import org.jspecify.annotations.NullMarked;
