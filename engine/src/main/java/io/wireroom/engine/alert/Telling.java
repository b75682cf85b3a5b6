package io.wireroom.engine.alert;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.wireroom.connector.Connections;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.history.History;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.trigger.StartTarget;
import io.wireroom.engine.trigger.inbox.Accepted;
import io.wireroom.engine.trigger.inbox.NewEvent;
import io.wireroom.engine.trigger.inbox.Target;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.Diagram;
import io.wireroom.engine.workflow.Versions;
import io.wireroom.net.Door;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The alerts put together: what is watched, the thread that tells it, and the routes. */
public final class Telling implements AutoCloseable {
  private final RuleRows rules;
  private final AlertRows rows;
  private final Alerts alerts;
  private final Connections connections;
  private final Versions versions;
  private final Clock clock;

  /** What an alert goes out by. */
  public record Ways(
      Door door, Connections connections, Function<NewEvent, Future<Accepted>> inbox) {}

  /**
   * @param oldestWaiting since when an event waits for its run
   * @param lag how far the history is behind
   * @param ownAddress where the server is reached, as far as it knows
   */
  public Telling(
      Database database,
      History history,
      Versions versions,
      Ways ways,
      Supplier<Optional<Instant>> oldestWaiting,
      Supplier<Duration> lag,
      String ownAddress,
      Clock clock) {
    this.rules = new RuleRows(database);
    this.rows = new AlertRows(database, clock);
    this.connections = ways.connections();
    this.versions = versions;
    this.clock = clock;
    this.alerts =
        new Alerts(
            rules,
            rows,
            history.incidents(),
            new Delivery(ways.door(), connections, ways.inbox(), this::start, clock),
            oldestWaiting,
            lag,
            ownAddress,
            clock);
    history.listen(alerts::recordsStored);
  }

  private Optional<Target> start(String workflow) {
    return versions
        .latest(workflow)
        .flatMap(version -> StartTarget.of(Diagram.parse(version.xml())));
  }

  /** Begins to tell; from now on until it is closed. */
  public Telling begin() {
    alerts.start();
    return this;
  }

  public Routes routes(Vertx vertx, Audit audit) {
    return new AlertRoutes(
        vertx, rules, rows, alerts, connections, w -> start(w).isPresent(), audit, clock);
  }

  @Override
  public void close() throws InterruptedException {
    alerts.close();
  }
}
