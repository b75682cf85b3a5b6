package io.wireroom.engine.trigger.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.document.DocumentId;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.document.WholeValues;
import io.wireroom.engine.history.Times;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.trigger.inbox.StoredEvent.LaneKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the inbox. Blocks. */
final class InboxQueries {
  private final Database database;

  InboxQueries(Database database) {
    this.database = database;
  }

  /** A workflow's events that have no run yet, in their order. */
  List<StoredEvent> accepted(LaneKey lane, long after, int limit) {
    return database.read(
        db ->
            db.fetch(
                    "select * from event where status = 'accepted' and workflow = ? and draft = ?"
                        + " and seq > ? order by seq limit ?",
                    lane.workflow(),
                    lane.draft() ? 1 : 0,
                    after,
                    limit)
                .map(EventRows::stored));
  }

  /** The queues that have such events. */
  List<LaneKey> lanesWithAccepted() {
    return database.read(
        db ->
            db.fetch("select distinct workflow, draft from event where status = 'accepted'")
                .map(row -> new LaneKey(row.get(0, String.class), row.get(1, Integer.class) == 1)));
  }

  long lastSeq() {
    return database.read(
        db -> db.fetchSingle("select coalesce(max(seq), 0) from event").get(0, Long.class));
  }

  /** A page of events, the newest first. */
  List<EventView> list(EventFilter filter) {
    var where = new StringBuilder("1 = 1");
    var binds = new ArrayList<Object>();
    filter.workflow().ifPresent(w -> add(where, binds, "workflow = ?", w));
    filter.status().ifPresent(s -> add(where, binds, "status = ?", s.word()));
    filter.kind().ifPresent(k -> add(where, binds, "kind = ?", k));
    filter.from().ifPresent(t -> add(where, binds, "received_at >= ?", Times.text(t)));
    filter.to().ifPresent(t -> add(where, binds, "received_at < ?", Times.text(t)));
    filter.before().ifPresent(seq -> add(where, binds, "seq < ?", seq));
    filter
        .text()
        .ifPresent(
            text -> {
              where.append(
                  " and (id = ? or cast(run_key as text) = ? or lower(path) like ? escape '\\'"
                      + " or lower(reason) like ? escape '\\' or lower(request) like ? escape '\\')");
              var part =
                  "%" + text.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
              binds.addAll(List.of(text, text, part, part, part));
            });
    binds.add(filter.limit());
    return database.read(
        db ->
            db.fetch(
                    "select * from event where " + where + " order by seq desc limit ?",
                    binds.toArray())
                .map(EventRows::view));
  }

  private static void add(StringBuilder where, List<Object> binds, String condition, Object value) {
    where.append(" and ").append(condition);
    binds.add(value);
  }

  List<EventView> views(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : database.read(
            db ->
                db.fetch(
                        "select * from event where id in ("
                            + String.join(",", ids.stream().map(id -> "?").toList())
                            + ") order by seq",
                        ids.toArray())
                    .map(EventRows::view));
  }

  Optional<Whole> whole(String id) {
    return database.read(
        db ->
            db.fetchOptional("select * from event where id = ?", id)
                .map(
                    row ->
                        new Whole(
                            EventRows.view(row),
                            EventRows.object(row.get("request", String.class)),
                            EventRows.object(row.get("variables", String.class)),
                            EventRows.target(row),
                            db.fetch(
                                    """
                                    select d.id, d.size, e.name, e.content_type
                                    from event_document e join document d on d.id = e.document_id
                                    where e.event_id = ? order by e.place
                                    """,
                                    id)
                                .map(
                                    d ->
                                        new Attached(
                                            d.get("id", String.class),
                                            d.get("name", String.class),
                                            d.get("content_type", String.class),
                                            d.get("size", Long.class))))));
  }

  /** An event with the bytes of its documents. */
  Optional<KeptEvent> kept(String id, Documents all) {
    return whole(id)
        .map(
            whole ->
                new KeptEvent(
                    whole.view(),
                    whole.target(),
                    (ObjectNode) new WholeValues(all).putBack(whole.request()),
                    whole.variables(),
                    whole.documents().stream()
                        .map(
                            d ->
                                new Document(
                                    d.id(),
                                    d.name(),
                                    d.contentType(),
                                    all.read(new DocumentId(d.id())).orElse(new byte[0])))
                        .toList()));
  }

  /** The bytes of a document that is kept with its events. */
  Optional<byte[]> document(DocumentId id) {
    return database.read(
        db ->
            db.fetchOptional("select bytes from document where id = ?", id.text())
                .map(row -> row.get(0, byte[].class))
                .filter(bytes -> bytes.length > 0));
  }

  /** Whether an event needs the document. */
  boolean needs(DocumentId id) {
    return database.read(
        db ->
            !db.fetch(
                    """
                    select 1 from event_document where document_id = ?
                    union all select 1 from event_value where document_id = ?
                    """,
                    id.text(),
                    id.text())
                .isEmpty());
  }

  /** How many events have each status; those with none are 0. */
  Map<String, Long> counts(Optional<String> workflow) {
    var counts = new LinkedHashMap<String, Long>();
    for (var status : EventStatus.values()) {
      counts.put(status.word(), 0L);
    }
    database
        .read(
            db ->
                workflow.isPresent()
                    ? db.fetch(
                        "select status, count(*) as n from event where workflow = ? group by status",
                        workflow.get())
                    : db.fetch("select status, count(*) as n from event group by status"))
        .forEach(row -> counts.put(row.get("status", String.class), row.get("n", Long.class)));
    return counts;
  }

  /** The events that have no run yet: how many, and since when the first of them waits. */
  Backlog backlog() {
    return database.read(
        db -> {
          var row =
              db.fetchSingle(
                  "select count(*) as n, min(received_at) as oldest from event"
                      + " where status = 'accepted'");
          return new Backlog(
              row.get("n", Long.class),
              Optional.ofNullable(row.get("oldest", String.class)).map(Instant::parse));
        });
  }

  /** Events that are to start a run and have not yet; those of paused workflows wait instead. */
  record Backlog(long count, Optional<Instant> oldestAt) {}

  /** An event with everything that came with it. */
  record Whole(
      EventView view,
      ObjectNode request,
      ObjectNode variables,
      Target target,
      List<Attached> documents) {}

  /** A document of an event, without its bytes. */
  record Attached(String id, String name, String contentType, long size) {}
}
