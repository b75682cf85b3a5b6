package io.wireroom.engine.trigger.inbox;

import io.vertx.core.Future;
import io.wireroom.engine.history.Change;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.store.GroupCommit;
import io.wireroom.engine.trigger.inbox.StoredEvent.LaneKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every event goes: onto the disk first, then to its run, exactly once.
 *
 * <p>Futures complete on the inbox's own threads.
 */
public final class Inbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final long SWEEP_SECONDS = 5;

  private final GroupCommit writer;
  private final InboxQueries queries;
  private final Handover handover;
  private final RecordBarrier barrier;
  private final InboxSettings settings;
  private final Clock clock;
  private final Retention retention;
  private final Map<LaneKey, Lane> lanes = new ConcurrentHashMap<>();
  private final Set<String> paused = ConcurrentHashMap.newKeySet();
  private final AtomicLong open = new AtomicLong();
  private final List<Consumer<List<EventView>>> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("inbox-sweep").factory());

  public Inbox(
      Database database,
      ProcessEngine engine,
      RunQueries history,
      InboxSettings settings,
      Clock clock) {
    this.writer =
        new GroupCommit(
            database,
            "inbox-writer",
            new GroupCommit.Trouble(InboxTrouble::full, InboxTrouble::notStored));
    this.queries = new InboxQueries(database);
    this.barrier = new RecordBarrier(engine, clock);
    this.handover =
        new Handover(engine, history, barrier, new Marks(), settings.remembered(), clock);
    this.settings = settings;
    this.clock = clock;
    this.retention = new Retention(database, writer, settings, clock);
  }

  /** A new id; sorts by time. */
  public static String newId() {
    return EventIds.next();
  }

  /**
   * Goes on with what an earlier process left; to be called once, before events come.
   *
   * @param pausedWorkflows whose events wait
   */
  public void open(Set<String> pausedWorkflows) {
    paused.addAll(pausedWorkflows);
    handover.before(queries.lastSeq());
    open.set(queries.backlog().count());
    queries.lanesWithAccepted().forEach(key -> lane(key).drain());
    var unused =
        timer.scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Takes an event. Completes when it is on disk, never before; its run starts by itself.
   *
   * <p>Fails with a {@code HttpProblem} of 503 when it could not be stored or too many wait.
   */
  public Future<Accepted> accept(NewEvent event) {
    if (open.get() >= settings.backlog()) {
      return Future.failedFuture(InboxTrouble.full());
    }
    return writer.write(db -> store(db, event)).map(this::handOn);
  }

  private Stored store(DSLContext db, NewEvent event) {
    var rows = new EventRows(db);
    var known = event.dedupe().flatMap(rows::known);
    if (known.isPresent()) {
      var first = known.get();
      if (!first.fingerprint().equals(event.dedupe().get().fingerprint())) {
        return new Stored(new Accepted.Conflicting(first.eventId()), Optional.empty());
      }
      rows.insert(event, EventStatus.DUPLICATE, Optional.of(first.eventId()));
      return new Stored(new Accepted.Duplicate(first.eventId()), Optional.empty());
    }
    event.dedupe().ifPresent(key -> rows.keep(key, event.id(), event.receivedAt()));
    var waits = paused.contains(event.target().workflow()) && !event.draft();
    var stored =
        rows.insert(event, waits ? EventStatus.WAITING : EventStatus.ACCEPTED, Optional.empty());
    return new Stored(new Accepted.New(event.id()), Optional.of(stored));
  }

  private Accepted handOn(Stored stored) {
    stored
        .event()
        .ifPresent(
            event -> {
              open.incrementAndGet();
              lane(event.lane()).offer(event);
              tell(List.of(event.id()));
            });
    return stored.accepted();
  }

  /** Keeps a refused request for people to see; best effort. */
  public void reject(Rejected rejected) {
    if (retention.roomForRejected()) {
      var id = newId();
      var unused =
          writer
              .write(
                  db -> {
                    new EventRows(db).insert(id, rejected);
                    return id;
                  })
              .onSuccess(kept -> tell(List.of(kept)));
    }
  }

  /** Takes what the record stream showed; returns at once. */
  public void recordsStored(List<Change> changes) {
    var marks = new ArrayList<Shown>();
    for (var change : changes) {
      switch (change) {
        case Change.EventStarted(var id, var run) ->
            marks.add(new Shown(id, EventStatus.STARTED, run));
        case Change.EventCorrelated(var id, var run) ->
            marks.add(new Shown(id, EventStatus.CORRELATED, run));
        case Change.MarkerSeen(var marker) -> barrier.seen(marker);
        case Change.RunChanged run -> {}
        case Change.StepChanged step -> {}
      }
    }
    if (!marks.isEmpty()) {
      mark(marks);
    }
  }

  private void mark(List<Shown> shown) {
    shown.forEach(s -> handover.forget(s.eventId()));
    change(
        shown.stream().map(Shown::eventId).toList(),
        rows -> {
          var now = clock.instant();
          shown.forEach(s -> rows.shown(s.eventId(), s.how(), s.runKey(), now));
        });
  }

  /** A caller got the answer of the event's run. */
  public void answered(String eventId) {
    change(List.of(eventId), rows -> rows.answered(eventId, clock.instant()));
  }

  /** Changes events and tells the listeners; what cannot be written now is found by a start. */
  private void change(List<String> ids, Consumer<EventRows> work) {
    var unused =
        writer
            .write(
                db -> {
                  work.accept(new EventRows(db));
                  return true;
                })
            .onSuccess(done -> tell(ids))
            .onFailure(e -> LOG.warn("events not marked count={}: {}", ids.size(), e.getMessage()));
  }

  /** From now on the workflow's events wait. Completes when that is so. */
  public Future<Boolean> pause(String workflow) {
    lane(published(workflow)).hold();
    return writer.write(
        db -> {
          paused.add(workflow);
          new EventRows(db)
              .move(workflow, EventStatus.ACCEPTED, EventStatus.WAITING, clock.instant());
          return true;
        });
  }

  /** Lets the workflow's events go on, in their order. */
  public Future<Boolean> resume(String workflow) {
    return writer
        .write(
            db -> {
              paused.remove(workflow);
              new EventRows(db)
                  .move(workflow, EventStatus.WAITING, EventStatus.ACCEPTED, clock.instant());
              return true;
            })
        .onSuccess(done -> lane(published(workflow)).release());
  }

  /** Calls {@code listener} with events that changed; it must return at once. */
  public void listen(Consumer<List<EventView>> listener) {
    listeners.add(listener);
  }

  private void tell(List<String> ids) {
    if (!listeners.isEmpty()) {
      Thread.startVirtualThread(
          () -> {
            var views = queries.views(ids);
            listeners.forEach(listener -> listener.accept(views));
          });
    }
  }

  /** An event of the past with all that it brought. Blocks. */
  public Optional<KeptEvent> kept(String eventId) {
    return queries.kept(eventId);
  }

  /** The run of an event, once it is known. Blocks. */
  public Optional<String> runOf(String eventId) {
    return queries.views(List.of(eventId)).stream().findFirst().flatMap(EventView::runKey);
  }

  InboxQueries queries() {
    return queries;
  }

  /** How many events have no run yet, about. */
  public long backlog() {
    return open.get();
  }

  private Lane lane(LaneKey key) {
    return lanes.computeIfAbsent(
        key, k -> new Lane(k, handover, queries, paused.contains(k.workflow()) && !k.draft()));
  }

  private static LaneKey published(String workflow) {
    return new LaneKey(workflow, false);
  }

  private void sweep() {
    try {
      for (var event : handover.expired()) {
        change(
            List.of(event.id()),
            rows -> {
              rows.expired(event.id(), clock.instant());
              if (event.attempts() >= 2) {
                rows.dead(event.id(), "No run took it, three times.", clock.instant());
              }
            });
        lane(event.lane()).drain();
      }
      open.set(queries.backlog().count());
      retention.sweep();
    } catch (RuntimeException e) {
      LOG.warn("inbox sweep failed: {}", e.toString());
    }
  }

  @Override
  public void close() throws InterruptedException {
    timer.shutdownNow();
    lanes.values().forEach(Lane::hold);
    writer.close();
  }

  private record Stored(Accepted accepted, Optional<StoredEvent> event) {}

  private record Shown(String eventId, EventStatus how, long runKey) {}

  /** Writes down what the handover learns. */
  private final class Marks implements Handover.Outcomes {
    @Override
    public void shown(String eventId, EventStatus how, long runKey) {
      mark(List.of(new Shown(eventId, how, runKey)));
    }

    @Override
    public void dead(String eventId, String reason) {
      change(List.of(eventId), rows -> rows.dead(eventId, reason, clock.instant()));
    }
  }
}
