package io.wireroom.engine.trigger.inbox;

import io.wireroom.engine.document.DocumentId;
import io.wireroom.engine.history.Times;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.store.GroupCommit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jooq.DSLContext;

/** Lets events go that are done with, by age and by size, and dedupe keys by age. */
final class Retention {
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int AT_ONCE = 500;
  private static final int REJECTED_PER_SWEEP = 100;
  private static final String DONE =
      "status in ('started', 'correlated', 'answered', 'duplicate', 'rejected', 'dead')";

  private final Database database;
  private final GroupCommit writer;
  private final InboxSettings settings;
  private final Clock clock;
  private final AtomicInteger rejected = new AtomicInteger();
  private final Predicate<DocumentId> neededElsewhere;
  private Instant next = Instant.MIN;
  private String lookedAt = "";

  /**
   * @param neededElsewhere whether a document is needed by others than events
   */
  Retention(
      Database database,
      GroupCommit writer,
      InboxSettings settings,
      Predicate<DocumentId> neededElsewhere,
      Clock clock) {
    this.neededElsewhere = neededElsewhere;
    this.database = database;
    this.writer = writer;
    this.settings = settings;
    this.clock = clock;
  }

  /** why a limit: whoever is refused must not be able to fill the disk. */
  boolean roomForRejected() {
    return rejected.incrementAndGet() <= REJECTED_PER_SWEEP;
  }

  /** Called every few seconds. */
  void sweep() {
    rejected.set(0);
    if (clock.instant().isBefore(next)) {
      return;
    }
    next = clock.instant().plus(PAUSE);
    letGo();
  }

  /** Takes a bite of what is too old or too much; until nothing of the kind is left. */
  void letGo() {
    var oldest = Times.text(clock.instant().minus(settings.keep()));
    remove("received_at < '" + oldest + "'");
    while (database.bytes() > settings.keepBytes() && remove("1 = 1") > 0) {
      // what is left is smaller by a bite
    }
    lookAgain();
    var keys = Times.text(clock.instant().minus(settings.keepKeys()));
    var unused =
        writer.write(
            db ->
                db.execute(
                    "delete from dedupe where (scope, key) in"
                        + " (select scope, key from dedupe where at < ? limit ?)",
                    keys,
                    AT_ONCE * 20));
  }

  private int remove(String which) {
    var gone = 0;
    for (var bite = AT_ONCE; bite == AT_ONCE; gone += bite) {
      bite = io.vertx.core.Future.await(writer.write(db -> bite(db, which)));
      if (which.equals("1 = 1")) {
        return bite;
      }
    }
    return gone;
  }

  private int bite(DSLContext db, String which) {
    var ids =
        db.fetch(
                "select id from event where " + which + " and " + DONE + " order by seq limit ?",
                AT_ONCE)
            .map(row -> row.get(0, String.class));
    var documents = new HashSet<String>();
    for (var id : ids) {
      documents.addAll(
          db.fetch("select document_id from event_document where event_id = ?", id)
              .map(row -> row.get(0, String.class)));
      db.execute("delete from event_document where event_id = ?", id);
      db.execute("delete from event_value where event_id = ?", id);
      db.execute("delete from event where id = ?", id);
    }
    removeUnneeded(db, documents);
    return ids.size();
  }

  private void removeUnneeded(DSLContext db, Collection<String> documents) {
    for (var id : documents) {
      if (!neededElsewhere.test(new DocumentId(id))) {
        db.execute(
            "delete from document where id = ?"
                + " and id not in (select document_id from event_document)",
            id);
      }
    }
  }

  /** Some of the documents that outlived their event because a run needed them. */
  private void lookAgain() {
    var after = lookedAt;
    var some =
        database.read(
            db ->
                db.fetch(
                        "select id from document where id > ?"
                            + " and id not in (select document_id from event_document)"
                            + " order by id limit ?",
                        after,
                        AT_ONCE * 4)
                    .map(row -> row.get(0, String.class)));
    lookedAt = some.size() < AT_ONCE * 4 ? "" : some.getLast();
    if (!some.isEmpty()) {
      var unused =
          writer.write(
              db -> {
                removeUnneeded(db, some);
                return true;
              });
    }
  }
}
