package io.wireroom.engine.trigger.feed;

import io.wireroom.engine.history.Times;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.workflow.FeedStart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The durable places in all feeds. Blocks. */
final class Cursors {
  private final Database database;

  Cursors(Database database) {
    this.database = database;
  }

  /** Makes these the workflow's feeds; a feed at the address that it had keeps its place. */
  void open(String workflow, List<FeedStart> feeds, Instant now) {
    database.change(
        db -> {
          for (var gone : of(db, workflow)) {
            if (feeds.stream().noneMatch(feed -> same(feed, gone))) {
              drop(db, gone);
            }
          }
          for (var feed : feeds) {
            var kept = find(db, workflow, feed.elementId());
            save(db, kept.map(c -> c.drawnAs(feed, now)).orElseGet(() -> Cursor.fresh(feed, now)));
          }
        });
  }

  private static boolean same(FeedStart feed, Cursor cursor) {
    return feed.elementId().equals(cursor.elementId()) && feed.url().equals(cursor.url());
  }

  Optional<Cursor> find(String workflow, String elementId) {
    return database.read(db -> find(db, workflow, elementId));
  }

  /** The feeds whose turn has come, the longest waiting first. */
  List<Cursor> due(Instant now) {
    return database.read(
        db ->
            db.fetch(
                    "select * from feed where next_poll_at <= ? order by next_poll_at",
                    Times.text(now))
                .map(Cursors::cursor));
  }

  /** When the next turn comes. */
  Optional<Instant> nextPoll() {
    return database.read(
        db ->
            Optional.ofNullable(
                    db.fetchSingle("select min(next_poll_at) from feed").get(0, String.class))
                .map(Instant::parse));
  }

  /** Keeps the new place, unless the feed was closed or moved meanwhile. */
  void save(Cursor cursor) {
    database.change(
        db -> {
          if (find(db, cursor.workflow(), cursor.elementId())
              .filter(there -> there.url().equals(cursor.url()))
              .isPresent()) {
            save(db, cursor);
          }
        });
  }

  private static void save(DSLContext db, Cursor c) {
    db.execute(
        """
        insert into feed (workflow, element_id, url, interval_seconds, old_entries_too, begun, etag,
          last_modified, next_poll_at, last_poll_at, last_error, failures)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (workflow, element_id) do update set interval_seconds = excluded.interval_seconds,
          old_entries_too = excluded.old_entries_too, begun = excluded.begun, etag = excluded.etag,
          last_modified = excluded.last_modified, next_poll_at = excluded.next_poll_at,
          last_poll_at = excluded.last_poll_at, last_error = excluded.last_error,
          failures = excluded.failures
        """,
        c.workflow(),
        c.elementId(),
        c.url(),
        c.interval().toSeconds(),
        c.oldEntriesToo() ? 1 : 0,
        c.begun() ? 1 : 0,
        c.tag().orElse(null),
        c.modified().orElse(null),
        Times.text(c.nextPollAt()),
        c.lastPollAt().map(Times::text).orElse(null),
        c.lastError().orElse(null),
        c.failures());
  }

  private static void drop(DSLContext db, Cursor gone) {
    for (var table : List.of("feed", "feed_entry")) {
      db.execute(
          "delete from " + table + " where workflow = ? and element_id = ?",
          gone.workflow(),
          gone.elementId());
    }
  }

  private static List<Cursor> of(DSLContext db, String workflow) {
    return db.fetch("select * from feed where workflow = ?", workflow).map(Cursors::cursor);
  }

  private static Optional<Cursor> find(DSLContext db, String workflow, String elementId) {
    return db.fetchOptional(
            "select * from feed where workflow = ? and element_id = ?", workflow, elementId)
        .map(Cursors::cursor);
  }

  private static Cursor cursor(Record row) {
    return new Cursor(
        row.get("workflow", String.class),
        row.get("element_id", String.class),
        row.get("url", String.class),
        Duration.ofSeconds(row.get("interval_seconds", Long.class)),
        row.get("old_entries_too", Integer.class) == 1,
        row.get("begun", Integer.class) == 1,
        text(row, "etag"),
        text(row, "last_modified"),
        Instant.parse(row.get("next_poll_at", String.class)),
        text(row, "last_poll_at").map(Instant::parse),
        text(row, "last_error"),
        row.get("failures", Integer.class));
  }

  private static Optional<String> text(Record row, String name) {
    return Optional.ofNullable(row.get(name, String.class));
  }
}
