package io.wireroom.engine.store;

import java.nio.file.Path;
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
 * The main store: SQLite in WAL mode.
 *
 * <p>Threading: every method blocks; from an event loop call it through {@code executeBlocking}.
 * One writer at a time, readers beside it.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 4;

  private final ReentrantLock writing = new ReentrantLock();
  private final Connected writer;
  private final BlockingQueue<Connected> readers = new ArrayBlockingQueue<>(READERS);

  private Database(Path file) {
    writer = new Connected(file, false);
    for (int i = 0; i < READERS; i++) {
      readers.add(new Connected(file, true));
    }
  }

  /** Opens the file, creating it and bringing its schema up to date. */
  public static Database open(Path file) {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(source(file, false))
        .locations("classpath:db")
        .load()
        .migrate();
    return new Database(file);
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

  private static SQLiteDataSource source(Path file, boolean readOnly) {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setBusyTimeout(10_000);
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

    Connected(Path file, boolean readOnly) {
      try {
        connection = source(file, readOnly).getConnection();
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
