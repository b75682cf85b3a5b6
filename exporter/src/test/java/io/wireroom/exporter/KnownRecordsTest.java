package io.wireroom.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.ImmutableRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.ValueTypeMapping;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.ImmutableJobRecordValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class KnownRecordsTest {
  private final Wanted wanted = new Wanted();

  /** When this fails after an update of the broker: write the list anew, and read what is new. */
  @Test
  void theListIsThatOfTheBrokerThatWeAreMadeFor() {
    Map<String, Set<String>> brokers =
        Stream.of(ValueType.values())
            .filter(type -> type != ValueType.NULL_VAL && type != ValueType.SBE_UNKNOWN)
            .collect(Collectors.toMap(Enum::name, KnownRecordsTest::intents));

    assertThat(KnownRecords.read().all()).isEqualTo(brokers);
  }

  private static Set<String> intents(ValueType type) {
    return Arrays.stream(ValueTypeMapping.get(type).getIntentClass().getEnumConstants())
        .map(Intent::name)
        .collect(Collectors.toSet());
  }

  @Test
  void whatIsKnownAndNotNeededIsLeftOut() {
    assertThat(wanted.acceptValue(ValueType.JOB_BATCH)).isFalse();
    assertThat(wanted.accepts(job(JobIntent.YIELDED))).isFalse();
    assertThat(wanted.accepts(job(JobIntent.COMPLETED))).isTrue();
  }

  @Test
  void whatANewerBrokerWritesIsSentOn() {
    assertThat(wanted.acceptValue(ValueType.SBE_UNKNOWN)).isTrue();
    assertThat(wanted.accepts(job(Intent.UNKNOWN))).isTrue();
  }

  private static ImmutableRecord<ImmutableJobRecordValue> job(Intent intent) {
    return ImmutableRecord.<ImmutableJobRecordValue>builder()
        .withRecordType(RecordType.EVENT)
        .withValueType(ValueType.JOB)
        .withIntent(intent)
        .withValue(ImmutableJobRecordValue.builder().build())
        .build();
  }
}
