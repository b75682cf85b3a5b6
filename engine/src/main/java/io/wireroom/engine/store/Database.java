package io.wireroom.engine.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store: an SQLite file or a schema of a PostgreSQL database.
 *
 * <p>Threading: every method blocks; from an event loop call it through {@code executeBlocking}.
 * One writer at a time, readers beside it. All of them throw {@link StoreTrouble} when the store
 * cannot do its work, and go on by themselves when it can again.
 */
public final class Database implements AutoCloseable {
  /** For the person at the terminal; see logback.xml. */
  private static final Logger TERMINAL = LoggerFactory.getLogger("wireroom.terminal");

  private static final int READERS = 4;

  private final Backend backend;
  private final ReentrantLock writing = new ReentrantLock();
  private final Connected writer;
  private final BlockingQueue<Connected> readers = new ArrayBlockingQueue<>(READERS);
  private final AtomicBoolean away = new AtomicBoolean();
  private final AtomicReference<Optional<String>> damage = new AtomicReference<>(Optional.empty());

  private Database(Backend backend) {
    this.backend = backend;
    writer = new Connected(backend, backend::writer);
    for (int i = 0; i < READERS; i++) {
      readers.add(new Connected(backend, backend::reader));
    }
  }

  /** Opens the main store in a file, creating it and bringing its schema up to date. */
  public static Database open(Path file) {
    return open(file, Kind.MAIN);
  }

  /** Opens a store of this kind in a file, creating it and bringing its schema up to date. */
  public static Database open(Path file, Kind kind) {
    return open(new SqliteBackend(file, kind));
  }

  /**
   * Opens a store of this kind, creating it and bringing its schema up to date; read only when it
   * is damaged.
   *
   * @throws StoreTrouble when it cannot be opened; its message says why
   */
  public static Database open(StoreSettings settings, Kind kind) {
    return open(
        switch (settings) {
          case StoreSettings.Sqlite sqlite -> new SqliteBackend(sqlite.file(kind), kind);
          case StoreSettings.Postgres postgres -> new PostgresBackend(postgres, kind);
        });
  }

  private static Database open(Backend backend) {
    var database = new Database(backend);
    var found = backend.damage();
    if (found.isPresent()) {
      database.damaged(found.get());
      return database;
    }
    try {
      database.writer.context(); // why first: whoever has the writer is the only one who migrates
      backend.migrate();
      return database;
    } catch (SQLException | FlywayException | StoreTrouble e) {
      database.writer.broke();
      throw database.meaning(e);
    }
  }

  /** What a store is for, and where and how it is kept. */
  public enum Kind {
    /** Runs, workflows and all else. History comes again from the broker. */
    MAIN("db", "wireroom.db", "", false, Duration.ofSeconds(10), Duration.ofSeconds(120)),
    /** Events; a lock, or silence, is waited for less long than a caller waits. */
    INBOX("inbox-db", "inbox.db", "_inbox", true, Duration.ofSeconds(2), Duration.ofSeconds(10)),
    /** What steps did outside; a call may not happen twice because of a power cut. */
    EFFECTS(
        "effects-db",
        "effects.db",
        "_effects",
        true,
        Duration.ofSeconds(10),
        Duration.ofSeconds(20));

    private final String folder;
    private final String file;
    private final String suffix;
    private final boolean durable;
    private final Duration patience;
    private final Duration silence;

    Kind(
        String folder,
        String file,
        String suffix,
        boolean durable,
        Duration patience,
        Duration silence) {
      this.folder = folder;
      this.file = file;
      this.suffix = suffix;
      this.durable = durable;
      this.patience = patience;
      this.silence = silence;
    }

    /** Of its migrations. */
    String folder() {
      return folder;
    }

    /** With SQLite, in the data folder. */
    String file() {
      return file;
    }

    /** With PostgreSQL, of its schema's name. */
    String suffix() {
      return suffix;
    }

    /** Whether each write is on disk when it returns; otherwise the operating system has it. */
    boolean durable() {
      return durable;
    }

    /** How long a lock is waited for. */
    Duration patience() {
      return patience;
    }

    /** How long an answer is waited for. */
    Duration silence() {
      return silence;
    }
  }

  /** Runs {@code work} as one transaction; nothing of it stays when it throws. */
  public <T> T write(Function<DSLContext, T> work) {
    // why a lock around I/O: it is the single writer itself, and callers are never event loops
    writing.lock();
    try {
      return writing(db -> db.transactionResult(t -> work.apply(t.dsl())));
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
      var unused =
          writing(
              db -> {
                backend.durably(db, () -> db.transaction(t -> work.accept(t.dsl())));
                return true;
              });
    } finally {
      writing.unlock();
    }
  }

  private <T> T writing(Function<DSLContext, T> work) {
    damage
        .get()
        .ifPresent(
            what -> {
              throw new StoreTrouble(StoreTrouble.Kind.DAMAGED, what, null);
            });
    return using(writer, work);
  }

  /** Runs a query on one of the readers. */
  public <T> T read(Function<DSLContext, T> query) {
    var reader = take();
    try {
      return using(reader, query);
    } finally {
      readers.add(reader);
    }
  }

  private <T> T using(Connected connected, Function<DSLContext, T> work) {
    try {
      var result = work.apply(connected.context());
      if (away.compareAndSet(true, false)) {
        TERMINAL.info("The database {} is back.", backend);
      }
      return result;
    } catch (SQLException | DataAccessException | StoreTrouble e) {
      throw failed(connected, e);
    }
  }

  private RuntimeException failed(Connected connected, Exception failure) {
    var meaning = meaning(failure);
    if (meaning instanceof StoreTrouble trouble) {
      switch (trouble.kind()) {
        case AWAY, TAKEN -> {
          connected.broke();
          if (away.compareAndSet(false, true)) {
            TERMINAL.info("{} Nothing is accepted meanwhile.", trouble.getMessage());
          }
        }
        case DAMAGED -> damaged(String.valueOf(trouble.getMessage()));
        case FULL, BUSY -> {}
      }
    }
    return meaning;
  }

  /** The failure as trouble with the store, or what it was. */
  private RuntimeException meaning(Exception failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof StoreTrouble trouble) {
        return trouble;
      }
      if (e instanceof SQLException sql) {
        var trouble = backend.trouble(sql);
        if (trouble.isPresent()) {
          return trouble.get();
        }
      }
    }
    return failure instanceof RuntimeException bug
        ? bug
        : new IllegalStateException("the store cannot be opened: " + backend, failure);
  }

  private void damaged(String what) {
    var said = "The store %s is damaged and read only: %s".formatted(backend, what);
    if (damage.compareAndSet(Optional.empty(), Optional.of(said))) {
      TERMINAL.info("{} Nothing is accepted until it is mended; see ./wireroom doctor.", said);
    }
  }

  /** Why the store is read only, in a sentence; empty while it is sound. */
  public Optional<String> damage() {
    return damage.get();
  }

  /** The bytes of all that is kept; what was deleted does not count. */
  public long bytes() {
    return read(backend::bytes);
  }

  /** Which database it is, for people: "SQLite". */
  public String product() {
    return backend.name();
  }

  private Connected take() {
    try {
      return readers.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a reader", e);
    }
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
}
