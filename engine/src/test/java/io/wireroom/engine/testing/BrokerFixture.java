package io.wireroom.engine.testing;

import io.vertx.core.Vertx;
import io.wireroom.engine.broker.BrokerSettings;
import io.wireroom.engine.broker.EmbeddedBroker;
import io.wireroom.engine.history.History;
import io.wireroom.engine.history.RecordIntake;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.zeebe.ZeebeProcessEngine;
import io.wireroom.engine.process.zeebe.ZeebeSettings;
import io.wireroom.engine.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a parameter of this type: one real broker for all tests of the JVM, with its exporter
 * and a history.
 *
 * <p>{@code @ExtendWith(BrokerFixture.Extension.class)}. Tests share its data, so each uses
 * workflow ids, job types and message names of its own.
 */
public final class BrokerFixture implements AutoCloseable {
  private static final String SECRET = "exporter-secret-of-the-tests";

  private final Vertx vertx = Vertx.vertx();
  private final Database database;
  private final History history;
  private final EmbeddedBroker broker;
  private final ProcessEngine engine;

  private BrokerFixture() {
    // why: a broker looks for forgotten messages once a minute only
    var settings =
        settings(Map.of("ZEEBE_BROKER_EXPERIMENTAL_ENGINE_MESSAGES_TTLCHECKERINTERVAL", "1s"));
    database = Database.open(settings.data().resolve("test.db"));
    history = new History(database);
    var intake = new RecordIntake(vertx, history, SECRET, () -> true);
    intake.listen("127.0.0.1", 0).await();
    broker = EmbeddedBroker.start(settings.postingTo(intake.uri(), SECRET));
    engine = connect(ZeebeSettings.Acquisition.POLLING);
  }

  /** Fed by the broker's exporter. */
  public History history() {
    return history;
  }

  public Database database() {
    return database;
  }

  public Vertx vertx() {
    return vertx;
  }

  /** Connected for as long as the JVM lives; do not close it. */
  public ProcessEngine engine() {
    return engine;
  }

  public EmbeddedBroker broker() {
    return broker;
  }

  /** A connection of the caller's own, to be closed by the caller. */
  public ProcessEngine connect(ZeebeSettings.Acquisition acquisition) {
    var ports = broker.ports();
    return new ZeebeProcessEngine(
        ZeebeSettings.local(ports.grpc(), ports.rest()).with(acquisition),
        Clock.systemUTC(),
        RandomGenerator.getDefault());
  }

  /** Settings of a broker with an empty data folder under {@code engine/target}. */
  public static BrokerSettings settings(Map<String, String> environment) {
    try {
      var brokers = Files.createDirectories(Build.target().resolve("brokers"));
      return settings(Files.createTempDirectory(brokers, "broker-"), environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static BrokerSettings settings(Path data, Map<String, String> environment) {
    return new BrokerSettings(
        Build.brokerArchive(), Build.brokerDistribution(), data, Build.exporterJar(), environment);
  }

  @Override
  public void close() {
    engine.close();
    broker.close();
    vertx.close().await();
    database.close();
  }

  /** Starts the broker with the first test that asks for it and ends it after the last. */
  public static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == BrokerFixture.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(BrokerFixture.class))
          .computeIfAbsent(BrokerFixture.class, key -> new BrokerFixture(), BrokerFixture.class);
    }
  }
}
