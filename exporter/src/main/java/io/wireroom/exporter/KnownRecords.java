package io.wireroom.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All kinds of records of the broker that this exporter was made for, wanted or not. What a newer
 * broker writes beside them is sent on, so that nothing is lost which a newer Wireroom would read.
 */
final class KnownRecords {
  private final Map<String, Set<String>> intents;

  private KnownRecords(Map<String, Set<String>> intents) {
    this.intents = intents;
  }

  static KnownRecords read() {
    try (var file = KnownRecords.class.getResourceAsStream("known-records.txt");
        var lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      return new KnownRecords(
          lines
              .lines()
              .map(line -> line.split(": ?", 2))
              .collect(Collectors.toMap(part -> part[0], part -> Set.of(part[1].split(" ")))));
    } catch (IOException e) {
      throw new UncheckedIOException("known-records.txt cannot be read", e);
    }
  }

  /** Whether this type did not exist then. */
  boolean isNew(ValueType type) {
    return !intents.containsKey(type.name());
  }

  /** Whether nothing of the kind existed then. */
  boolean isNew(Record<?> record) {
    var known = intents.getOrDefault(record.getValueType().name(), Set.of());
    return !known.contains(record.getIntent().name());
  }

  /** The types with their intents, to compare with the broker's. */
  Map<String, Set<String>> all() {
    return intents;
  }
}
