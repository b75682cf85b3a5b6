package io.wireroom.models.gate;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Leaves a route alone for a while, as long as fits the cause; then one request tries whether it is
 * well again.
 *
 * <p>Threading: by the lock of its {@link RouteGate}.
 */
final class Breaker {
  private static final Duration QUOTA = Duration.ofMinutes(10);
  private static final Duration WARMING = Duration.ofSeconds(30);
  private static final Duration AUTH = Duration.ofSeconds(10);
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration BREATH = Duration.ofMillis(100);
  private static final Duration PROBED = Duration.ofSeconds(1);
  private static final Duration REMEMBERED = Duration.ofSeconds(30);
  private static final int CALLS = 20;

  private final RandomGenerator random;
  private final Deque<Call> calls = new ArrayDeque<>();
  private Optional<Pause> pause = Optional.empty();
  private boolean probing;
  private int opened;
  private int throttled;
  private Duration breath = Duration.ZERO;

  Breaker(RandomGenerator random) {
    this.random = random;
  }

  /** How a call ended, for the rate of errors. */
  private record Call(Instant at, Optional<Cause> trouble) {}

  /**
   * A time of being left alone.
   *
   * @param key the one that was not accepted; empty for other causes
   */
  private record Pause(Failure failure, Instant until, Optional<ApiKey> key) {
    Cause cause() {
      return failure.cause();
    }

    /** Whether the endpoint itself asked for it. */
    boolean said() {
      return cause() == Cause.QUOTA || cause() == Cause.THROTTLED && failure.after().isPositive();
    }
  }

  /** Why no request may enter now, and for how long; empty when one may. */
  Optional<Failure> stops(Instant now) {
    return pause.flatMap(
        p -> {
          var left = Duration.between(now, p.until);
          if (left.isPositive()) {
            return Optional.of(said(p, left));
          }
          return probing ? Optional.of(said(p, PROBED)) : Optional.empty();
        });
  }

  /** Why it is left alone or was until now, which no answer has disproved yet. */
  Optional<Cause> cause() {
    return pause.map(Pause::cause);
  }

  /** One request enters; the first after a pause tries whether the route is well again. */
  void entered() {
    probing = pause.isPresent();
  }

  /** Another key than the one that was not accepted deserves another try. */
  void offered(Supplier<ApiKey> key) {
    if (pause.flatMap(Pause::key).filter(bad -> !bad.equals(key.get())).isPresent()) {
      close();
    }
  }

  /** It answered. What it said of when to come again is kept to all the same. */
  void well(Instant now) {
    if (pause.filter(p -> p.said() && p.until.isAfter(now)).isEmpty()) {
      close();
    }
    probing = false;
    throttled = 0;
    breath = Duration.ZERO;
    note(new Call(now, Optional.empty()));
  }

  /** The request ended without saying anything about the route. */
  void saidNothing() {
    probing = false;
  }

  /**
   * It did not answer.
   *
   * @param news false when it only says what the limit knows already
   */
  void failed(Failure failure, boolean news, ApiKey key, Instant now) {
    probing = false;
    switch (failure.cause()) {
      case THROTTLED -> throttled(failure, news, now);
      case QUOTA -> open(failure, or(failure.after(), QUOTA), now);
      case WARMING -> {
        if (failure.begun()) {
          well(now); // why: it works on this request, and only its answer is not there yet
        } else {
          open(failure, or(failure.after(), WARMING), now);
        }
      }
      case AUTH -> pause = Optional.of(new Pause(failure, now.plus(AUTH), Optional.of(key)));
      case TRANSIENT -> counted(failure, 5, 0.5, now);
      // why more of them: one bad prompt that comes again is no fault of the route
      case MODEL_ERROR -> counted(failure, 10, 0.8, now);
      // why well: it was there and answered; the request is what was wrong
      case TOO_LONG, REFUSED, BAD_REQUEST, TRUNCATED -> well(now);
      case CANCELLED -> {}
    }
  }

  /** Not open: fewer are sent. Only what it says itself, or saying it again, makes a pause. */
  private void throttled(Failure failure, boolean news, Instant now) {
    if (failure.after().isPositive()) {
      open(failure, failure.after(), now);
    } else if (news) {
      throttled++;
      if (throttled > 1) {
        var most = Math.max(BREATH.toMillis() + 1, breath.toMillis() * 3);
        breath = Duration.ofMillis(random.nextLong(BREATH.toMillis(), most));
        breath = breath.compareTo(WARMING) > 0 ? WARMING : breath;
        open(failure, breath, now);
      }
    }
  }

  private void counted(Failure failure, int least, double share, Instant now) {
    note(new Call(now, Optional.of(failure.cause())));
    var wrong = calls.stream().filter(c -> c.trouble.equals(Optional.of(failure.cause()))).count();
    var again = pause.filter(p -> p.cause() == failure.cause()).isPresent();
    if (again || wrong >= least && wrong >= share * calls.size()) {
      var doubled = FIRST.multipliedBy(1L << Math.min(opened, 10));
      opened++;
      open(failure, doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled, now);
    }
  }

  private void open(Failure failure, Duration length, Instant now) {
    var until = now.plus(length);
    if (pause.filter(p -> p.until.isAfter(until)).isEmpty()) {
      pause = Optional.of(new Pause(failure, until, Optional.empty()));
    }
  }

  private void close() {
    pause = Optional.empty();
    probing = false;
    opened = 0;
  }

  private void note(Call call) {
    calls.addLast(call);
    while (calls.size() > CALLS || calls.getFirst().at.isBefore(call.at.minus(REMEMBERED))) {
      calls.removeFirst();
    }
  }

  private static Failure said(Pause pause, Duration left) {
    var seconds = Math.max(1, left.toSeconds());
    return new Failure(
        pause.cause(),
        "it is left alone for %d s, since %s".formatted(seconds, pause.failure.message()),
        left,
        false);
  }

  private static Duration or(Duration said, Duration usual) {
    return said.isZero() ? usual : said;
  }
}
