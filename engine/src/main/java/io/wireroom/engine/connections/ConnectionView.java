package io.wireroom.engine.connections;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.connections.Stored.Previous;
import io.wireroom.engine.connections.Stored.Tested;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A connection as people see it: everything but its values. */
record ConnectionView(
    String name,
    String type,
    String owner,
    Instant createdAt,
    Instant updatedAt,
    boolean readable,
    List<String> fields,
    Optional<Instant> previousUntil,
    Optional<Tested> lastTest,
    List<UsedBy> usedBy) {

  static ConnectionView of(Stored stored, List<UsedBy> usedBy, Instant now) {
    return new ConnectionView(
        stored.name(),
        stored.type(),
        stored.owner(),
        stored.createdAt(),
        stored.updatedAt(),
        stored.connection().isPresent(),
        stored.connection().map(ConnectionView::given).orElse(List.of()),
        stored.previousAt(now).stream().map(Previous::until).max(Comparator.naturalOrder()),
        stored.lastTest(),
        usedBy);
  }

  private static List<String> given(Connection connection) {
    return connection.fields().keySet().stream().sorted().toList();
  }

  /**
   * Who uses it.
   *
   * @param kind {@code webhook}, {@code step} or {@code model}
   * @param name what people call the workflow or the model's route
   */
  record UsedBy(String kind, Optional<String> workflow, Optional<String> elementId, String name) {
    String sentence() {
      return workflow
          .map(w -> kind + " " + elementId.orElse("") + " of " + w)
          .orElse(kind + " " + name);
    }
  }

  /** A type as a form needs it. */
  record TypeView(
      String type,
      String label,
      String help,
      boolean testable,
      boolean testUrl,
      List<FieldView> fields) {
    static TypeView of(ConnectionType type) {
      return new TypeView(
          type.type(),
          type.label(),
          type.help(),
          type.testable(),
          type.testUrl(),
          type.fields().stream()
              .map(f -> new FieldView(f.name(), f.label(), f.secret(), f.required(), f.help()))
              .toList());
    }
  }

  record FieldView(String name, String label, boolean secret, boolean required, String help) {}
}
