package io.wireroom.exporter;

import static java.util.Map.entry;

import io.camunda.zeebe.exporter.api.context.Context.RecordFilter;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.MessageStartEventSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.MessageRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.util.Map;
import java.util.Set;

/** The records that the history of runs is made of: about a third of all, and whatever is new. */
final class Wanted implements RecordFilter {
  /** The messages by which the engine sees how far the records have come. */
  private static final String MARKER = "wireroom:marker";

  private static final Map<ValueType, Set<Intent>> INTENTS =
      Map.ofEntries(
          entry(
              ValueType.PROCESS_INSTANCE,
              Set.of(
                  ProcessInstanceIntent.ELEMENT_ACTIVATING,
                  ProcessInstanceIntent.ELEMENT_COMPLETED,
                  ProcessInstanceIntent.ELEMENT_TERMINATED,
                  ProcessInstanceIntent.ELEMENT_MIGRATED)),
          entry(
              ValueType.JOB,
              Set.of(
                  JobIntent.CREATED,
                  JobIntent.COMPLETED,
                  JobIntent.FAILED,
                  JobIntent.TIMED_OUT,
                  JobIntent.RECURRED_AFTER_BACKOFF,
                  JobIntent.ERROR_THROWN)),
          entry(ValueType.VARIABLE, Set.of(VariableIntent.CREATED, VariableIntent.UPDATED)),
          entry(ValueType.INCIDENT, Set.of(IncidentIntent.CREATED, IncidentIntent.RESOLVED)),
          entry(
              ValueType.MESSAGE_START_EVENT_SUBSCRIPTION,
              Set.of(MessageStartEventSubscriptionIntent.CORRELATED)),
          entry(
              ValueType.PROCESS_MESSAGE_SUBSCRIPTION,
              Set.of(
                  ProcessMessageSubscriptionIntent.CREATED,
                  ProcessMessageSubscriptionIntent.CORRELATED,
                  ProcessMessageSubscriptionIntent.DELETED)),
          entry(ValueType.MESSAGE, Set.of(MessageIntent.PUBLISHED)),
          entry(
              ValueType.TIMER,
              Set.of(TimerIntent.CREATED, TimerIntent.TRIGGERED, TimerIntent.CANCELED)),
          entry(ValueType.USER_TASK, Set.of(UserTaskIntent.CREATED, UserTaskIntent.COMPLETED)),
          entry(ValueType.PROCESS, Set.of(ProcessIntent.CREATED)));

  private final KnownRecords known = KnownRecords.read();

  @Override
  public boolean acceptType(RecordType type) {
    return type == RecordType.EVENT;
  }

  @Override
  public boolean acceptValue(ValueType type) {
    return INTENTS.containsKey(type) || known.isNew(type);
  }

  /** Whether a record that passed the filter is part of the history. */
  boolean accepts(Record<?> record) {
    return known.isNew(record) || isWanted(record);
  }

  private static boolean isWanted(Record<?> record) {
    return INTENTS.getOrDefault(record.getValueType(), Set.of()).contains(record.getIntent())
        && switch (record.getValue()) {
          case ProcessInstanceRecordValue value ->
              value.getBpmnElementType() != BpmnElementType.SEQUENCE_FLOW;
          case MessageRecordValue value -> value.getName().equals(MARKER);
          default -> true;
        };
  }
}
