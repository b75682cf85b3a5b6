package io.wireroom.connector;

import java.util.Map;
import java.util.Optional;

/** Stored credentials, resolved by name at the last moment. */
public interface Connections {
  /** The credential of that name, or empty when there is none. Never log or return its fields. */
  Optional<Connection> find(String name);

  /**
   * A credential.
   *
   * @param type {@code basic}, {@code api-key}, {@code bearer} …
   * @param fields by name, as CONTRACT lists them for the type
   */
  record Connection(String type, Map<String, String> fields) {
    public Connection {
      fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
      return "Connection[type=" + type + "]";
    }
  }
}
