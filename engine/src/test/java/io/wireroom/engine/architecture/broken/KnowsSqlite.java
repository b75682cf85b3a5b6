package io.wireroom.engine.architecture.broken;

import org.sqlite.SQLiteDataSource;

/** Breaks the rule that only the store knows its databases. */
final class KnowsSqlite {
  private final SQLiteDataSource source = new SQLiteDataSource();

  SQLiteDataSource source() {
    return source;
  }
}
