package io.wireroom.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.MessageRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.nio.charset.StandardCharsets;

/**
 * A record as one line of JSON, and where it stands in the broker's log.
 *
 * @param awaited whether somebody may wait for it: a caller for the run's end, the engine for its
 *     marker
 */
record Line(long position, byte[] json, boolean awaited) {
  static Line of(Record<?> record) {
    var json =
        "{\"position\":"
            + record.getPosition()
            + ",\"partition\":"
            + record.getPartitionId()
            + ",\"key\":"
            + record.getKey()
            + ",\"at\":"
            + record.getTimestamp()
            + ",\"type\":\""
            + record.getValueType().name()
            + "\",\"intent\":\""
            + record.getIntent().name()
            + "\",\"value\":"
            + record.getValue().toJson()
            + "}\n";
    return new Line(record.getPosition(), json.getBytes(StandardCharsets.UTF_8), isAwaited(record));
  }

  private static boolean isAwaited(Record<?> record) {
    return switch (record.getValue()) {
      case ProcessInstanceRecordValue value ->
          value.getBpmnElementType() == BpmnElementType.PROCESS
              && record.getIntent() != ProcessInstanceIntent.ELEMENT_ACTIVATING;
      case MessageRecordValue marker -> true;
      default -> false;
    };
  }
}
