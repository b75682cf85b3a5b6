/** The SQL store: one writer, many readers, one schema. */
@NullMarked
package io.wireroom.engine.store;

import org.jspecify.annotations.NullMarked;
