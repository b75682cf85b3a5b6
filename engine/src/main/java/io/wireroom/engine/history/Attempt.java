package io.wireroom.engine.history;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One try of a step's job.
 *
 * @param number from 1
 * @param retriesLeft what the broker has left after it, where a record told
 * @param nextAt when the broker hands the job out again, while it backs off
 */
public record Attempt(
    int number,
    Instant startedAt,
    Optional<Instant> endedAt,
    Result result,
    Optional<String> error,
    Optional<Integer> retriesLeft,
    Optional<Instant> nextAt) {

  /** How a try went. */
  public enum Result {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Result stored(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  static Attempt begun(int number, Instant at) {
    return new Attempt(
        number,
        at,
        Optional.empty(),
        Result.RUNNING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Attempt failed(Instant at, String why, Optional<Integer> left, Optional<Instant> next) {
    return new Attempt(
        number, startedAt, Optional.of(at), Result.FAILED, Optional.of(why), left, next);
  }

  Attempt done(Instant at) {
    return ended(at, Result.DONE);
  }

  /** What is still running when its step ends, ends with it. */
  Attempt ended(Instant at, Result how) {
    return new Attempt(
        number, startedAt, Optional.of(at), how, error, retriesLeft, Optional.empty());
  }
}
