package io.wireroom.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One SQLite file in WAL mode. */
final class SqliteBackend implements Backend {
  /** Up to this size a start looks through the whole file; about 100 ms. */
  private static final long LOOKED_THROUGH = 64L << 20;

  private final Path file;
  private final Database.Kind kind;

  SqliteBackend(Path file, Database.Kind kind) {
    this.file = file;
    this.kind = kind;
    keepToTheOwner();
  }

  /** why: it holds what people and programs sent; SQLite gives its other files the same mode. */
  private void keepToTheOwner() {
    try {
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException("the store cannot be opened: " + file, e);
    }
  }

  @Override
  public SQLDialect dialect() {
    return SQLDialect.SQLITE;
  }

  @Override
  public String name() {
    return "SQLite";
  }

  @Override
  public Connection writer() throws SQLException {
    return source(false).getConnection();
  }

  @Override
  public Connection reader() throws SQLException {
    return source(true).getConnection();
  }

  @Override
  public Optional<String> damage() {
    try (var connection = reader();
        var statement = connection.createStatement()) {
      var look =
          Files.size(file) > LOOKED_THROUGH
              ? "select count(*) from sqlite_master"
              : "pragma quick_check(1)";
      try (var found = statement.executeQuery(look)) {
        var said = found.next() ? found.getString(1) : "";
        return said.equals("ok") || said.matches("\\d+")
            ? Optional.empty()
            : Optional.of(said.lines().reduce((a, b) -> b).orElse(said));
      }
    } catch (SQLException e) {
      return trouble(e)
          .filter(trouble -> trouble.kind() == StoreTrouble.Kind.DAMAGED)
          .map(trouble -> String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("the store cannot be read: " + file, e);
    }
  }

  @Override
  public void migrate() {
    Flyway.configure(SqliteBackend.class.getClassLoader())
        .dataSource(source(false))
        .locations("classpath:" + kind.folder(), "classpath:" + kind.folder() + "-sqlite")
        .failOnMissingLocations(false)
        .load()
        .migrate();
  }

  @Override
  public void durably(DSLContext writer, Runnable write) {
    writer.execute("pragma synchronous = full");
    try {
      write.run();
    } finally {
      writer.execute("pragma synchronous = " + synchronous().getValue());
    }
  }

  @Override
  public long bytes(DSLContext reader) {
    return reader
            .fetchSingle(
                "select (select page_count from pragma_page_count)"
                    + " - (select freelist_count from pragma_freelist_count)")
            .get(0, Long.class)
        * reader.fetchSingle("select page_size from pragma_page_size").get(0, Long.class);
  }

  @Override
  public Optional<StoreTrouble> trouble(SQLException failure) {
    if (!(failure instanceof SQLiteException sqlite)) {
      return Optional.empty();
    }
    var code = sqlite.getResultCode().code & 0xff;
    if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return trouble(StoreTrouble.Kind.DAMAGED, "The store's file is damaged.", failure);
    }
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return trouble(StoreTrouble.Kind.BUSY, "Another program locks the store's file.", failure);
    }
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return trouble(StoreTrouble.Kind.FULL, "The disk is full.", failure);
    }
    return code == SQLiteErrorCode.SQLITE_IOERR.code
            || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
            || code == SQLiteErrorCode.SQLITE_READONLY.code
        ? trouble(StoreTrouble.Kind.FULL, "The disk refuses the store's file.", failure)
        : Optional.empty();
  }

  private static Optional<StoreTrouble> trouble(
      StoreTrouble.Kind kind, String message, SQLException cause) {
    return Optional.of(new StoreTrouble(kind, message, cause));
  }

  private SynchronousMode synchronous() {
    return kind.durable() ? SynchronousMode.FULL : SynchronousMode.NORMAL;
  }

  private SQLiteDataSource source(boolean readOnly) {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(synchronous());
    config.setBusyTimeout((int) kind.patience().toMillis());
    config.enforceForeignKeys(true);
    config.setReadOnly(readOnly);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
