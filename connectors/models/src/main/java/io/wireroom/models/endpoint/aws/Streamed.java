package io.wireroom.models.endpoint.aws;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.awscore.eventstream.EventStreamResponseHandler;
import software.amazon.awssdk.core.async.SdkPublisher;

/**
 * Hands the events of one streamed call to whoever pulls them.
 *
 * @param <R> the head of the answer
 */
class Streamed<R, E> implements EventStreamResponseHandler<R, E> {
  private final Pull<E> events = new Pull<>();
  private volatile Optional<R> head = Optional.empty();

  Pull<E> events() {
    return events;
  }

  Optional<R> head() {
    return head;
  }

  /** Also tells of a call that ends before its stream begins. */
  CompletableFuture<Void> watch(CompletableFuture<Void> call) {
    call.whenComplete(
        (none, cause) -> {
          if (cause == null) {
            events.onComplete();
          } else {
            events.onError(cause);
          }
        });
    return call;
  }

  @Override
  public void responseReceived(R response) {
    head = Optional.of(response);
  }

  @Override
  public void onEventStream(SdkPublisher<E> publisher) {
    publisher.subscribe(events);
  }

  @Override
  public void exceptionOccurred(Throwable cause) {
    events.onError(cause);
  }

  @Override
  public void complete() {
    // why nothing: the stream's own end, or the call's, comes through the pull
  }
}
