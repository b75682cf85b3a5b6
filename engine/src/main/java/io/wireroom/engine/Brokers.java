package io.wireroom.engine;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.wireroom.engine.ServerFile.BrokerAddress;
import io.wireroom.engine.Settings.Broker;
import io.wireroom.engine.Settings.Records;
import io.wireroom.engine.broker.BrokerSettings;
import io.wireroom.engine.broker.EmbeddedBroker;
import io.wireroom.engine.broker.Rehearsal;
import io.wireroom.engine.history.History;
import io.wireroom.engine.history.HistoryReading;
import io.wireroom.engine.history.RecordIntake;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.zeebe.OrchestrationApi;
import io.wireroom.engine.process.zeebe.ZeebeProcessEngine;
import io.wireroom.engine.process.zeebe.ZeebeSettings;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects the broker, ours or another's: where its records go, and the client for it. */
final class Brokers {
  /** For the person at the terminal; see logback.xml. */
  private static final Logger TERMINAL = LoggerFactory.getLogger("wireroom.terminal");

  private static final String LOOPBACK = "127.0.0.1";

  private final Settings settings;
  private final Vertx vertx;
  private final History history;
  private final BooleanSupplier awaited;
  private final Openings open;

  /**
   * @param awaited whether somebody waits for the end of runs at this time
   */
  Brokers(Settings settings, Vertx vertx, History history, BooleanSupplier awaited, Openings open) {
    this.settings = settings;
    this.vertx = vertx;
    this.history = history;
    this.awaited = awaited;
    this.open = open;
  }

  /** Blocks until the broker takes work (embedded) or the client is made (external). */
  Connected connect(Clock clock) {
    return switch (settings.broker()) {
      case Broker.Embedded embedded -> start(embedded, clock);
      case Broker.External(var cluster, Records.Sent(var port, var secret)) -> {
        TERMINAL.info("Listening on port {} for the broker's records …", port);
        Future.await(intake(secret).listen(settings.host(), port));
        yield new Connected(client(cluster, clock), Optional::empty);
      }
      case Broker.External(var cluster, Records.AskedFor()) -> {
        var runs = open.opened(new OrchestrationApi(cluster));
        var reading =
            open.opened(HistoryReading.begin(runs, history, HistoryReading.Pace.USUAL, clock));
        yield new Connected(
            open.opened(
                new ZeebeProcessEngine(cluster, clock, new SecureRandom(), reading::marked)),
            Optional::empty);
      }
    };
  }

  private Connected start(Broker.Embedded embedded, Clock clock) {
    TERMINAL.info(
        Files.exists(embedded.distribution())
            ? "Starting the broker …"
            : "Unpacking and starting the broker, which takes longer the first time …");
    var secret = secret();
    var intake = Future.await(intake(secret).listen(LOOPBACK, 0));
    var wanted =
        new BrokerSettings(
                embedded.archive(),
                embedded.distribution(),
                settings.data().resolve("broker"),
                embedded.exporter(),
                Map.of())
            .postingTo(intake.uri(), secret);
    var broker = open.opened(EmbeddedBroker.start(wanted));
    open.opened(Rehearsal.begin(wanted));
    var ports = broker.ports();
    return new Connected(
        client(ZeebeSettings.local(ports.grpc(), ports.rest()).with(embedded.jobs()), clock),
        () ->
            Optional.of(
                new BrokerAddress(broker.pid(), ports.grpc(), ports.rest(), ports.management())));
  }

  private RecordIntake intake(String secret) {
    return new RecordIntake(vertx, history, secret, awaited);
  }

  private ProcessEngine client(ZeebeSettings cluster, Clock clock) {
    return open.opened(new ZeebeProcessEngine(cluster, clock, new SecureRandom()));
  }

  private static String secret() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The client, and where the embedded broker is at the moment. */
  record Connected(ProcessEngine engine, Supplier<Optional<BrokerAddress>> address) {}
}
