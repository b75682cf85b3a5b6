package io.wireroom.engine.history;

import io.wireroom.engine.store.Database;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Stores the broker's records and tells what they changed.
 *
 * <p>Blocks; the store's single writer does one batch at a time.
 */
public final class History {
  private final Database database;
  private final ElementNames names = new ElementNames();
  private final List<Consumer<List<Change>>> listeners = new CopyOnWriteArrayList<>();

  public History(Database database) {
    this.database = database;
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
    var changes = database.write(db -> save(new Rows(db), records));
    if (!changes.isEmpty()) {
      listeners.forEach(listener -> listener.accept(changes));
    }
  }

  private List<Change> save(Rows rows, List<BrokerRecord> records) {
    var batch = new Batch(rows);
    var projection = new Projection(batch);
    var positions = new HashMap<Integer, Long>();
    for (var r : records) {
      if (r.position() > positions.computeIfAbsent(r.partition(), rows::position)) {
        projection.apply(r);
        positions.put(r.partition(), r.position());
      }
    }
    var changes = batch.save(names);
    positions.forEach(rows::savePosition);
    return changes;
  }
}
