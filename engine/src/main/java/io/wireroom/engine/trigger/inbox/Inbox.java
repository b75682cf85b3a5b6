package io.wireroom.engine.trigger.inbox;

import io.vertx.core.Future;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.history.Change;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.store.GroupCommit;
import io.wireroom.engine.store.StoreTrouble;
import io.wireroom.engine.trigger.inbox.StoredEvent.LaneKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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
  private final RunQueries history;
  private final InboxQueries queries;
  private final LargeParts large;
  private final Handover handover;
  private final RecordBarrier barrier;
  private final InboxSettings settings;
  private final Clock clock;
  private final Retention retention;
  private final Map<LaneKey, Lane> lanes = new ConcurrentHashMap<>();
  private final Set<String> paused = ConcurrentHashMap.newKeySet();
  private final AtomicLong open = new AtomicLong();
  private final News news;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("inbox-sweep").factory());

  public Inbox(
      Database database,
      ProcessEngine engine,
      RunQueries history,
      InboxSettings settings,
      Documents documents,
      Clock clock) {
    this.writer =
        new GroupCommit(
            database,
            "inbox-writer",
            new GroupCommit.Trouble(InboxTrouble::full, InboxTrouble::notStored));
    this.history = history;
    this.queries = new InboxQueries(database);
    this.news = new News(queries);
    this.large = new LargeParts(documents, queries);
    this.barrier = new RecordBarrier(engine);
    this.handover = new Handover(engine, history, barrier, new Marks(), settings.remembered());
    this.settings = settings;
    this.clock = clock;
    this.retention = new Retention(database, writer, settings, large::isNeededElsewhere, clock);
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
    if (history.damage().isPresent()) { // why: nobody would see its run
      return Future.failedFuture(InboxTrouble.damaged());
    }
    return large
        .kept(event)
        .compose(carried -> writer.write(db -> Stored.keep(db, carried, waits(carried))))
        .map(this::handOn);
  }

  private boolean waits(NewEvent event) {
    return paused.contains(event.target().workflow()) && !event.draft();
  }

  private Accepted handOn(Stored stored) {
    stored
        .event()
        .ifPresent(
            event -> {
              open.incrementAndGet();
              lane(event.lane()).offer(event);
              news.tell(List.of(event.id()));
            });
    return stored.accepted();
  }

  /** Keeps a refused request for people to see; best effort. */
  public void reject(Rejected rejected) {
    if (retention.roomForRejected()) {
      var id = newId();
      var unused =
          large
              .kept(rejected)
              .compose(
                  carried ->
                      writer.write(
                          db -> {
                            new EventRows(db).insert(id, carried);
                            return id;
                          }))
              .onSuccess(kept -> news.tell(List.of(kept)));
    }
  }

  /** Takes what the record stream showed; returns at once. */
  public void recordsStored(List<Change> changes) {
    for (var change : changes) {
      if (change instanceof Change.MarkerSeen(var marker)) {
        barrier.seen(marker);
      }
    }
    var marks = Shown.in(changes);
    if (!marks.isEmpty()) {
      mark(marks);
    }
  }

  private void mark(List<Shown> shown) {
    var unused =
        change(
                shown.stream().map(Shown::eventId).toList(),
                rows -> {
                  var now = clock.instant();
                  shown.forEach(s -> rows.shown(s.eventId(), s.how(), s.runKey(), now));
                })
            // why only then: until it is on disk, a queue reads it there as one without a run
            .onSuccess(done -> shown.forEach(s -> handover.forget(s.eventId())));
  }

  /** A caller got the answer of the event's run. */
  public void answered(String eventId) {
    var unused = change(List.of(eventId), rows -> rows.answered(eventId, clock.instant()));
  }

  /** Changes events and tells the listeners; what cannot be written now is looked for later. */
  private Future<Boolean> change(List<String> ids, Consumer<EventRows> work) {
    return writer
        .write(
            db -> {
              work.accept(new EventRows(db));
              return true;
            })
        .onSuccess(done -> news.tell(ids))
        .onFailure(
            e -> {
              writer.doubt();
              LOG.warn("events not marked count={}: {}", ids.size(), e.getMessage());
            });
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

  /** Whether the workflow's events wait. */
  public boolean isPaused(String workflow) {
    return paused.contains(workflow);
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

  /** Calls {@code told} with events that changed while somebody is there; it returns at once. */
  public void listen(BooleanSupplier there, Consumer<List<EventView>> told) {
    news.listen(there, told);
  }

  /** An event of the past with all that it brought. Blocks. */
  public Optional<KeptEvent> kept(String eventId) {
    return large.whole(eventId);
  }

  /** The run of an event, once it is known. Blocks. */
  public Optional<String> runOf(String eventId) {
    return queries.views(List.of(eventId)).stream().findFirst().flatMap(EventView::runKey);
  }

  InboxQueries queries() {
    return queries;
  }

  /** When the oldest event came that has no run yet. Blocks. */
  public Optional<Instant> oldestWaiting() {
    return queries.backlog().oldestAt();
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
        var unused =
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
      lookForMissed();
      retention.sweep();
    } catch (StoreTrouble e) {
      writer.doubt(); // why: what was to be looked for still is
      LOG.info("inbox sweep waits: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("inbox sweep failed: {}", e.toString());
    }
  }

  /** The store refused something, and works again: nobody knows what was handed over. */
  private void lookForMissed() {
    if (writer.doubted()) {
      handover.before(queries.lastSeq());
      queries.lanesWithAccepted().forEach(key -> lane(key).drain());
    }
  }

  @Override
  public void close() throws InterruptedException {
    timer.shutdownNow();
    lanes.values().forEach(Lane::hold);
    writer.close();
  }

  /** Writes down what the handover learns. */
  private final class Marks implements Handover.Outcomes {
    @Override
    public void shown(String eventId, EventStatus how, long runKey) {
      mark(List.of(new Shown(eventId, how, runKey)));
    }

    @Override
    public void dead(String eventId, String reason) {
      var unused = change(List.of(eventId), rows -> rows.dead(eventId, reason, clock.instant()));
    }
  }
}
