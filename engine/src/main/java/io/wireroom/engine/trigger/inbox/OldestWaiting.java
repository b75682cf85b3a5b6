package io.wireroom.engine.trigger.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Since when the first of the events waits that have no run yet. Blocks. */
public record OldestWaiting(Inbox inbox) implements Supplier<Optional<Instant>> {
  @Override
  public Optional<Instant> get() {
    return inbox.queries().backlog().oldestAt();
  }
}
