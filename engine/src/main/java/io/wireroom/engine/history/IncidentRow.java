package io.wireroom.engine.history;

import java.time.Instant;

/** An incident as it was raised. */
record IncidentRow(
    long key,
    long runKey,
    long stepKey,
    long jobKey,
    String type,
    String message,
    Instant createdAt) {
  static IncidentRow of(BrokerRecord r) {
    return new IncidentRow(
        r.key(),
        r.number("processInstanceKey"),
        r.number("elementInstanceKey"),
        r.number("jobKey"),
        r.text("errorType"),
        r.text("errorMessage"),
        r.at());
  }
}
