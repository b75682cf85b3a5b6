package io.wireroom.models.endpoint.aws;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Turn;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Reads the events of one streamed call to their end, and judges what came. */
final class EventReader {
  private EventReader() {}

  /**
   * Reads.
   *
   * @param call is cancelled, and the service told so, when nothing more is wanted
   * @param taker of each event; false gives up
   * @param atEnd when the stream ended by itself
   */
  static <E> Turn read(
      CompletableFuture<Void> call,
      Pull<E> events,
      Predicate<E> taker,
      Runnable atEnd,
      Assembler answer,
      ModelRequest request,
      Asking asking,
      ApiKey key) {
    while (true) {
      switch (events.next(asking.patience().next())) {
        case Pull.Next.Event<E>(var event) -> {
          if (!taker.test(event)) {
            call.cancel(true);
            return answer.turn(request);
          }
          events.more();
        }
        case Pull.Next.End<E>() -> {
          atEnd.run();
          return answer.turn(request);
        }
        case Pull.Next.Failed<E>(var cause) -> {
          return failed(cause, answer, request, key);
        }
        case Pull.Next.Late<E>() -> {
          call.cancel(true);
          return answer.stopped()
              ? answer.turn(request)
              : answer.failed(Cause.TRANSIENT, asking.patience().lateness());
        }
        case Pull.Next.Interrupted<E>() -> {
          call.cancel(true);
          return answer.failed(Cause.CANCELLED, "nobody waits for the answer any more");
        }
      }
    }
  }

  /** An answer that said it is whole is whole; its count may be missing then. */
  private static Turn failed(Throwable cause, Assembler answer, ModelRequest request, ApiKey key) {
    if (answer.stopped()) {
      return answer.turn(request);
    }
    var turn = AwsTrouble.of(cause, key);
    return switch (turn) {
      case Turn.Ended(EndpointResult.Failed(var failure)) ->
          Turn.failed(failure.begun(answer.begun()));
      case Turn.NotUnderstood(var error, EndpointResult.Failed(var failure)) ->
          answer.begun() ? Turn.failed(failure.begun(true)) : turn;
      case Turn.Ended other -> other;
      case Turn.NotUnderstood other -> other;
      case Turn.Whole whole -> whole;
    };
  }
}
