package io.wireroom.engine.connections;

import io.wireroom.connector.Connections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The credentials as one job sees them; remembers what the job got, so that all of it can be masked
 * in what the job gives back. A rotation in between changes nothing of that.
 */
public final class HandedOut implements Connections {
  private final Connections stored;
  private final Map<String, Set<Connection>> byName = new ConcurrentHashMap<>();

  public HandedOut(Connections stored) {
    this.stored = stored;
  }

  @Override
  public Optional<Connection> find(String name) {
    var found = stored.find(name);
    found.ifPresent(
        connection ->
            byName.computeIfAbsent(name, n -> ConcurrentHashMap.newKeySet()).add(connection));
    return found;
  }

  /** How many credentials were handed out until now. */
  public int count() {
    return byName.values().stream().mapToInt(Set::size).sum();
  }

  /** Masks whatever was handed out until now, and what took its place meanwhile. */
  public Mask mask() {
    if (byName.isEmpty()) {
      return Mask.NOTHING;
    }
    return Mask.of(
        byName.entrySet().stream()
            .flatMap(e -> Stream.concat(e.getValue().stream(), stored.find(e.getKey()).stream()))
            .distinct()
            .flatMap(HandedOut::secrets)
            .toList());
  }

  // why all of an unknown type: better too much than one too little
  private static Stream<String> secrets(Connection connection) {
    return ConnectionTypes.find(connection.type())
        .map(type -> type.secrets(connection.fields()))
        .orElseGet(() -> connection.fields().values().stream());
  }

  @Override
  public String toString() {
    return "HandedOut[" + byName.keySet() + "]";
  }
}
