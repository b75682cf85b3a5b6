package io.wireroom.engine.process.zeebe;

import io.camunda.client.api.command.FinalCommandStep;
import io.grpc.Status;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.wireroom.engine.process.ProcessEngine.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Sends commands, and again while the broker says that it has too much to do. */
final class Commands {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final ScheduledExecutorService scheduler;
  private final InstantSource clock;
  private final RandomGenerator random;

  Commands(ScheduledExecutorService scheduler, InstantSource clock, RandomGenerator random) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.random = random;
  }

  /** Which failures leave the command certainly, or harmlessly, undone. */
  enum Repeat {
    /** Only what the broker refused for lack of room: the command must not happen twice. */
    IF_REFUSED,
    /** Also when the connection broke: a second time does no harm. */
    IF_UNKNOWN
  }

  /** The command's answer; fails with {@link Unavailable} when there is none until then. */
  <T> Future<T> send(
      Supplier<? extends FinalCommandStep<T>> command, Repeat repeat, Instant until) {
    Promise<T> promise = Promise.promise();
    attempt(command, repeat, until, FIRST_PAUSE, promise);
    return promise.future();
  }

  private <T> void attempt(
      Supplier<? extends FinalCommandStep<T>> command,
      Repeat repeat,
      Instant until,
      Duration pause,
      Promise<T> promise) {
    Future.<T>fromCompletionStage(command.get().send())
        .onSuccess(promise::complete)
        .onFailure(
            error -> {
              var wait = jittered(pause);
              if (!again(error, repeat) || clock.instant().plus(wait).isAfter(until)) {
                promise.fail(away(error) ? unavailable(error) : error);
                return;
              }
              later(wait, promise, () -> attempt(command, repeat, until, longer(pause), promise));
            });
  }

  private void later(Duration wait, Promise<?> promise, Runnable next) {
    try {
      var unused = scheduler.schedule(next, wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      promise.fail(new Unavailable("Wireroom is stopping", e));
    }
  }

  private Duration jittered(Duration pause) {
    return Duration.ofMillis(random.nextLong(pause.toMillis() / 2, pause.toMillis() * 3 / 2));
  }

  private static Duration longer(Duration pause) {
    var doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private static boolean again(Throwable error, Repeat repeat) {
    return code(error) == Status.Code.RESOURCE_EXHAUSTED
        || (repeat == Repeat.IF_UNKNOWN && away(error));
  }

  private static boolean away(Throwable error) {
    return switch (code(error)) {
      case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, CANCELLED, ABORTED -> true;
      default -> false;
    };
  }

  static Status.Code code(Throwable error) {
    return Status.fromThrowable(error).getCode();
  }

  /** What the broker said, without our side's stack. */
  static String text(Throwable error) {
    var said = Status.fromThrowable(error).getDescription();
    return said == null ? error.toString() : said;
  }

  private static Unavailable unavailable(Throwable error) {
    return new Unavailable(
        code(error) == Status.Code.RESOURCE_EXHAUSTED
            ? "the broker has too much to do"
            : "the broker is away",
        error);
  }
}
