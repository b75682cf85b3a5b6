package io.wireroom.models.endpoint.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A stream of events that a virtual thread takes one by one; the next is asked for only then, so
 * that a slow taker slows the socket down.
 *
 * <p>Threading: filled by the SDK's event loops, emptied by one thread.
 */
final class Pull<E> implements Subscriber<E> {
  private final LinkedBlockingQueue<Next<E>> queue = new LinkedBlockingQueue<>();
  private volatile Optional<Subscription> source = Optional.empty();

  /** What came of waiting. */
  sealed interface Next<E> {
    record Event<E>(E event) implements Next<E> {}

    record End<E>() implements Next<E> {}

    record Failed<E>(Throwable cause) implements Next<E> {}

    record Late<E>() implements Next<E> {}

    record Interrupted<E>() implements Next<E> {}
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    source = Optional.of(subscription);
    subscription.request(1);
  }

  @Override
  public void onNext(E event) {
    queue.add(new Next.Event<>(event));
  }

  @Override
  public void onError(Throwable cause) {
    queue.add(new Next.Failed<>(Awaited.root(cause)));
  }

  @Override
  public void onComplete() {
    queue.add(new Next.End<>());
  }

  /** Waits for the next event. */
  Next<E> next(Duration patience) {
    try {
      var next = queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      return next == null ? new Next.Late<>() : next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Next.Interrupted<>();
    }
  }

  /** Asks for one more. */
  void more() {
    source.ifPresent(subscription -> subscription.request(1));
  }
}
