package io.wireroom.models.gate;

import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Cost;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured and counted of one route.
 *
 * <p>Threading: by the lock of its {@link RouteGate}.
 */
final class Tally {
  private final Timings firstToken;
  private final Timings perToken;
  private final Timings whole;
  private final Map<Cause, Long> causes = new EnumMap<>(Cause.class);
  private long answers;
  private long picoDollars;
  private long unknown;
  private long extra;
  private long cancelled;

  Tally(Instant now) {
    this.firstToken = new Timings(now);
    this.perToken = new Timings(now);
    this.whole = new Timings(now);
  }

  /** A call that nobody waits for by itself. */
  void extra() {
    extra++;
  }

  void add(EndpointResult result, Instant sent, Optional<Instant> first, Instant now) {
    switch (result) {
      case EndpointResult.Answered answer -> answered(answer, sent, first, now);
      case EndpointResult.Rejected none -> unknown++;
      case EndpointResult.Failed(var failure) -> {
        causes.merge(failure.cause(), 1L, Long::sum);
        if (failure.cause() == Cause.CANCELLED) {
          cancelled++;
          unknown++; // why: what went in may be charged, and nobody says
        }
      }
    }
  }

  private void answered(
      EndpointResult.Answered answer, Instant sent, Optional<Instant> first, Instant now) {
    answers++;
    whole.add(Duration.between(sent, now), now);
    switch (answer.cost()) {
      case Cost.Known(var pico) -> picoDollars += pico;
      case Cost.Unknown none -> unknown++;
    }
    first.ifPresent(
        at -> {
          firstToken.add(Duration.between(sent, at), now);
          if (answer.usage() instanceof Usage.Tokens tokens && tokens.out() > 1) {
            perToken.add(Duration.between(at, now).dividedBy(tokens.out() - 1), now);
          }
        });
  }

  RouteState.Speed speed(Instant now) {
    return new RouteState.Speed(firstToken.now(now), perToken.now(now), whole.now(now));
  }

  RouteState.Spent spent() {
    return new RouteState.Spent(answers, picoDollars, unknown, extra, cancelled);
  }

  Map<Cause, Long> causes() {
    return Map.copyOf(causes);
  }
}
