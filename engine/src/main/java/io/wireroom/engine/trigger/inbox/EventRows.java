package io.wireroom.engine.trigger.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.document.References;
import io.wireroom.engine.history.Times;
import io.wireroom.engine.web.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The inbox's rows inside one transaction. */
final class EventRows {
  private static final String COLUMNS =
      "id, received_at, updated_at, kind, workflow, element_id, target, method, path, auth,"
          + " request, variables, size, status, reason, replay_of, duplicate_of, attempts, draft";
  private static final String INSERT =
      "insert into event (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

  private final DSLContext db;

  EventRows(DSLContext db) {
    this.db = db;
  }

  /** Writes the event with its documents and returns it as it is handed on. */
  StoredEvent insert(NewEvent event, EventStatus status, Optional<String> duplicateOf) {
    var documents = duplicateOf.isPresent() ? List.<Document>of() : event.documents();
    var at = Times.text(event.receivedAt());
    var seq =
        db.fetchSingle(
                INSERT + " returning seq",
                binds(
                    event.id(),
                    at,
                    at,
                    event.kind().word(),
                    event.target().workflow(),
                    event.target().elementId(),
                    text(event.target()),
                    field(event.request(), "method"),
                    field(event.request(), "path"),
                    event.auth().isEmpty() ? null : event.auth(),
                    event.request().toString(),
                    duplicateOf.isPresent() ? "{}" : event.variables().toString(),
                    event.documents().stream().mapToLong(d -> d.bytes().length).sum(),
                    status.word(),
                    null,
                    event.replayOf().orElse(null),
                    duplicateOf.orElse(null),
                    0,
                    event.draft() ? 1 : 0))
            .get(0, Long.class);
    for (int place = 0; place < documents.size(); place++) {
      insert(event.id(), documents.get(place), place);
    }
    insertValues(event);
    return new StoredEvent(
        seq,
        event.id(),
        event.kind(),
        event.target(),
        event.variables(),
        event.receivedAt(),
        0,
        event.draft());
  }

  /** What the values refer to stays as long as they do. */
  private void insertValues(NewEvent event) {
    var ids = new HashSet<>(References.in(event.request()));
    ids.addAll(References.in(event.variables()));
    for (var id : ids) {
      db.execute(
          "insert into event_value (event_id, document_id) values (?,?)", event.id(), id.text());
    }
  }

  private void insert(String eventId, Document document, int place) {
    db.execute(
        "insert into document (id, size, bytes) values (?,?,?) on conflict (id) do nothing",
        document.id(),
        document.bytes().length,
        document.isLarge() ? new byte[0] : document.bytes());
    db.execute(
        "insert into event_document (event_id, document_id, name, content_type, place)"
            + " values (?,?,?,?,?) on conflict do nothing",
        eventId,
        document.id(),
        document.name(),
        document.contentType(),
        place);
  }

  void insert(String id, Rejected rejected) {
    var at = Times.text(rejected.receivedAt());
    db.execute(
        INSERT,
        binds(
            id,
            at,
            at,
            rejected.kind().word(),
            rejected.workflow(),
            rejected.elementId(),
            "{}",
            field(rejected.request(), "method"),
            field(rejected.request(), "path"),
            rejected.auth(),
            rejected.request().toString(),
            "{}",
            rejected.body().map(body -> body.bytes().length).orElse(0),
            EventStatus.REJECTED.word(),
            rejected.reason(),
            null,
            null,
            0,
            rejected.draft() ? 1 : 0));
    rejected.body().ifPresent(body -> insert(id, body, 0));
  }

  /** The event that came under this key before. */
  Optional<Known> known(DedupeKey key) {
    return db.fetchOptional(
            "select event_id, fingerprint from dedupe where scope = ? and key = ?",
            key.scope(),
            key.key())
        .map(
            row ->
                new Known(row.get("event_id", String.class), row.get("fingerprint", String.class)));
  }

  void keep(DedupeKey key, String eventId, Instant at) {
    db.execute(
        "insert into dedupe (scope, key, event_id, fingerprint, at) values (?,?,?,?,?)",
        key.scope(),
        key.key(),
        eventId,
        key.fingerprint(),
        Times.text(at));
  }

  /** The record stream showed the event's run. */
  void shown(String id, EventStatus how, long runKey, Instant at) {
    db.execute(
        """
        update event set run_key = ?, updated_at = ?,
          status = case when status in ('accepted', 'waiting') then ? else status end
        where id = ? and (run_key is null or run_key <> ?)
        """,
        runKey,
        Times.text(at),
        how.word(),
        id,
        runKey);
  }

  void answered(String id, Instant at) {
    db.execute(
        "update event set status = 'answered', updated_at = ? where id = ?", Times.text(at), id);
  }

  void dead(String id, String reason, Instant at) {
    db.execute(
        "update event set status = 'dead', reason = ?, updated_at = ?"
            + " where id = ? and status in ('accepted', 'waiting')",
        reason,
        Times.text(at),
        id);
  }

  /** No run took it in time; it is going to be handed over again. */
  void expired(String id, Instant at) {
    db.execute(
        "update event set attempts = attempts + 1, updated_at = ? where id = ?",
        Times.text(at),
        id);
  }

  /** All events of a workflow that have no run yet go from one status to the other. */
  void move(String workflow, EventStatus from, EventStatus to, Instant at) {
    db.execute(
        "update event set status = ?, updated_at = ?"
            + " where workflow = ? and status = ? and draft = 0",
        to.word(),
        Times.text(at),
        workflow,
        from.word());
  }

  private static @Nullable Object[] binds(@Nullable Object... values) {
    return values;
  }

  private static @Nullable String field(ObjectNode request, String name) {
    return request.path(name).textValue();
  }

  private static String text(Target target) {
    return new String(Json.bytes(target), StandardCharsets.UTF_8);
  }

  static StoredEvent stored(Record row) {
    return new StoredEvent(
        row.get("seq", Long.class),
        row.get("id", String.class),
        TriggerKind.of(row.get("kind", String.class)),
        target(row),
        object(row.get("variables", String.class)),
        Instant.parse(row.get("received_at", String.class)),
        row.get("attempts", Integer.class),
        row.get("draft", Integer.class) == 1);
  }

  static Target target(Record row) {
    var json = row.get("target", String.class);
    if (json.equals("{}")) { // why: a refused request has none
      return new Target.Message(
          row.get("workflow", String.class),
          row.get("element_id", String.class),
          "",
          Optional.empty());
    }
    try {
      return Json.MAPPER.readValue(json, Target.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored event's target is not readable", e);
    }
  }

  static ObjectNode object(String json) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored event is not JSON", e);
    }
  }

  static EventView view(Record row) {
    return new EventView(
        row.get("seq", Long.class),
        row.get("id", String.class),
        Instant.parse(row.get("received_at", String.class)),
        Instant.parse(row.get("updated_at", String.class)),
        row.get("kind", String.class),
        row.get("workflow", String.class),
        row.get("element_id", String.class),
        text(row, "method"),
        text(row, "path"),
        text(row, "auth"),
        row.get("status", String.class),
        text(row, "reason"),
        text(row, "run_key"),
        row.get("size", Long.class),
        text(row, "replay_of"),
        text(row, "duplicate_of"),
        row.get("attempts", Integer.class),
        row.get("draft", Integer.class) == 1);
  }

  private static Optional<String> text(Record row, String column) {
    return Optional.ofNullable(row.get(column, String.class));
  }

  /** An event that is known under a dedupe key. */
  record Known(String eventId, String fingerprint) {}
}
