package io.wireroom.engine.alert;

import io.wireroom.engine.history.Change;
import io.wireroom.engine.history.IncidentQueries;
import io.wireroom.engine.history.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks what is to be told, and tells it.
 *
 * <p>One virtual thread; what it looks at is in the store, so that a killed engine goes on where it
 * was.
 */
public final class Alerts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
  private static final Duration TURN = Duration.ofSeconds(5);
  private static final Duration BREATH = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final Duration GIVEN_UP = Duration.ofDays(2);
  private static final int AT_ONCE = 500;

  private final RuleRows rules;
  private final AlertRows alerts;
  private final IncidentQueries incidents;
  private final Delivery delivery;
  private final Supplier<Optional<Instant>> oldestWaiting;
  private final Supplier<Duration> lag;
  private final String ownAddress;
  private final Clock clock;
  private final LinkedBlockingQueue<Boolean> hints = new LinkedBlockingQueue<>(1);
  private final Thread thread = Thread.ofVirtual().name("alerts").unstarted(this::turns);

  Alerts(
      RuleRows rules,
      AlertRows alerts,
      IncidentQueries incidents,
      Delivery delivery,
      Supplier<Optional<Instant>> oldestWaiting,
      Supplier<Duration> lag,
      String ownAddress,
      Clock clock) {
    this.rules = rules;
    this.alerts = alerts;
    this.incidents = incidents;
    this.delivery = delivery;
    this.oldestWaiting = oldestWaiting;
    this.lag = lag;
    this.ownAddress = ownAddress;
    this.clock = clock;
  }

  /** Begins to look. */
  public Alerts start() {
    thread.start();
    return this;
  }

  /** Takes what the record stream showed; returns at once. */
  public void recordsStored(List<Change> changes) {
    for (var change : changes) {
      if (change instanceof Change.RunChanged(Run run) && run.incidents() > 0) {
        soon();
        return;
      }
    }
  }

  /** Something changed. */
  void soon() {
    var unused = hints.offer(true);
  }

  private void turns() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        var unused = hints.poll(TURN.toMillis(), TimeUnit.MILLISECONDS);
        turn();
        Thread.sleep(BREATH); // why: a storm of failures is one alert
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // why: what could not be told now is told with the next turn
        LOG.warn("alerts not told yet: {}", e.toString());
      }
    }
  }

  void turn() {
    var all = rules.all();
    all.stream().filter(Rule::enabled).forEach(this::look);
    alerts.resolveRepaired();
    for (var due = alerts.take(); due.isPresent(); due = alerts.take()) {
      send(due.get(), all);
    }
  }

  private void look(Rule rule) {
    switch (rule.on()) {
      case incident, failedRun -> incidents(rule);
      case backlog ->
          lasting(
              rule,
              age(oldestWaiting.get()),
              age -> Cause.ofBacklog(clock.instant().minus(age), age));
      case lag -> lasting(rule, lag.get(), Cause::ofLag);
    }
  }

  private Duration age(Optional<Instant> since) {
    return since.map(at -> Duration.between(at, clock.instant())).orElse(Duration.ZERO);
  }

  private void lasting(
      Rule rule, Duration age, java.util.function.Function<Duration, Cause> cause) {
    if (age.compareTo(rule.after()) >= 0) {
      alerts.raiseOnce(rule, cause.apply(age));
    } else {
      alerts.resolve(rule, rule.on().name());
    }
  }

  private void incidents(Rule rule) {
    for (var key : alerts.untold(rule, AT_ONCE)) {
      incidents
          .find(key)
          .ifPresent(incident -> alerts.tell(rule, key, Cause.of(rule.on(), incident)));
    }
  }

  private void send(Alert alert, List<Rule> all) {
    var rule = all.stream().filter(r -> r.id().equals(alert.ruleId()) && r.enabled()).findFirst();
    var now = clock.instant();
    if (rule.isEmpty()) {
      alerts.notSent(alert, "dropped", "The rule was removed or switched off.", now);
      return;
    }
    var failure = tried(alert, rule.get());
    if (failure.isEmpty()) {
      LOG.info("alert sent id={} rule={}", alert.id(), alert.ruleId());
      alerts.sent(alert);
    } else {
      var over = alert.firstAt().plus(GIVEN_UP).isBefore(now);
      alerts.notSent(
          alert, over ? "failed" : "waiting", failure.get(), now.plus(pause(alert.attempts())));
    }
  }

  private Optional<String> tried(Alert alert, Rule rule) {
    try {
      return delivery.deliver(alert.id(), alert.message(address()), rule.to());
    } catch (RuntimeException e) {
      return Optional.of("It could not be handed on: " + e.getMessage());
    }
  }

  /** Under which address people reach this Wireroom. */
  String address() {
    return rules.address().orElse(ownAddress);
  }

  private static Duration pause(int attempts) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join(Duration.ofSeconds(5));
  }
}
