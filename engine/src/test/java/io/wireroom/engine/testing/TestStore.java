package io.wireroom.engine.testing;

import io.wireroom.engine.store.Database;
import io.wireroom.engine.store.StoreSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** The databases that a store can be; each suite of stores runs on all of them. */
public enum TestStore {
  SQLITE,
  /** One server for all tests of the JVM; skipped where there is none. */
  POSTGRESQL;

  private static final class Server {
    private static final Optional<PostgresServer> ONE = PostgresServer.start();

    static {
      ONE.ifPresent(
          server -> Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgres")));
    }
  }

  /** Opens the main store that belongs to a folder. */
  public Database open(Path folder) {
    return open(folder, Database.Kind.MAIN);
  }

  /** Opens the store of this kind that belongs to a folder; the same one when called again. */
  public Database open(Path folder, Database.Kind kind) {
    return Database.open(settings(folder), kind);
  }

  /** Where the stores are that belong to a folder. */
  public StoreSettings settings(Path folder) {
    return switch (this) {
      case SQLITE -> new StoreSettings.Sqlite(folder);
      case POSTGRESQL ->
          settings(server(), "test_%08x".formatted(folder.toAbsolutePath().hashCode()));
    };
  }

  /** The stores of a schema on a server. */
  public static StoreSettings.Postgres settings(PostgresServer server, String schema) {
    return new StoreSettings.Postgres(
        server.url(), Optional.of("wireroom"), Optional.empty(), schema);
  }

  /** The server that all tests share; skips the test where there is none. */
  public static PostgresServer server() {
    return Server.ONE.orElseThrow(TestStore::noServer);
  }

  /** What skips a test. */
  public static TestAbortedException noServer() {
    return new TestAbortedException(
        "no PostgreSQL in /usr/lib/postgresql (apt-get install postgresql): not tested on it");
  }
}
