/** The connectors against scripted peers. */
@NullMarked
package io.wireroom.library.http;

import org.jspecify.annotations.NullMarked;
