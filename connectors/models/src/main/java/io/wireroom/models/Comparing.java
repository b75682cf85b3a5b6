package io.wireroom.models;

import io.wireroom.connector.Connections;
import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Cost;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Listener;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Patience;
import io.wireroom.models.endpoint.Tariff;
import io.wireroom.models.gate.Line;
import io.wireroom.models.gate.Need;
import io.wireroom.models.gate.RouteGate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Asks the same of several routes: the routes beside each other, the prompts of each one after
 * another, so that none waits for itself. Nothing is asked twice. It stands in line like a
 * workflow.
 */
record Comparing(
    List<RouteGate> gates, List<ModelRequest> prompts, Keys keys, InstantSource clock) {
  private static final String WORKFLOW = "(comparison)";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  Comparison.Plan plan() {
    Cost cost = new Cost.Known(0);
    for (var gate : gates) {
      for (var prompt : prompts) {
        var need = Need.of(prompt);
        cost = cost.plus(new Tariff(gate.route(), clock).foreseen(need.input(), need.output()));
      }
    }
    return new Comparison.Plan(gates.size() * prompts.size(), cost);
  }

  /** Blocks; the interrupted caller's calls are cancelled. */
  Comparison run(Connections credentials) {
    var work =
        gates.stream()
            .<Callable<Comparison.Answers>>map(gate -> () -> answers(gate, credentials))
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var routes = new ArrayList<Comparison.Answers>();
      for (var done : threads.invokeAll(work)) {
        routes.add(done.get());
      }
      return new Comparison(routes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Comparison(List.of());
    } catch (ExecutionException e) {
      throw new IllegalStateException("a comparison failed", e.getCause());
    }
  }

  private Comparison.Answers answers(RouteGate gate, Connections credentials) {
    var all = new ArrayList<Comparison.One>();
    for (var prompt : prompts) {
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      all.add(one(gate, prompt, credentials));
    }
    return new Comparison.Answers(gate.route(), all);
  }

  private Comparison.One one(RouteGate gate, ModelRequest prompt, Connections credentials) {
    var need = Need.of(prompt);
    if (!need.fits(gate.route().limits())) {
      return none(new EndpointResult.Failed(Cause.BAD_REQUEST, "it does not take what is asked"));
    }
    var key = keys.of(gate.route(), credentials);
    var stopped = gate.stopped(() -> key);
    if (stopped.isPresent()) {
      return none(new EndpointResult.Failed(stopped.get()));
    }
    if (new Line(WORKFLOW, need, PATIENCE, clock).enter(List.of(gate)).isEmpty()) {
      return none(new EndpointResult.Failed(gate.saturated(need)));
    }
    var first = new ArrayList<Instant>();
    var sent = clock.instant();
    var deadlines = gate.route().deadlines();
    Listener watch =
        event -> {
          if (event.content() && first.isEmpty()) {
            first.add(clock.instant());
          }
          return true;
        };
    var asking =
        new Asking(() -> key, Patience.of(deadlines, deadlines.total()), Listener.NONE, watch);
    var result = gate.answer(prompt, need, asking);
    return new Comparison.One(
        result,
        Duration.between(sent, clock.instant()),
        first.stream().findFirst().map(at -> Duration.between(sent, at)));
  }

  private static Comparison.One none(EndpointResult why) {
    return new Comparison.One(why, Duration.ZERO, Optional.empty());
  }
}
