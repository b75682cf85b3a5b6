/** The door against scripted peers. */
@NullMarked
package io.wireroom.net;

import org.jspecify.annotations.NullMarked;
