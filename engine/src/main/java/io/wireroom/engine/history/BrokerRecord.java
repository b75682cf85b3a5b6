package io.wireroom.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * One record of the broker's stream, as the exporter sends it.
 *
 * @param position where it stands in the partition's log
 * @param type the broker's value type, as in {@code PROCESS_INSTANCE}
 */
public record BrokerRecord(
    int partition,
    long position,
    long key,
    Instant at,
    String type,
    String intent,
    JsonNode value) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads lines of JSON. */
  public static List<BrokerRecord> parse(byte[] lines) throws IOException {
    try (var nodes =
        JSON.readerFor(JsonNode.class).<JsonNode>readValues(new ByteArrayInputStream(lines))) {
      return nodes.readAll().stream().map(BrokerRecord::of).toList();
    }
  }

  private static BrokerRecord of(JsonNode node) {
    return new BrokerRecord(
        node.path("partition").asInt(),
        node.path("position").asLong(),
        node.path("key").asLong(),
        Instant.ofEpochMilli(node.path("at").asLong()),
        node.path("type").asText(),
        node.path("intent").asText(),
        node.path("value"));
  }

  long number(String field) {
    return value.path(field).asLong();
  }

  String text(String field) {
    return value.path(field).asText("");
  }
}
