/** The connectors against scripted peers. */
@NullMarked
package io.wireroom.library;

import org.jspecify.annotations.NullMarked;
