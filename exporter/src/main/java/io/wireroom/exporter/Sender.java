package io.wireroom.exporter;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;

/**
 * One thread that posts the backlog batch by batch.
 *
 * <p>A batch is repeated until the engine has stored it, however long that takes; only then, and
 * soon, is the broker told that it may forget the records.
 */
final class Sender implements AutoCloseable {
  private static final long FIRST_PAUSE = 50;
  private static final long LONGEST_PAUSE = 2_000;
  private static final long STOP_MILLIS = 5_000;

  /**
   * How often the broker is told what it may forget. why not each time: it writes that down, and
   * while it knows of nothing that is left, also each record that is none of ours.
   */
  private static final Duration TELLING = Duration.ofSeconds(1);

  private final Backlog backlog;
  private final Post post;
  private final LongConsumer forget;
  private final Logger log;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private long forgotten = -1;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("wireroom-exporter").unstarted(this::run);

  Sender(Backlog backlog, Post post, LongConsumer forget, Logger log) {
    this.backlog = backlog;
    this.post = post;
    this.forget = forget;
    this.log = log;
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      var told = System.nanoTime();
      while (true) {
        var batch = backlog.take(TELLING);
        if (!batch.isEmpty()) {
          if (!store(batch)) {
            return;
          }
          backlog.stored(batch.getLast().position());
        }
        if (System.nanoTime() - told >= TELLING.toNanos()) {
          told = System.nanoTime();
          tell();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell() {
    var safe = backlog.safe();
    if (safe > forgotten) {
      forgotten = safe;
      forget.accept(safe);
    }
  }

  /** False when we were told to stop before the engine took the batch. */
  private boolean store(List<Line> batch) throws InterruptedException {
    for (var pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        backlog.hurry(post.send(batch));
        if (pause > FIRST_PAUSE) {
          log.info("the engine takes records again");
        }
        return true;
      } catch (IOException e) {
        if (pause == FIRST_PAUSE) {
          log.warn("the engine does not take records, trying on: {}", e.toString());
        }
        if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
          return false;
        }
      }
    }
  }

  @Override
  public void close() {
    stopping.countDown();
    thread.interrupt();
    post.close();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
