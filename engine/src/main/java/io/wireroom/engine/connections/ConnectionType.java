package io.wireroom.engine.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A sort of credential: what a form asks for, and what is wrong with what was given.
 *
 * @param type as it stands in the store and the API
 * @param testable whether it has a test
 * @param testUrl whether the test is a request to an address that a person gives
 * @param check what its fields together must be, beside each for itself
 */
record ConnectionType(
    String type,
    String label,
    String help,
    boolean testable,
    boolean testUrl,
    List<CredentialField> fields,
    Function<Map<String, String>, List<Fault>> check) {

  /** Everything that is wrong with these values; nothing of them is quoted. */
  List<Fault> faults(Map<String, String> values) {
    var faults = new ArrayList<Fault>();
    for (var name : values.keySet()) {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        faults.add(new Fault(name, "A connection of type " + type + " has no such field."));
      }
    }
    fields.forEach(
        field -> field.fault(values.getOrDefault(field.name(), "")).ifPresent(faults::add));
    if (faults.isEmpty()) {
      faults.addAll(check.apply(values));
    }
    return faults;
  }

  /** The values that must not be shown, and those that are made of them. */
  Stream<String> secrets(Map<String, String> values) {
    var plain =
        fields.stream()
            .filter(CredentialField::secret)
            .map(field -> values.getOrDefault(field.name(), ""));
    return Stream.concat(plain, Derived.from(type, values)).filter(value -> !value.isBlank());
  }

  /** What is wrong with a field, as a sentence. */
  record Fault(String field, String message) {}
}
