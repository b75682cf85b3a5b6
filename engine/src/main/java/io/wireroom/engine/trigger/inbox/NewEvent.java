package io.wireroom.engine.trigger.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that arrived and is to start or continue a run.
 *
 * @param id {@link Inbox#newId()}
 * @param request {@code {method, path, query, headers, body, rawBody?, receivedAt, id}} as far as
 *     the kind has them, without credentials
 * @param documents the raw body and files; stored with the event
 * @param variables what the run gets
 * @param replayOf the event that this one repeats
 * @param auth how the sender showed who it is; empty when nobody was asked
 * @param draft whether it runs a draft
 */
public record NewEvent(
    String id,
    TriggerKind kind,
    Target target,
    ObjectNode request,
    List<Document> documents,
    ObjectNode variables,
    Optional<DedupeKey> dedupe,
    Optional<String> replayOf,
    String auth,
    boolean draft,
    Instant receivedAt) {
  public NewEvent {
    documents = List.copyOf(documents);
  }

  /** An event without documents, dedupe key or sender, for a published version. */
  public static NewEvent of(
      String id,
      TriggerKind kind,
      Target target,
      ObjectNode request,
      ObjectNode variables,
      Instant receivedAt) {
    return new NewEvent(
        id,
        kind,
        target,
        request,
        List.of(),
        variables,
        Optional.empty(),
        Optional.empty(),
        "",
        false,
        receivedAt);
  }

  /** The same with a dedupe key. */
  public NewEvent dedupedBy(DedupeKey key) {
    return new NewEvent(
        id,
        kind,
        target,
        request,
        documents,
        variables,
        Optional.of(key),
        replayOf,
        auth,
        draft,
        receivedAt);
  }

  /** The same with values of which large parts were taken out. */
  NewEvent carrying(ObjectNode newRequest, ObjectNode newVariables) {
    return new NewEvent(
        id,
        kind,
        target,
        newRequest,
        documents,
        newVariables,
        dedupe,
        replayOf,
        auth,
        draft,
        receivedAt);
  }
}
