package io.wireroom.engine.trigger.inbox;

import io.wireroom.engine.history.Times;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.store.GroupCommit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

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
  private Instant next = Instant.MIN;

  Retention(Database database, GroupCommit writer, InboxSettings settings, Clock clock) {
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
    while (size() > settings.keepBytes() && remove("1 = 1") > 0) {
      // what is left is smaller by a bite
    }
    var keys = Times.text(clock.instant().minus(settings.keepKeys()));
    var unused =
        writer.write(
            db ->
                db.execute(
                    "delete from dedupe where rowid in"
                        + " (select rowid from dedupe where at < ? limit ?)",
                    keys,
                    AT_ONCE * 20));
  }

  private long size() {
    return database.read(
        db ->
            db.fetchSingle(
                        "select (select page_count from pragma_page_count)"
                            + " - (select freelist_count from pragma_freelist_count)")
                    .get(0, Long.class)
                * db.fetchSingle("select page_size from pragma_page_size").get(0, Long.class));
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

  private static int bite(org.jooq.DSLContext db, String which) {
    var ids =
        db.fetch(
                "select id from event where " + which + " and " + DONE + " order by seq limit ?",
                AT_ONCE)
            .map(row -> row.get(0, String.class));
    for (var id : ids) {
      db.execute("delete from event_document where event_id = ?", id);
      db.execute("delete from event where id = ?", id);
    }
    db.execute("delete from document where id not in (select document_id from event_document)");
    return ids.size();
  }
}
