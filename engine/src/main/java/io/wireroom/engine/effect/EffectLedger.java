package io.wireroom.engine.effect;

import io.vertx.core.Future;
import io.wireroom.connector.Effect;
import io.wireroom.connector.Outcome;
import io.wireroom.engine.document.DocumentId;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.store.GroupCommit;
import io.wireroom.engine.store.StoreTrouble;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * What steps did outside, by key. What must not happen twice is on disk before it is sent; what
 * came of anything is on disk before the broker is told.
 *
 * <p>Threading: blocks the calling virtual thread; many share one fsync.
 */
public final class EffectLedger implements AutoCloseable {
  private final Database database;
  private final GroupCommit writer;
  private final InstantSource clock;

  /** Steps whose failure is on its way to the broker. */
  private final Set<String> telling = ConcurrentHashMap.newKeySet();

  public EffectLedger(Database database, InstantSource clock) {
    this.database = database;
    this.writer =
        new GroupCommit(
            database,
            "effect-writer",
            new GroupCommit.Trouble(() -> new NotKept("Too much waits for it."), NotKept::of));
    this.clock = clock;
  }

  /** The ledger takes nothing at the moment; so nothing may be sent, and it comes again. */
  public static final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotKept(String cause) {
      super("What this step does outside cannot be written down, so it waits. " + cause);
    }

    static NotKept of(RuntimeException cause) {
      return new NotKept(
          cause instanceof StoreTrouble trouble
              ? trouble.kind().sentence()
              : "See the log for what is wrong with the store.");
    }
  }

  /** Before a call: what to do. */
  public Begun begin(EffectCall call) {
    if (call.effect().kind() == Effect.Kind.READS) {
      // why no write: it may be made again, and what comes of it is stored afterwards
      return find(call.key()).flatMap(this::answered).orElseGet(Begun.Go::new);
    }
    return await(db -> begin(new EffectRows(db), call));
  }

  private Begun begin(EffectRows rows, EffectCall call) {
    var before = rows.find(call.key());
    if (before.isEmpty()) {
      rows.insert(sent(call));
      return new Begun.Go();
    }
    var answered = before.flatMap(this::answered);
    if (answered.isPresent()) {
      return answered.get();
    }
    var entry = before.get();
    if (open(entry.state()) && call.effect().kind() == Effect.Kind.ONCE) {
      rows.unknown(call.key());
      return new Begun.Asks(question(entry));
    }
    rows.sent(call.key(), now());
    return new Begun.Go();
  }

  private static boolean open(EffectState state) {
    return state == EffectState.SENT || state == EffectState.UNKNOWN;
  }

  /** What is known, unless a new try was asked for since. */
  private Optional<Begun> answered(EffectEntry entry) {
    var newTry = entry.told() || telling.contains(entry.call().key());
    return entry.outcome().filter(outcome -> entry.completes() || !newTry).map(Begun.Answered::new);
  }

  /** The sentence for a person who is asked; it begins with what may have happened. */
  static String question(EffectEntry entry) {
    return "It is not known whether this happened: %s was sent at %s, and the answer was lost%s. Look there, then say whether it happened (effect %s)."
        .formatted(
            entry.what(),
            entry.sentAt().orElse(entry.intendedAt()).truncatedTo(ChronoUnit.SECONDS),
            entry.summary().map(said -> " (" + said + ")").orElse(""),
            entry.call().key());
  }

  /**
   * After a call, before the broker is told.
   *
   * @param call its target without credentials
   * @return the question when it is not known what happened and it must not happen twice
   */
  public Optional<String> settle(EffectCall call, Settled settled) {
    if (call.effect().kind() == Effect.Kind.READS) {
      keep(call, settled);
      return Optional.empty();
    }
    return await(
        db -> {
          var rows = new EffectRows(db);
          rows.settle(call.key(), settled, Optional.empty(), now());
          call.effect().target().ifPresent(target -> rows.target(call.key(), target));
          return settled.state() == EffectState.UNKNOWN && call.effect().kind() == Effect.Kind.ONCE
              ? rows.find(call.key()).map(EffectLedger::question)
              : Optional.<String>empty();
        });
  }

  /** why not awaited: without it a killed engine reads once more, which does no harm. */
  private void keep(EffectCall call, Settled settled) {
    var unused =
        writer.write(
            db -> {
              new EffectRows(db).keep(sent(call), settled, now());
              return true;
            });
  }

  /**
   * The broker is told that the step is not done, so another job of it is a new try, unless the
   * broker does not take it.
   */
  public void telling(String key) {
    telling.add(key);
  }

  /** The broker was told; {@code taken} when it knows. */
  public void told(String key, boolean taken) {
    if (taken) {
      writer
          .write(
              db -> {
                new EffectRows(db).told(key);
                return true;
              })
          .onComplete(written -> telling.remove(key));
    } else {
      telling.remove(key);
    }
  }

  /** What a person knows of an effect that was unknown. */
  void answer(String key, Settled settled, String by) {
    await(
        db -> {
          new EffectRows(db).settle(key, settled, Optional.of(by), now());
          return true;
        });
  }

  /** A line by its key. */
  public Optional<EffectEntry> find(String key) {
    return database.read(db -> new EffectRows(db).find(key));
  }

  /** What a run did, in order. */
  public List<EffectEntry> ofRun(long runKey) {
    return database.read(db -> new EffectRows(db).ofRun(runKey));
  }

  /** The response that completed a step. */
  public Optional<Outcome> outcomeOf(long stepKey) {
    return database.read(db -> new EffectRows(db).ofStep(stepKey)).reversed().stream()
        .flatMap(entry -> entry.outcome().stream())
        .findFirst();
  }

  /** Whether a kept response refers to the document. */
  public boolean needs(DocumentId document) {
    return database.read(db -> new EffectRows(db).needs(document));
  }

  /** Runs all of whose lines are older, which may be gone from the history. */
  List<Long> runsBefore(Instant at) {
    return database.read(db -> new EffectRows(db).runsBefore(at));
  }

  /** The history has forgotten the run. */
  public void forget(long runKey) {
    await(
        db -> {
          new EffectRows(db).forget(runKey);
          return true;
        });
  }

  private EffectEntry sent(EffectCall call) {
    var now = now();
    return new EffectEntry(
        call,
        EffectState.SENT,
        1,
        now,
        Optional.of(now),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private <T> T await(Function<DSLContext, T> work) {
    return Future.await(writer.write(work));
  }

  @Override
  public void close() throws InterruptedException {
    writer.close();
  }
}
