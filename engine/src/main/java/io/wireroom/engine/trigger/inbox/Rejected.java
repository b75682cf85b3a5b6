package io.wireroom.engine.trigger.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that was refused, kept for people to see.
 *
 * @param request as {@link NewEvent#request()}, without body and credentials
 * @param body what was sent, when the sender showed who it is and the body is what is wrong
 * @param reason in words; never a secret
 */
public record Rejected(
    TriggerKind kind,
    String workflow,
    String elementId,
    ObjectNode request,
    Optional<Document> body,
    String auth,
    String reason,
    boolean draft,
    Instant receivedAt) {}
