package io.wireroom.bench.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Records that a real broker sent, to be stored again and again as those of other runs. */
final class Tape {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The broker's keys are above it; counts and times are not. */
  private static final long KEYS = 1L << 51;

  private static final long DISTANCE = 1L << 32;
  private static final int BATCH = 1_000;

  private final List<ObjectNode> records = new ArrayList<>();

  void add(byte[] lines) throws IOException {
    try (var nodes = JSON.readerFor(ObjectNode.class).<ObjectNode>readValues(lines)) {
      nodes.forEachRemaining(records::add);
    }
  }

  int size() {
    return records.size();
  }

  /** The batches of the n-th copy, as the exporter would post them. */
  List<byte[]> copy(int n) throws IOException {
    var batches = new ArrayList<byte[]>();
    var batch = new ByteArrayOutputStream();
    var count = 0;
    for (var r : records) {
      if (r.path("type").asText().equals("PROCESS") && n > 0) {
        continue; // why: a definition is deployed once
      }
      batch.write(shifted(r, n).toString().getBytes(StandardCharsets.UTF_8));
      batch.write('\n');
      if (++count % BATCH == 0) {
        batches.add(batch.toByteArray());
        batch.reset();
      }
    }
    batches.add(batch.toByteArray());
    return batches;
  }

  private static ObjectNode shifted(ObjectNode r, int n) {
    var copy = r.deepCopy();
    copy.put("position", r.path("position").asLong() + n * DISTANCE);
    copy.put("key", key(r.path("key"), n));
    var value = (ObjectNode) copy.path("value");
    for (var field : value.properties()) {
      if (field.getValue().isIntegralNumber() && !field.getKey().equals("processDefinitionKey")) {
        field.setValue(JSON.getNodeFactory().numberNode(key(field.getValue(), n)));
      }
    }
    return copy;
  }

  private static long key(JsonNode number, int n) {
    return number.asLong() >= KEYS ? number.asLong() + n * DISTANCE : number.asLong();
  }
}
