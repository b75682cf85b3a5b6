package io.wireroom.exporter;

import io.camunda.zeebe.protocol.record.Record;
import java.nio.charset.StandardCharsets;

/** A record as one line of JSON, and where it stands in the broker's log. */
record Line(long position, byte[] json) {
  static Line of(Record<?> record) {
    var head =
        "{\"position\":%d,\"partition\":%d,\"key\":%d,\"at\":%d,\"type\":\"%s\",\"intent\":\"%s\",\"value\":"
            .formatted(
                record.getPosition(),
                record.getPartitionId(),
                record.getKey(),
                record.getTimestamp(),
                record.getValueType().name(),
                record.getIntent().name());
    return new Line(
        record.getPosition(),
        (head + record.getValue().toJson() + "}\n").getBytes(StandardCharsets.UTF_8));
  }
}
