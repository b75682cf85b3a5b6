package io.wireroom.models;

import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Listener;
import io.wireroom.models.gate.RouteGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One call, and another on a second route when the first's first word is late. The one that says
 * something first is the only one that is heard; the other is cancelled.
 *
 * <p>Threading: each call on a virtual thread of its own; the caller's thread waits.
 */
final class Race {
  private final Calling calling;
  private final Listener listener;
  private final LinkedBlockingQueue<News> news = new LinkedBlockingQueue<>();
  private final CompletableFuture<RouteGate> heard = new CompletableFuture<>();
  private final Map<RouteGate, Thread> running = new HashMap<>();

  Race(Calling calling, Listener listener) {
    this.calling = calling;
    this.listener = listener;
  }

  /** Asks one route. */
  @FunctionalInterface
  interface Calling {
    EndpointResult ask(RouteGate gate, Listener listener, Listener watch);
  }

  /** A route, and what came of asking it. */
  record Ran(RouteGate gate, EndpointResult result) {}

  private sealed interface News {
    record Heard(RouteGate gate) implements News {}

    record Ended(Ran ran) implements News {}

    record Broke(Throwable bug) implements News {}
  }

  /**
   * Runs to the end.
   *
   * @param second asked for once, when the first said nothing for this long
   * @return the last one decides; those before it did not answer
   */
  List<Ran> run(RouteGate first, Duration patience, Supplier<Optional<RouteGate>> second) {
    var ran = new ArrayList<Ran>();
    start(first);
    try {
      var early = Optional.ofNullable(news.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
      early.ifPresent(news::add);
      if (early.isEmpty()) {
        second.get().ifPresent(this::start);
      }
      while (!running.isEmpty()) {
        switch (news.take()) {
          case News.Heard(var gate) -> cancelAllBut(gate);
          case News.Ended(var end) -> {
            running.remove(end.gate());
            if (lost(end)) {
              continue;
            }
            ran.add(end);
            if (decides(end)) {
              cancelAllBut(end.gate());
              return ran;
            }
          }
          case News.Broke(var bug) -> {
            running.values().forEach(Thread::interrupt);
            throw new IllegalStateException("a call ended by a bug", bug);
          }
        }
      }
    } catch (InterruptedException e) {
      running.values().forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
      ran.add(
          new Ran(
              first,
              new EndpointResult.Failed(Cause.CANCELLED, "nobody waits for the answer any more")));
    }
    return ran;
  }

  private void start(RouteGate gate) {
    var thread =
        Thread.ofVirtual()
            .uncaughtExceptionHandler((caller, bug) -> news.add(new News.Broke(bug)))
            .unstarted(() -> news.add(new News.Ended(new Ran(gate, asked(gate)))));
    running.put(gate, thread);
    thread.start();
  }

  private EndpointResult asked(RouteGate gate) {
    Listener heardOnly =
        listener == Listener.NONE
            ? Listener.NONE
            : event -> heard.getNow(gate) != gate || !heard.isDone() || listener.on(event);
    return calling.ask(gate, heardOnly, event -> !event.content() || isHeard(gate));
  }

  /** Whether this one speaks: it was first, or is now. */
  private boolean isHeard(RouteGate gate) {
    if (heard.complete(gate)) {
      news.add(new News.Heard(gate));
    }
    return heard.join() == gate;
  }

  /** An answer in one piece is heard at its end. */
  private boolean lost(Ran end) {
    return end.result() instanceof EndpointResult.Answered
        ? !isHeard(end.gate())
        : heard.isDone() && heard.join() != end.gate();
  }

  private boolean decides(Ran end) {
    return !(end.result() instanceof EndpointResult.Failed(var failure))
        || heard.isDone()
        || !Reaction.to(failure).moves();
  }

  private void cancelAllBut(RouteGate gate) {
    running.forEach(
        (other, thread) -> {
          if (other != gate) {
            thread.interrupt();
          }
        });
  }
}
