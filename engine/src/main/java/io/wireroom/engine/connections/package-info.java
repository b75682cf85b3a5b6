/** Stored credentials: sealed in the store, used by name, masked in whatever leaves a step. */
@NullMarked
package io.wireroom.engine.connections;

import org.jspecify.annotations.NullMarked;
