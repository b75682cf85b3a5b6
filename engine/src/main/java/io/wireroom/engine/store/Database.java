package io.wireroom.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file in WAL mode.
 *
 * <p>Threading: every method blocks; from an event loop call it through {@code executeBlocking}.
 * One writer at a time, readers beside it.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 4;

  private final ReentrantLock writing = new ReentrantLock();
  private final Connected writer;
  private final BlockingQueue<Connected> readers = new ArrayBlockingQueue<>(READERS);

  private Database(Path file, Kind kind) {
    writer = new Connected(file, kind, false);
    for (int i = 0; i < READERS; i++) {
      readers.add(new Connected(file, kind, true));
    }
  }

  /** Opens the main store, creating it and bringing its schema up to date. */
  public static Database open(Path file) {
    return open(file, Kind.MAIN);
  }

  /** Opens a store of this kind, creating it and bringing its schema up to date. */
  public static Database open(Path file, Kind kind) {
    keepToTheOwner(file);
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(source(file, kind, false))
        .locations("classpath:" + kind.schema)
        .load()
        .migrate();
    return new Database(file, kind);
  }

  /** What a store is for, and so when a write counts as done. */
  public enum Kind {
    /** Done when the operating system has it; history comes again from the broker. */
    MAIN("db", SynchronousMode.NORMAL, 10_000),
    /** Done when the disk has it; a lock is waited for less long than a caller waits. */
    INBOX("inbox-db", SynchronousMode.FULL, 2_000),
    /** Done when the disk has it: a call may not happen twice because of a power cut. */
    EFFECTS("effects-db", SynchronousMode.FULL, 10_000);

    private final String schema;
    private final SynchronousMode synchronous;
    private final int busyMillis;

    Kind(String schema, SynchronousMode synchronous, int busyMillis) {
      this.schema = schema;
      this.synchronous = synchronous;
      this.busyMillis = busyMillis;
    }
  }

  /** why: it holds what people and programs sent; SQLite gives its other files the same mode. */
  private static void keepToTheOwner(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException("the store cannot be opened: " + file, e);
    }
  }

  /** Runs {@code work} as one transaction; nothing of it stays when it throws. */
  public <T> T write(Function<DSLContext, T> work) {
    // why a lock around I/O: it is the single writer itself, and callers are never event loops
    writing.lock();
    try {
      return writer.context().transactionResult(t -> work.apply(t.dsl()));
    } finally {
      writing.unlock();
    }
  }

  /** {@link #write} without a result. */
  public void change(Consumer<DSLContext> work) {
    write(
        context -> {
          work.accept(context);
          return true;
        });
  }

  /**
   * {@link #change} that is on disk when it returns; a power cut may undo the usual one. For what
   * is rare and must not come back, such as a credential that was withdrawn.
   */
  public void changeDurably(Consumer<DSLContext> work) {
    writing.lock();
    try {
      writer.context().execute("pragma synchronous = full");
      change(work);
    } finally {
      writer.context().execute("pragma synchronous = normal");
      writing.unlock();
    }
  }

  /** Runs a query on one of the readers. */
  public <T> T read(Function<DSLContext, T> query) {
    var reader = take();
    try {
      return query.apply(reader.context());
    } finally {
      readers.add(reader);
    }
  }

  private Connected take() {
    try {
      return readers.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a reader", e);
    }
  }

  private static SQLiteDataSource source(Path file, Kind kind, boolean readOnly) {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(kind.synchronous);
    config.setBusyTimeout(kind.busyMillis);
    config.enforceForeignKeys(true);
    config.setReadOnly(readOnly);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  @Override
  public void close() {
    for (int i = 0; i < READERS; i++) {
      take().close();
    }
    writing.lock();
    try {
      writer.close();
    } finally {
      writing.unlock();
    }
  }

  /** One connection, open for as long as the store is. */
  private static final class Connected {
    private static final Settings QUIET =
        new Settings().withExecuteLogging(false).withRenderSchema(false);

    private final java.sql.Connection connection;
    private final DSLContext context;

    Connected(Path file, Kind kind, boolean readOnly) {
      try {
        connection = source(file, kind, readOnly).getConnection();
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException("the store cannot be opened: " + file, e);
      }
      context = DSL.using(connection, SQLDialect.SQLITE, QUIET);
    }

    DSLContext context() {
      return context;
    }

    void close() {
      try {
        connection.close();
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException("the store cannot be closed", e);
      }
    }
  }
}
