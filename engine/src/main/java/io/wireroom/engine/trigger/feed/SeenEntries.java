package io.wireroom.engine.trigger.feed;

import io.wireroom.engine.history.Times;
import io.wireroom.engine.store.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** The entries of each feed that start nothing any more. Blocks. */
final class SeenEntries {
  /** why so long: feeds take entries out and put them back. */
  private static final Duration REMEMBERED = Duration.ofDays(180);

  private final Database database;

  SeenEntries(Database database) {
    this.database = database;
  }

  /** Those of the ids that are known. */
  Set<String> among(Cursor feed, Collection<String> ids) {
    var known =
        database.read(
            db ->
                new HashSet<>(
                    db.fetch(
                            "select entry from feed_entry where workflow = ? and element_id = ?",
                            feed.workflow(),
                            feed.elementId())
                        .map(row -> row.get(0, String.class))));
    var among = new HashSet<String>();
    ids.stream().filter(id -> known.contains(key(id))).forEach(among::add);
    return among;
  }

  /** Remembers the ids from {@code now} on, and forgets what no feed has shown for long. */
  void keep(Cursor feed, Collection<String> ids, Instant now) {
    database.change(
        db -> {
          for (var id : ids) {
            db.execute(
                """
                insert into feed_entry (workflow, element_id, entry, seen_at) values (?, ?, ?, ?)
                on conflict (workflow, element_id, entry) do update set seen_at = excluded.seen_at
                """,
                feed.workflow(),
                feed.elementId(),
                key(id),
                Times.text(now));
          }
          db.execute(
              "delete from feed_entry where workflow = ? and element_id = ? and seen_at < ?",
              feed.workflow(),
              feed.elementId(),
              Times.text(now.minus(REMEMBERED)));
        });
  }

  /** why a hash: an id is as long as the feed likes. */
  static String key(String id) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
