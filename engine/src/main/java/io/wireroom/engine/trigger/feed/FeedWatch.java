package io.wireroom.engine.trigger.feed;

import io.vertx.core.Future;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.store.StoreTrouble;
import io.wireroom.engine.trigger.StartVariables;
import io.wireroom.engine.trigger.inbox.Accepted;
import io.wireroom.engine.trigger.inbox.NewEvent;
import io.wireroom.engine.workflow.Diagram;
import io.wireroom.engine.workflow.FeedStart;
import io.wireroom.engine.workflow.OpenStarts;
import io.wireroom.engine.workflow.Problem;
import io.wireroom.engine.workflow.TriggerFacts.FeedState;
import io.wireroom.engine.workflow.Versions;
import io.wireroom.net.Door;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the feeds of the newest versions, each in its turn and each address once at a time.
 *
 * <p>Threading: one virtual thread waits, one polls each feed; {@link #take} and {@link #state}
 * block.
 */
public final class FeedWatch implements OpenStarts, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedWatch.class);
  private static final int AT_ONCE = 8;
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration WITHOUT_STORE = Duration.ofSeconds(5);

  private final Map<String, List<FeedStart>> byWorkflow = new ConcurrentHashMap<>();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Semaphore wake = new Semaphore(0);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Cursors cursors;
  private final FeedPoll poll;
  private final Clock clock;

  public FeedWatch(
      Database database,
      Door door,
      Function<NewEvent, Future<Accepted>> inbox,
      Feel feel,
      RandomGenerator random,
      Clock clock) {
    this.cursors = new Cursors(database);
    this.clock = clock;
    this.poll =
        new FeedPoll(
            door,
            cursors,
            new SeenEntries(database),
            new FeedEvents(inbox, new StartVariables(feel), clock),
            new Pace(random),
            clock);
  }

  /** Opens the feeds of the newest versions and begins to poll. */
  public FeedWatch start(Versions versions) {
    versions.newest().forEach(version -> take(Diagram.parse(version.xml())));
    threads.execute(this::watch);
    return this;
  }

  @Override
  public List<Problem> conflicts(Diagram diagram) {
    return List.of();
  }

  @Override
  public void take(Diagram diagram) {
    cursors.open(diagram.id(), diagram.feeds(), clock.instant());
    byWorkflow.put(diagram.id(), diagram.feeds());
    wake.release();
  }

  /** How the feed's polls went. */
  public Optional<FeedState> state(FeedStart feed) {
    return cursors
        .find(feed.workflow(), feed.elementId())
        .map(c -> new FeedState(c.lastPollAt(), c.lastError(), c.nextPollAt()));
  }

  /** Polls a feed now. Blocks. */
  Checked check(String workflow, String elementId) {
    var cursor = cursors.find(workflow, elementId);
    if (cursor.isEmpty()) {
      return new Checked.Unknown();
    }
    if (!busy.add(cursor.get().url())) {
      return new Checked.Busy();
    }
    try {
      var now = cursors.find(workflow, elementId).orElse(cursor.get());
      return run(now)
          .<Checked>map(p -> new Checked.Done(p.taken(), p.cursor().lastError()))
          .orElseGet(Checked.Unknown::new);
    } finally {
      free(cursor.get());
    }
  }

  private void watch() {
    try {
      while (!threads.isShutdown()) {
        if (wake.tryAcquire(pollAndWait().toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // why: closing
    }
  }

  private Duration pollAndWait() throws InterruptedException {
    try {
      pollDue();
      return untilNext();
    } catch (StoreTrouble e) {
      LOG.info("feeds are not polled: {}", e.getMessage());
      return WITHOUT_STORE;
    }
  }

  private Duration untilNext() {
    var next = cursors.nextPoll().orElse(Instant.MAX);
    var now = clock.instant();
    if (next.isAfter(now.plus(LONGEST_WAIT))) {
      return LONGEST_WAIT; // why: the clock may jump
    }
    var wait = Duration.between(now, next);
    return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
  }

  private void pollDue() throws InterruptedException {
    for (var cursor : cursors.due(clock.instant())) {
      if (busy.add(cursor.url())) {
        places.acquire();
        threads.execute(() -> poll(cursor));
      }
    }
  }

  private void poll(Cursor cursor) {
    try {
      run(cursor);
    } catch (RuntimeException e) {
      LOG.error("feed poll broke workflow={} url={}", cursor.workflow(), cursor.url(), e);
      var now = clock.instant();
      cursors.save(cursor.failed("The poll broke: " + e, now, now.plus(cursor.interval())));
    } finally {
      places.release();
      free(cursor);
    }
  }

  private void free(Cursor cursor) {
    busy.remove(cursor.url());
    wake.release();
  }

  /** Empty when the feed was closed meanwhile. */
  private Optional<FeedPoll.Polled> run(Cursor cursor) {
    return byWorkflow.getOrDefault(cursor.workflow(), List.of()).stream()
        .filter(feed -> feed.elementId().equals(cursor.elementId()))
        .filter(feed -> feed.url().equals(cursor.url()))
        .findFirst()
        .map(start -> poll.run(start, cursor));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("a feed poll did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What came of polling now. */
  sealed interface Checked {
    /** Polled; {@code error} says what was wrong. */
    record Done(int newEntries, Optional<String> error) implements Checked {}

    /** Somebody polls this address at the moment; ask again. */
    record Busy() implements Checked {}

    /** No published workflow has this feed. */
    record Unknown() implements Checked {}
  }
}
