package io.wireroom.engine.history;

import io.wireroom.engine.document.Documents;
import io.wireroom.engine.process.FoundRun;
import io.wireroom.engine.store.Database;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Stores the broker's records and tells what they changed.
 *
 * <p>Blocks; the store's single writer does one batch at a time.
 */
public final class History {
  private final Database database;
  private final Optional<Storable> storable;
  private final ElementNames names = new ElementNames();
  private volatile Optional<String> trouble = Optional.empty();
  private final List<Consumer<List<Change>>> listeners = new CopyOnWriteArrayList<>();

  /** Stores values as they come, of any size. */
  public History(Database database) {
    this.database = database;
    this.storable = Optional.empty();
  }

  /** Stores values as the settings say, the large ones as documents. */
  public History(Database database, HistorySettings settings, Documents documents) {
    this.database = database;
    var hidden = new HiddenNames(database, HiddenPaths.of(settings.redact()));
    this.storable = Optional.of(new Storable(hidden, documents));
  }

  /**
   * Calls {@code listener} with the changes of each batch after it is stored, in order, on the
   * storing thread. It must hand work on and return at once.
   */
  public void listen(Consumer<List<Change>> listener) {
    listeners.add(listener);
  }

  /** Answers what is stored. */
  public RunQueries queries() {
    return new RunQueries(database, names);
  }

  /** Reads whole runs page by page. */
  public RunPages pages() {
    return new RunPages(database, names);
  }

  /** Answers what became of runs over time. */
  public OverviewQueries overview() {
    return new OverviewQueries(database);
  }

  /** Answers what is stored of steps. */
  public StepQueries steps() {
    return new StepQueries(database, names);
  }

  /** Answers what is stored of incidents. */
  public IncidentQueries incidents() {
    return new IncidentQueries(database, names);
  }

  /** Answers which steps are not over. */
  public OpenSteps openSteps() {
    return new OpenSteps(database, names);
  }

  /** Answers which steps wait for people. */
  public PersonTasks personTasks() {
    return new PersonTasks(database);
  }

  /** Answers what steps see. */
  public VisibleValues values() {
    return new VisibleValues(database);
  }

  /** Answers what is stored of timers. */
  public TimerQueries timers() {
    return new TimerQueries(database);
  }

  /**
   * Stores a batch as one transaction. Records that are stored already change nothing, so a batch
   * may come again.
   */
  public synchronized void store(List<BrokerRecord> records) {
    try {
      tell(saved(records));
      trouble = Optional.empty();
    } catch (RuntimeException e) {
      trouble = Optional.of("Records of runs cannot be stored: " + e.getMessage());
      throw e;
    }
  }

  /** Stores what a cluster tells of a run; the same again changes nothing. */
  synchronized void store(FoundRun run, LongFunction<Optional<String>> diagrams) {
    tell(
        database.write(
            db -> {
              var rows = new Rows(db);
              return save(rows, ready(FoundRecords.of(rows, run, diagrams)));
            }));
  }

  /** Up to when a cluster was asked for its runs. */
  Optional<Instant> readUpTo() {
    return database.read(db -> new Rows(db).readUpTo());
  }

  void readUpTo(Instant moment) {
    database.change(db -> new Rows(db).saveReadUpTo(moment));
  }

  /** Why the latest batch could not be stored; the broker keeps it and it comes again. */
  public Optional<String> trouble() {
    return trouble;
  }

  private List<Change> saved(List<BrokerRecord> records) {
    // why before the transaction: documents are written to disk, and others wait for the writer
    var ready = ready(records);
    return database.write(db -> save(new Rows(db), ready));
  }

  private Storable.Result ready(List<BrokerRecord> records) {
    return storable.map(s -> s.of(records)).orElseGet(() -> Storable.Result.of(records));
  }

  void tell(List<Change> changes) {
    if (!changes.isEmpty()) {
      listeners.forEach(listener -> listener.accept(changes));
    }
  }

  private List<Change> save(Rows rows, Storable.Result ready) {
    var batch = new Batch(rows);
    var projection = new Projection(batch);
    var positions = new HashMap<Integer, Long>();
    for (var r : ready.records()) {
      if (r.position() > positions.computeIfAbsent(r.partition(), rows::position)) {
        projection.apply(r);
        positions.put(r.partition(), r.position());
      }
    }
    var changes = batch.save(names);
    positions.forEach(rows::savePosition);
    rows.saveDocumentUses(ready.uses());
    latest(ready.records()).ifPresent(rows::saveLatest);
    return changes;
  }

  private static Optional<Instant> latest(List<BrokerRecord> records) {
    return records.stream().map(BrokerRecord::at).max(Comparator.naturalOrder());
  }
}
