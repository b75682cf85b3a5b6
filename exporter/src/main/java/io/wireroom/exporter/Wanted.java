package io.wireroom.exporter;

import io.camunda.zeebe.exporter.api.context.Context.RecordFilter;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.MessageStartEventSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.util.Map;
import java.util.Set;

/** The records that the history of runs is made of: about a third of all. */
final class Wanted implements RecordFilter {
  private static final Map<ValueType, Set<Intent>> INTENTS =
      Map.of(
          ValueType.PROCESS_INSTANCE,
          Set.of(
              ProcessInstanceIntent.ELEMENT_ACTIVATING,
              ProcessInstanceIntent.ELEMENT_COMPLETED,
              ProcessInstanceIntent.ELEMENT_TERMINATED,
              ProcessInstanceIntent.ELEMENT_MIGRATED),
          ValueType.JOB,
          Set.of(
              JobIntent.CREATED,
              JobIntent.COMPLETED,
              JobIntent.FAILED,
              JobIntent.TIMED_OUT,
              JobIntent.RECURRED_AFTER_BACKOFF,
              JobIntent.ERROR_THROWN),
          ValueType.VARIABLE,
          Set.of(VariableIntent.CREATED, VariableIntent.UPDATED),
          ValueType.INCIDENT,
          Set.of(IncidentIntent.CREATED, IncidentIntent.RESOLVED),
          ValueType.MESSAGE_START_EVENT_SUBSCRIPTION,
          Set.of(MessageStartEventSubscriptionIntent.CORRELATED),
          ValueType.PROCESS,
          Set.of(ProcessIntent.CREATED));

  @Override
  public boolean acceptType(RecordType type) {
    return type == RecordType.EVENT;
  }

  @Override
  public boolean acceptValue(ValueType type) {
    return INTENTS.containsKey(type);
  }

  /** Whether a record that passed the filter is part of the history. */
  boolean accepts(Record<?> record) {
    return INTENTS.getOrDefault(record.getValueType(), Set.of()).contains(record.getIntent())
        && !(record.getValue() instanceof ProcessInstanceRecordValue value
            && value.getBpmnElementType() == BpmnElementType.SEQUENCE_FLOW);
  }
}
