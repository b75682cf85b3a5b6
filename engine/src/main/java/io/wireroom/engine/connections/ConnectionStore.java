package io.wireroom.engine.connections;

import io.wireroom.connector.Connections;
import io.wireroom.engine.connections.ConnectionKeys.KeyTrouble;
import io.wireroom.engine.connections.Stored.Previous;
import io.wireroom.engine.connections.Stored.Tested;
import io.wireroom.engine.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Credentials by name.
 *
 * <p>Threading: {@link #find}, {@link #valid} and {@link #all} touch memory only, so an event loop
 * may call them; everything else blocks.
 */
public final class ConnectionStore implements Connections {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionStore.class);

  private final ConnectionRows rows;
  private final ConnectionKeys keys;
  private final Clock clock;
  private final Map<String, Stored> byName = new ConcurrentHashMap<>();
  private final ReentrantLock changing = new ReentrantLock();

  private ConnectionStore(ConnectionRows rows, ConnectionKeys keys, Clock clock) {
    this.rows = rows;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Opens the credentials of the store.
   *
   * @param keyFile where the key is, unless {@code environment} has one
   * @throws KeyTrouble when the key is missing, readable by others or another one
   */
  public static ConnectionStore open(
      Database database, Path keyFile, Optional<String> environment, Clock clock) {
    var rows = new ConnectionRows(database);
    var store =
        new ConnectionStore(rows, ConnectionKeys.open(keyFile, environment, rows.any()), clock);
    store.load();
    return store;
  }

  @Override
  public Optional<Connection> find(String name) {
    return Optional.ofNullable(byName.get(name)).flatMap(Stored::connection);
  }

  /**
   * What a webhook may take: the value that is set, then earlier ones that are still valid. Empty
   * when there is no such connection.
   */
  public List<Connection> valid(String name) {
    var stored = byName.get(name);
    if (stored == null || stored.connection().isEmpty()) {
      return List.of();
    }
    var valid = new ArrayList<Connection>();
    valid.add(stored.connection().get());
    stored.previousAt(clock.instant()).forEach(p -> valid.add(p.connection()));
    return List.copyOf(valid);
  }

  /** All of them, by name. */
  List<Stored> all() {
    return byName.values().stream().sorted(Comparator.comparing(Stored::name)).toList();
  }

  Optional<Stored> stored(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * Makes or changes a connection.
   *
   * @param values gives its values for what there is; when it throws, nothing is changed
   * @param keepPrevious how long webhooks take the values that were there before
   * @return whether it is new
   */
  boolean save(
      String name,
      String type,
      Function<Optional<Stored>, Map<String, String>> values,
      Duration keepPrevious,
      String by) {
    return locked(
        () -> {
          var before = stored(name);
          var old = before.flatMap(Stored::connection);
          var now = new Connection(type, values.apply(before));
          var at = clock.instant();
          var previous = new ArrayList<Previous>();
          if (old.isPresent() && !old.get().equals(now) && keepPrevious.isPositive()) {
            previous.add(new Previous(old.get(), at.plus(keepPrevious)));
          }
          before.ifPresent(stored -> previous.addAll(stored.previousAt(at)));
          put(
              new Stored(
                  name,
                  type,
                  before.map(Stored::owner).orElse(by),
                  before.map(Stored::createdAt).orElse(at),
                  at,
                  Optional.of(now),
                  previous,
                  old.filter(now::equals).flatMap(same -> before.flatMap(Stored::lastTest))),
              now);
          return before.isEmpty();
        });
  }

  /** Ends the validity of earlier values; false when there is no such connection. */
  boolean retire(String name) {
    return locked(
        () -> {
          var stored = stored(name);
          stored.ifPresent(
              s -> s.connection().ifPresent(c -> put(with(s, List.of(), s.lastTest()), c)));
          return stored.isPresent();
        });
  }

  /** False when there is no such connection. */
  boolean remove(String name) {
    return locked(
        () -> {
          rows.remove(name);
          return byName.remove(name) != null;
        });
  }

  void tested(String name, Tested tested) {
    locked(
        () -> {
          rows.tested(name, tested);
          byName.computeIfPresent(
              name, (n, stored) -> with(stored, stored.previous(), Optional.of(tested)));
          return true;
        });
  }

  /** Whether the key is the operator's, so that only the operator can make a new one. */
  boolean keyFromEnvironment() {
    return keys.fromEnvironment();
  }

  /** Those whose values do not open, because somebody changed their rows. */
  List<String> unreadable() {
    return all().stream().filter(s -> s.connection().isEmpty()).map(Stored::name).toList();
  }

  /**
   * Seals everything with a new key and forgets the old one. When this ends halfway, both keys are
   * still there, and the next start goes on.
   */
  void rotateKey() {
    locked(
        () -> {
          keys.renew();
          finishRotation();
          return true;
        });
  }

  private void load() {
    var all = rows.all(seal());
    var unreadable = all.stream().filter(s -> s.connection().isEmpty()).map(Stored::name).toList();
    if (!all.isEmpty() && unreadable.size() == all.size()) {
      throw new KeyTrouble(
          "The key does not open the stored connections. Put back the connections.key"
              + " that belongs to this data folder, or set "
              + ConnectionKeys.VARIABLE
              + ".");
    }
    unreadable.forEach(
        name -> LOG.error("connection cannot be opened and counts as missing name={}", name));
    all.forEach(stored -> byName.put(stored.name(), stored));
    if (keys.several() && unreadable.isEmpty()) {
      locked(
          () -> {
            finishRotation();
            return true;
          });
    }
  }

  private void finishRotation() {
    rows.putAll(all(), seal());
    keys.dropOld();
  }

  private void put(Stored stored, Connection connection) {
    rows.put(stored, connection, seal());
    byName.put(stored.name(), stored);
  }

  private Seal seal() {
    return new Seal(keys.aead());
  }

  private static Stored with(Stored s, List<Previous> previous, Optional<Tested> test) {
    return new Stored(
        s.name(),
        s.type(),
        s.owner(),
        s.createdAt(),
        s.updatedAt(),
        s.connection(),
        previous,
        test);
  }

  // why a lock around I/O: memory, rows and key change together or not at all; callers are never
  // event loops, and readers do not take it
  private boolean locked(java.util.function.BooleanSupplier change) {
    changing.lock();
    try {
      return change.getAsBoolean();
    } finally {
      changing.unlock();
    }
  }
}
