package io.wireroom.engine.connections;

import io.wireroom.connector.Connections.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A connection as it is in the store.
 *
 * @param connection its values; empty when they cannot be opened with the key that there is
 * @param previous values from before the last changes, the newest first
 */
record Stored(
    String name,
    String type,
    String owner,
    Instant createdAt,
    Instant updatedAt,
    Optional<Connection> connection,
    List<Previous> previous,
    Optional<Tested> lastTest) {
  Stored {
    previous = List.copyOf(previous);
  }

  List<Previous> previousAt(Instant now) {
    return previous.stream().filter(p -> p.until().isAfter(now)).toList();
  }

  /** Values that webhooks still take. */
  record Previous(Connection connection, Instant until) {}

  /** What the last test said. */
  record Tested(Instant at, boolean ok, String detail) {}
}
