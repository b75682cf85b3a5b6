package io.wireroom.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/** What differs from one database to another. */
sealed interface Backend permits SqliteBackend, PostgresBackend {
  SQLDialect dialect();

  /** For people, as in "SQLite". */
  String name();

  /**
   * The connection that writes; whoever has it is the only one.
   *
   * @throws StoreTrouble TAKEN when another engine has it
   */
  Connection writer() throws SQLException;

  Connection reader() throws SQLException;

  /** What is damaged, in a few words, as far as a quick look tells. */
  Optional<String> damage();

  /** Brings the schema up to date. */
  void migrate();

  /** Does a write that is on disk when it returns, also where others are not. */
  void durably(DSLContext writer, Runnable write);

  /** The bytes of all that is kept; what was deleted does not count. */
  long bytes(DSLContext reader);

  /** Says what a failure means; empty for a bug. */
  Optional<StoreTrouble> trouble(SQLException failure);
}
