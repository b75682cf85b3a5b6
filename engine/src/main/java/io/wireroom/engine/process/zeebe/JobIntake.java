package io.wireroom.engine.process.zeebe;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.response.ActivatedJob;
import io.wireroom.engine.process.zeebe.ZeebeSettings.Acquisition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes jobs of one type, never more than there is room for; each gets a virtual thread.
 *
 * <p>why not the client's own worker: it asks again only when a job that it took has ended, so that
 * jobs that hang hold up all the others of their type.
 *
 * <p>Threads: one virtual thread asks, one holds the stream open; a job keeps its place until the
 * broker knows what came of it. A streamed job that finds no place stops its stream, by which the
 * broker offers further ones elsewhere.
 */
final class JobIntake implements AutoCloseable {
  private static final Duration LONG_POLL = Duration.ofSeconds(20);
  private static final Duration AT_ONCE = Duration.ofMillis(-1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final CamundaClient client;
  private final Wanted wanted;
  private final ZeebeWorker worker;
  private final Executor threads;
  private final BrokerPresence presence;
  private final Semaphore room;
  private final Set<Long> held = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Thread> turns = new ArrayList<>();
  private volatile long crowdedUntil = System.nanoTime();

  JobIntake(ZeebeConnection connection, Wanted wanted, ZeebeWorker worker) {
    this.client = connection.client();
    this.threads = connection.jobs();
    this.presence = connection.presence();
    this.wanted = wanted;
    this.worker = worker;
    this.room = new Semaphore(wanted.concurrency());
  }

  /**
   * Which jobs.
   *
   * @param concurrency jobs at one time
   */
  record Wanted(String type, List<String> variables, Duration lease, int concurrency) {}

  /** Begins to take jobs. */
  void open(Acquisition acquisition) {
    switch (acquisition) {
      case POLLING -> again(() -> poll(LONG_POLL));
      case STREAMING -> {
        again(this::stream);
        // why also: what was there before the stream, and what no stream had room for
        again(() -> poll(AT_ONCE));
      }
    }
  }

  private void again(Turn turn) {
    var thread = Thread.ofVirtual().name("jobs-" + wanted.type()).unstarted(() -> repeat(turn));
    turns.add(thread);
    thread.start();
  }

  private void repeat(Turn turn) {
    var pause = FIRST_PAUSE;
    try {
      while (closing.getCount() > 0) {
        var found = took(turn);
        pause = found ? FIRST_PAUSE : longer(pause);
        if (!found && closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean took(Turn turn) throws InterruptedException {
    try {
      var found = turn.take();
      presence.here();
      return found;
    } catch (ExecutionException e) {
      presence.failed(e);
      return false;
    }
  }

  private static Duration longer(Duration pause) {
    var doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /** One question to the broker; true when the next should follow at once. */
  private boolean poll(Duration patience) throws InterruptedException, ExecutionException {
    room.acquire();
    var places = 1 + room.drainPermits();
    try {
      var jobs =
          answer(
                  client
                      .newActivateJobsCommand()
                      .jobType(wanted.type())
                      .maxJobsToActivate(places)
                      .timeout(wanted.lease())
                      .fetchVariables(wanted.variables())
                      .requestTimeout(patience)
                      .send())
              .getJobs();
      for (var job : jobs) {
        places--;
        begin(job);
      }
      if (jobs.isEmpty() && patience.equals(LONG_POLL)) {
        // why a pause at all: a cluster may have long polling switched off
        closing.await(FIRST_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return true;
      }
      return !jobs.isEmpty();
    } finally {
      room.release(places);
    }
  }

  /** One life of the stream. */
  private boolean stream() throws InterruptedException, ExecutionException {
    answer(
        client
            .newStreamJobsCommand()
            .jobType(wanted.type())
            .consumer(this::streamed)
            .timeout(wanted.lease())
            .fetchVariables(wanted.variables())
            .send());
    return false;
  }

  private static <T> T answer(CamundaFuture<T> future)
      throws InterruptedException, ExecutionException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      throw e;
    }
  }

  private void streamed(ActivatedJob job) {
    if (!room.tryAcquire()) {
      room.acquireUninterruptibly();
      crowdedUntil = System.nanoTime() + wanted.lease().toNanos();
    }
    if (closing.getCount() == 0) {
      room.release();
    } else {
      begin(job);
    }
  }

  /** Takes over one place. */
  private void begin(ActivatedJob job) {
    try {
      threads.execute(() -> run(job));
    } catch (RejectedExecutionException e) {
      room.release(); // why nothing more: the connection is closed, the job's lease runs out
    }
  }

  private void run(ActivatedJob job) {
    try {
      // why: a job whose lease ran out while the broker was away is offered once more
      if (held.add(job.getKey())) {
        try {
          if (!late() || worker.stillOurs(job)) {
            worker.handle(job);
          }
        } finally {
          held.remove(job.getKey());
        }
      }
    } finally {
      room.release();
    }
  }

  /** Whether the job may have waited in a stream that had stopped, so that its lease is over. */
  private boolean late() {
    return System.nanoTime() - crowdedUntil < 0;
  }

  /** Takes no more jobs; those under way go on. */
  @Override
  public void close() {
    closing.countDown();
    turns.forEach(Thread::interrupt);
  }

  /** A turn of a loop; true when the next may follow at once. */
  @FunctionalInterface
  private interface Turn {
    boolean take() throws InterruptedException, ExecutionException;
  }
}
