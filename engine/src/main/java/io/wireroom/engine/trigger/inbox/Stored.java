package io.wireroom.engine.trigger.inbox;

import java.util.Optional;
import org.jooq.DSLContext;

/** What was kept of a new event; one that came before is not handed on. */
record Stored(Accepted accepted, Optional<StoredEvent> event) {
  static Stored keep(DSLContext db, NewEvent event, boolean waits) {
    var rows = new EventRows(db);
    var known = event.dedupe().flatMap(rows::known);
    if (known.isPresent()) {
      var first = known.get();
      if (!first.fingerprint().equals(event.dedupe().get().fingerprint())) {
        return new Stored(new Accepted.Conflicting(first.eventId()), Optional.empty());
      }
      rows.insert(event, EventStatus.DUPLICATE, Optional.of(first.eventId()));
      return new Stored(new Accepted.Duplicate(first.eventId()), Optional.empty());
    }
    event.dedupe().ifPresent(key -> rows.keep(key, event.id(), event.receivedAt()));
    var status = waits ? EventStatus.WAITING : EventStatus.ACCEPTED;
    var stored = rows.insert(event, status, Optional.empty());
    return new Stored(new Accepted.New(event.id()), Optional.of(stored));
  }
}
