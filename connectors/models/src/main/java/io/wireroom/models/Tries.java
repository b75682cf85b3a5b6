package io.wireroom.models;

import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Failure;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.route.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the routes said that gave no answer, and what follows from all of it. */
final class Tries {
  private final String alias;
  private final List<Miss> misses = new ArrayList<>();

  Tries(String alias) {
    this.alias = alias;
  }

  /** A route that was tried in vain. */
  private record Miss(Route route, Failure failure, Reaction reaction) {
    String said() {
      return Tries.said(route, failure.message());
    }

    Duration after() {
      return failure.after().isZero() ? reaction.after() : failure.after();
    }
  }

  void missed(Route route, Failure failure) {
    misses.add(new Miss(route, failure, Reaction.to(failure)));
  }

  /** Some failures leave only some of the other routes. */
  boolean mayTake(Route next) {
    return misses.stream()
        .allMatch(
            miss ->
                switch (miss.failure.cause()) {
                  case TOO_LONG -> takesMore(next, miss.route);
                  // why once: a prompt that breaks two models will break a third
                  case MODEL_ERROR -> count(Cause.MODEL_ERROR) < 2;
                  case THROTTLED,
                      QUOTA,
                      WARMING,
                      TRANSIENT,
                      REFUSED,
                      BAD_REQUEST,
                      AUTH,
                      TRUNCATED,
                      CANCELLED ->
                      true;
                });
  }

  /**
   * What cannot get better ends it; then waiting when any route only has too much to do, as the
   * first that is free again may answer; else a retry.
   */
  ModelResult result() {
    for (var miss : misses) {
      if (miss.reaction.end() == Reaction.End.INCIDENT) {
        return new ModelResult.Broken(miss.said());
      }
      if (miss.reaction.end() == Reaction.End.REJECT && isFinal(miss)) {
        return new ModelResult.Rejected(rejection(miss.failure.cause()), miss.said());
      }
    }
    var said = String.join("; ", misses.stream().map(Miss::said).toList());
    return misses.stream()
        .filter(miss -> miss.reaction.end() == Reaction.End.WAIT)
        .min(Comparator.comparing(Miss::after))
        .<ModelResult>map(miss -> new ModelResult.Busy(waits(miss, said), miss.after()))
        .orElseGet(
            () ->
                new ModelResult.Unreachable(
                    "no route of %s answers now: %s".formatted(alias, said), soonest()));
  }

  private String waits(Miss first, String said) {
    var why =
        switch (first.failure.cause()) {
          case WARMING -> "is still being loaded";
          case QUOTA -> "has used up its quota";
          default -> "is saturated";
        };
    return "the model %s %s, so the step waits and keeps its tries: %s".formatted(alias, why, said);
  }

  private Duration soonest() {
    return misses.stream().map(Miss::after).min(Duration::compareTo).orElse(Duration.ZERO);
  }

  static String said(Route route, String reason) {
    return route.name() + ": " + reason;
  }

  /** A route that is better placed may still answer when it is asked again. */
  private boolean isFinal(Miss rejected) {
    return misses.stream()
        .filter(miss -> miss.reaction.end() != Reaction.End.REJECT)
        .noneMatch(
            miss ->
                rejected.failure.cause() != Cause.TOO_LONG
                    || takesMore(miss.route, rejected.route));
  }

  private long count(Cause cause) {
    return misses.stream().filter(miss -> miss.failure.cause() == cause).count();
  }

  private static boolean takesMore(Route next, Route before) {
    return next.limits().context().isPresent()
        && before.limits().context().isPresent()
        && next.limits().context().get() > before.limits().context().get();
  }

  private static Rejection rejection(Cause cause) {
    return switch (cause) {
      case TOO_LONG -> Rejection.TOO_LONG;
      case REFUSED -> Rejection.REFUSED;
      case TRUNCATED -> Rejection.TRUNCATED;
      case THROTTLED, QUOTA, WARMING, TRANSIENT, MODEL_ERROR, BAD_REQUEST, AUTH, CANCELLED ->
          throw new IllegalArgumentException("no rejection for " + cause);
    };
  }
}
