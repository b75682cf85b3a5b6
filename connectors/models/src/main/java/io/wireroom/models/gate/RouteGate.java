package io.wireroom.models.gate;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Endpoint;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Failure;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Usage;
import io.wireroom.models.route.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A route with its endpoint, and all that says whether a request may enter now. A request enters,
 * is answered, and leaves; {@link #answer} does the last two.
 *
 * <p>Threading: its lock is around memory only; {@link #answer} blocks outside of it.
 */
public final class RouteGate {
  private static final Duration PROBE_PAUSE = Duration.ofSeconds(5);

  private final Route route;
  private final Endpoint endpoint;
  private final InstantSource clock;
  private final ConcurrencyLimit limit;
  private final Optional<TokenBucket> requests;
  private final Optional<TokenBucket> tokens;
  private final FairLine line = new FairLine();
  private final Breaker breaker;
  private final Tally tally;
  private int inFlight;
  private Instant probed = Instant.MIN;

  public RouteGate(Route route, Endpoint endpoint, InstantSource clock, RandomGenerator random) {
    var now = clock.instant();
    this.route = route;
    this.endpoint = endpoint;
    this.clock = clock;
    this.limit = new ConcurrencyLimit(route.limits().concurrent());
    this.requests = route.limits().requests().map(most -> new TokenBucket(most, now));
    this.tokens = route.limits().tokens().map(most -> new TokenBucket(most, now));
    this.breaker = new Breaker(random);
    this.tally = new Tally(now);
  }

  public Route route() {
    return route;
  }

  /**
   * Why it is left alone for now; empty when it may be asked.
   *
   * @param key asked only when another one was not accepted
   */
  public synchronized Optional<Failure> stopped(Supplier<ApiKey> key) {
    breaker.offered(key);
    return breaker.stops(clock.instant());
  }

  /** Takes a place, if one is free and nobody was there before. */
  public synchronized boolean enter(Need need) {
    return line.first().isEmpty() && took(need);
  }

  /** Takes a place for a call that must not stand in line, and counts it as an extra one. */
  public synchronized boolean enterExtra(Need need) {
    var entered = enter(need);
    if (entered) {
      tally.extra();
    }
    return entered;
  }

  synchronized void join(Waiter waiter) {
    line.join(waiter);
    serve();
  }

  /** Gives free places to those who wait. */
  synchronized void serve() {
    for (var first = line.first(); first.isPresent(); first = line.first()) {
      if (!free(first.get().need())) {
        return;
      }
      if (first.get().seat(this)) {
        take(first.get().need());
        line.served();
      }
    }
  }

  /** Those who left are forgotten. */
  synchronized void tidy() {
    line.tidy();
  }

  /** How long there is surely no place for this; zero when one may become free at any moment. */
  synchronized Duration closedFor(Need need) {
    var now = clock.instant();
    return longer(
        breaker.stops(now).map(Failure::after).orElse(Duration.ZERO),
        longer(
            requests.map(b -> b.until(1, now)).orElse(Duration.ZERO),
            tokens.map(b -> b.until(need.tokens(), now)).orElse(Duration.ZERO)));
  }

  /** Why a request found no place. */
  public synchronized Failure saturated(Need need) {
    var stopped = breaker.stops(clock.instant());
    return stopped.orElseGet(
        () ->
            new Failure(
                Cause.THROTTLED,
                inFlight >= limit.now()
                    ? "all its %d places are taken, and %d wait"
                        .formatted(limit.now(), line.length())
                    : "its limit for a minute is reached, and %d wait".formatted(line.length()),
                closedFor(need),
                false));
  }

  /** Asks the endpoint for one that entered, which leaves with that. */
  public EndpointResult answer(ModelRequest request, Need need, Asking asking) {
    var sent = clock.instant();
    var watch = new FirstWord(asking.watch(), clock);
    var key = new LastKey(asking.key());
    EndpointResult result = new EndpointResult.Failed(Cause.CANCELLED, "it ended by a bug");
    try {
      result = endpoint.answer(request, asking.key(key).watched(watch));
      return result;
    } finally {
      leave(need, result, sent, watch.first(), key.last());
    }
  }

  synchronized void leave(
      Need need, EndpointResult result, Instant sent, Optional<Instant> first, ApiKey key) {
    var now = clock.instant();
    tally.add(result, sent, first, now);
    switch (result) {
      case EndpointResult.Answered answer -> {
        if (answer.usage() instanceof Usage.Tokens used) {
          tokens.ifPresent(b -> b.settle(need.tokens(), used.in() + used.out()));
        }
        well(now);
      }
      case EndpointResult.Rejected none -> well(now);
      case EndpointResult.Failed(var failure) -> failed(failure, need, sent, key, now);
    }
    inFlight--;
    serve();
  }

  /** As it is now. */
  public synchronized RouteState state() {
    var now = clock.instant();
    var state =
        breaker
            .stops(now)
            .map(why -> state(why.cause()))
            .orElse(
                inFlight >= limit.now() || line.first().isPresent()
                    ? RouteState.State.SATURATED
                    : RouteState.State.READY);
    return new RouteState(
        route,
        state,
        new RouteState.Load(inFlight, limit.now(), line.length()),
        tally.speed(now),
        tally.spent(),
        tally.causes());
  }

  /** Measured in the last minutes. */
  public synchronized RouteState.Speed speed() {
    return tally.speed(clock.instant());
  }

  /** Whether it is being asked at this moment. */
  public synchronized boolean busy() {
    return inFlight > 0;
  }

  /**
   * Asks the endpoint whether it is well, beside all requests, when it was away or is being loaded;
   * not more often than every few seconds.
   */
  public void probe(ApiKey key) {
    if (probeIsDue() && endpoint.well(key)) {
      isWell();
    }
  }

  private synchronized boolean probeIsDue() {
    var now = clock.instant();
    var away = breaker.cause().filter(c -> c == Cause.WARMING || c == Cause.TRANSIENT);
    if (away.isEmpty() || now.isBefore(probed.plus(PROBE_PAUSE))) {
      return false;
    }
    probed = now;
    return true;
  }

  private synchronized void isWell() {
    breaker.well(clock.instant());
    serve();
  }

  private void well(Instant now) {
    limit.answered(inFlight);
    breaker.well(now);
  }

  private void failed(Failure failure, Need need, Instant sent, ApiKey key, Instant now) {
    if (!failure.begun()) {
      tokens.ifPresent(b -> b.settle(need.tokens(), 0));
    }
    var news = failure.cause() != Cause.THROTTLED || limit.throttled(sent, now);
    breaker.failed(failure, news, key, now);
  }

  private boolean took(Need need) {
    var free = free(need);
    if (free) {
      take(need);
    }
    return free;
  }

  private boolean free(Need need) {
    return inFlight < limit.now() && closedFor(need).isZero();
  }

  private void take(Need need) {
    var now = clock.instant();
    inFlight++;
    breaker.entered();
    requests.ifPresent(b -> b.take(1, now));
    tokens.ifPresent(b -> b.take(need.tokens(), now));
  }

  private static RouteState.State state(Cause cause) {
    return switch (cause) {
      case WARMING -> RouteState.State.WARMING;
      case THROTTLED, QUOTA -> RouteState.State.SATURATED;
      case TRANSIENT, MODEL_ERROR, AUTH, TOO_LONG, REFUSED, BAD_REQUEST, TRUNCATED, CANCELLED ->
          RouteState.State.OPEN;
    };
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }
}
