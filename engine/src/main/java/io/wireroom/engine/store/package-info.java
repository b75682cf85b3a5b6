/** The SQL store: one writer, many readers, one schema; SQLite or PostgreSQL. */
@NullMarked
package io.wireroom.engine.store;

import org.jspecify.annotations.NullMarked;
