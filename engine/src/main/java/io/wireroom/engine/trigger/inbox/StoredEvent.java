package io.wireroom.engine.trigger.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** What handing an event to the broker needs to know of it. */
record StoredEvent(
    long seq,
    String id,
    TriggerKind kind,
    Target target,
    ObjectNode variables,
    Instant receivedAt,
    int attempts,
    boolean draft) {
  /** The queue that it goes through: a draft's events do not wait for the workflow's. */
  LaneKey lane() {
    return new LaneKey(target.workflow(), draft);
  }

  /** Names a queue. */
  record LaneKey(String workflow, boolean draft) {}
}
