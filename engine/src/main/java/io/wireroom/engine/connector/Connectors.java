package io.wireroom.engine.connector;

import io.wireroom.connector.Connector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The connectors that there are, in the order in which people see them. */
public final class Connectors {
  private final Map<String, Connector<?>> byType = new LinkedHashMap<>();

  /**
   * Knows these connectors.
   *
   * @throws IllegalArgumentException when two have the same type
   */
  public Connectors(List<Connector<?>> connectors) {
    for (var connector : connectors) {
      var type = connector.info().type();
      var other = byType.putIfAbsent(type, connector);
      if (other != null) {
        throw new IllegalArgumentException(
            "two connectors have the type %s: %s and %s"
                .formatted(type, other.getClass().getName(), connector.getClass().getName()));
      }
    }
  }

  public List<Connector<?>> all() {
    return List.copyOf(byType.values());
  }

  public Optional<Connector<?>> find(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  /** The inputs that a step cannot run without, by connector type. */
  public Map<String, Set<String>> requiredInputs() {
    var required = new LinkedHashMap<String, Set<String>>();
    byType.forEach((type, connector) -> required.put(type, requiredInputs(connector)));
    return required;
  }

  private static Set<String> requiredInputs(Connector<?> connector) {
    return InputField.of(connector).stream()
        .filter(InputField::required)
        .map(InputField::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
