package io.wireroom.models.gate;

import io.wireroom.models.endpoint.Listener;
import io.wireroom.models.endpoint.ModelEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Sees when the first content of a stream came. */
final class FirstWord implements Listener {
  private final Listener next;
  private final InstantSource clock;
  private Optional<Instant> first = Optional.empty();

  FirstWord(Listener next, InstantSource clock) {
    this.next = next;
    this.clock = clock;
  }

  Optional<Instant> first() {
    return first;
  }

  @Override
  public boolean on(ModelEvent event) {
    if (event.content() && first.isEmpty()) {
      first = Optional.of(clock.instant());
    }
    return next.on(event);
  }
}
