package io.wireroom.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One schema of a PostgreSQL database; its writer holds a lock that only one session can have. */
final class PostgresBackend implements Backend {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresBackend.class);

  /** How long the server takes to notice that a killed engine is gone, and more. */
  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(5);

  private static final long LOCK_POLL_MILLIS = 250;

  private final StoreSettings.Postgres settings;
  private final Database.Kind kind;
  private final String schema;

  PostgresBackend(StoreSettings.Postgres settings, Database.Kind kind) {
    this.settings = settings;
    this.kind = kind;
    this.schema = settings.schema() + kind.suffix();
  }

  @Override
  public SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public Connection writer() throws SQLException {
    var connection = source("").getConnection();
    try {
      takeLock(connection);
      return new TextWithoutNul(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void takeLock(Connection connection) throws SQLException {
    var until = System.nanoTime() + LOCK_PATIENCE.toNanos();
    try (var statement =
        connection.prepareStatement(
            "select pg_try_advisory_lock(hashtext('wireroom'), hashtext(?))")) {
      statement.setString(1, schema);
      while (!lockTaken(statement)) {
        if (System.nanoTime() > until) {
          throw new StoreTrouble(
              StoreTrouble.Kind.TAKEN,
              "Another Wireroom works on %s (schema %s). Stop it, or use another store.schema."
                  .formatted(settings.shown(), settings.schema()),
              null);
        }
        Thread.sleep(LOCK_POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreTrouble(StoreTrouble.Kind.AWAY, "Wireroom is stopping.", e);
    }
  }

  private static boolean lockTaken(java.sql.PreparedStatement statement) throws SQLException {
    try (var answer = statement.executeQuery()) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  @Override
  public Connection reader() throws SQLException {
    return new TextWithoutNul(source(" -c default_transaction_read_only=on").getConnection());
  }

  private PGSimpleDataSource source(String more) {
    var source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    settings.user().ifPresent(source::setUser);
    settings.password().ifPresent(source::setPassword);
    source.setCurrentSchema(schema);
    source.setApplicationName("wireroom");
    source.setConnectTimeout(5);
    // why: a server that vanished without a word must not hold us for ever
    source.setSocketTimeout((int) kind.silence().toSeconds());
    source.setTcpKeepAlive(true);
    // why said: whatever the server's default is, what we acknowledge is on its disk
    source.setOptions(
        "-c synchronous_commit=on -c lock_timeout=" + kind.patience().toMillis() + more);
    return source;
  }

  /** Whether pages are damaged is the server's to find. */
  @Override
  public Optional<String> damage() {
    return Optional.empty();
  }

  @Override
  public void migrate() {
    Flyway.configure(PostgresBackend.class.getClassLoader())
        .dataSource(source(""))
        .schemas(schema)
        .createSchemas(true)
        .locations(
            "classpath:" + kind.folder(),
            "classpath:" + kind.folder() + "-postgresql",
            "classpath:store-postgresql")
        .failOnMissingLocations(false)
        .load()
        .migrate();
  }

  /** Every write is on disk here. */
  @Override
  public void durably(DSLContext writer, Runnable write) {
    write.run();
  }

  /** why not the tables' size: it does not shrink when rows are deleted. */
  @Override
  public long bytes(DSLContext reader) {
    var columns =
        reader.fetch(
            """
            select table_name, column_name from information_schema.columns
            where table_schema = ? and table_name <> 'flyway_schema_history'
              and (data_type = 'text' or data_type = 'bytea')
            """,
            schema);
    var sum = 0L;
    for (var table : Set.copyOf(columns.getValues(0, String.class))) {
      var sizes =
          columns.stream()
              .filter(row -> row.get(0, String.class).equals(table))
              .map(row -> "coalesce(pg_column_size(\"" + row.get(1, String.class) + "\"), 0)")
              .toList();
      sum +=
          reader
              .fetchSingle(
                  "select coalesce(sum(32 + "
                      + String.join(" + ", sizes)
                      + "), 0) from \""
                      + table
                      + "\"")
              .get(0, Long.class);
    }
    return sum;
  }

  @Override
  public Optional<StoreTrouble> trouble(SQLException failure) {
    var state = String.valueOf(failure.getSQLState());
    var said = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    LOG.debug("store failed state={} said={}", state, said);
    return switch (state) {
      case "53100" -> trouble(StoreTrouble.Kind.FULL, "The database's disk is full.", failure);
      case "55P03", "40P01", "40001" ->
          trouble(StoreTrouble.Kind.BUSY, "Another program locks the database.", failure);
      case "XX001", "XX002" ->
          trouble(StoreTrouble.Kind.DAMAGED, "The database is damaged: " + said, failure);
      case "28000", "28P01" ->
          away("does not let us in, check store.user and store.password", failure);
      case "3D000" -> away("has no such database; create it (createdb)", failure);
      case "42501" -> away("does not allow what is needed: " + said, failure);
      case "25006" -> away("takes no writes at the moment", failure);
      default ->
          state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
              ? away("does not answer: " + said, failure)
              : Optional.empty();
    };
  }

  private Optional<StoreTrouble> away(String what, SQLException failure) {
    return trouble(
        StoreTrouble.Kind.AWAY, "The database " + settings.shown() + " " + what + ".", failure);
  }

  private static Optional<StoreTrouble> trouble(
      StoreTrouble.Kind kind, String message, SQLException cause) {
    return Optional.of(new StoreTrouble(kind, message.replaceFirst("\\.\\.$", "."), cause));
  }

  @Override
  public String toString() {
    return settings.shown() + " (schema " + schema + ")";
  }
}
