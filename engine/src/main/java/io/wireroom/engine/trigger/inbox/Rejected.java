package io.wireroom.engine.trigger.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A request that was refused, kept for people to see.
 *
 * @param request as {@link NewEvent#request()}, without body and credentials
 * @param reason in words; never a secret
 */
public record Rejected(
    TriggerKind kind,
    String workflow,
    String elementId,
    ObjectNode request,
    String auth,
    String reason,
    boolean draft,
    Instant receivedAt) {}
