package io.wireroom.engine.history;

import io.wireroom.engine.process.ClusterRuns;
import io.wireroom.engine.process.ClusterRuns.Move;
import io.wireroom.engine.process.ProcessEngine.Unavailable;
import io.wireroom.engine.store.StoreTrouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the runs of a cluster that sends no records into the history, by asking again and again.
 *
 * <p>One virtual thread. What it asks for is indexed by the cluster with some delay, so each run is
 * asked for again a while after it moved, and the time that is asked for overlaps.
 */
public final class HistoryReading implements AutoCloseable {
  /** For the person at the terminal; see logback.xml. */
  private static final Logger TERMINAL = LoggerFactory.getLogger("wireroom.terminal");

  private static final Logger LOG = LoggerFactory.getLogger(HistoryReading.class);
  private static final Duration AGE_AT_FIRST = Duration.ofDays(30);
  private static final Duration BITE = Duration.ofHours(6);
  private static final Duration OVERLAP = Duration.ofSeconds(60);

  private final ClusterRuns cluster;
  private final History history;
  private final Pace pace;
  private final Clock clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final TreeMap<Long, Instant> again = new TreeMap<>();
  private final Queue<Mark> marks = new ConcurrentLinkedQueue<>();
  private final Thread thread = Thread.ofVirtual().name("history-reading").unstarted(this::read);
  private Set<Move> seen = Set.of();
  private long incidentsUpTo;
  private boolean behind;
  private boolean away;

  private HistoryReading(ClusterRuns cluster, History history, Pace pace, Clock clock) {
    this.cluster = cluster;
    this.history = history;
    this.pace = pace;
    this.clock = clock;
  }

  /** Begins where it was when it was closed; at first with the runs of the last thirty days. */
  public static HistoryReading begin(ClusterRuns cluster, History history, Pace pace, Clock clock) {
    var reading = new HistoryReading(cluster, history, pace, clock);
    reading.thread.start();
    return reading;
  }

  /**
   * How often it asks.
   *
   * @param pause between two questions
   * @param delay within which the cluster has indexed what happened
   */
  public record Pace(Duration pause, Duration delay) {
    public static final Pace USUAL = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(10));
  }

  /** A marker was put into the broker's log: tells of it when the history has all before it. */
  public void marked(String marker) {
    marks.add(new Mark(marker, clock.instant()));
  }

  private void read() {
    try {
      do {
        readOnce();
      } while (!closing.await(behind ? 0 : pace.pause().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readOnce() {
    behind = false;
    try {
      cycle();
      if (away) {
        away = false;
        TERMINAL.info("The cluster tells of its runs again.");
      }
    } catch (Unavailable | StoreTrouble e) {
      if (!away) {
        away = true;
        TERMINAL.info("Runs are not seen at the moment: {}", e.getMessage());
      }
    } catch (RuntimeException e) { // why: a bug with one run must not end all watching
      LOG.error("reading the cluster's runs failed", e);
    }
  }

  private void cycle() {
    var begun = clock.instant();
    var since = history.readUpTo().map(t -> t.minus(OVERLAP)).orElse(begun.minus(AGE_AT_FIRST));
    // why in bites: the first time, and after a long absence, there is much
    var until = since.plus(BITE).isBefore(begun) ? since.plus(BITE) : begun.plus(pace.delay());
    var moves = cluster.moves(since, until);
    var due = new TreeSet<>(someWithIncidents());
    again.entrySet().removeIf(e -> !e.getValue().isAfter(begun) && due.add(e.getKey()));
    var fresh = new HashSet<>(moves);
    fresh.removeAll(seen);
    for (var move : fresh) {
      due.add(move.runKey());
      again.put(move.runKey(), begun.plus(pace.delay()));
    }
    for (var key : due) {
      cluster.find(key).ifPresent(run -> history.store(run, cluster::diagram));
    }
    seen = moves;
    behind = until.isBefore(begun);
    history.readUpTo(behind ? until : begun);
    if (!behind) {
      tellOfMarks(begun);
    }
  }

  /** why: nobody tells when an incident is resolved; some are asked for each time, in turn. */
  private List<Long> someWithIncidents() {
    var some = history.queries().runsWithOpenIncidents(incidentsUpTo);
    incidentsUpTo = some.isEmpty() ? 0 : some.getLast();
    return some;
  }

  private void tellOfMarks(Instant begun) {
    for (var mark = marks.peek();
        mark != null && mark.at().plus(pace.delay()).isBefore(begun);
        mark = marks.peek()) {
      history.tell(List.of(new Change.MarkerSeen(mark.marker())));
      marks.remove();
    }
  }

  @Override
  public void close() throws InterruptedException {
    closing.countDown();
    thread.interrupt();
    thread.join();
  }

  private record Mark(String marker, Instant at) {}
}
