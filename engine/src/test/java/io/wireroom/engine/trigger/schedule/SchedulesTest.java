package io.wireroom.engine.trigger.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.history.History;
import io.wireroom.engine.history.Records;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.testing.OnEveryStore;
import io.wireroom.engine.testing.TestStore;
import io.wireroom.engine.trigger.StartDiagrams;
import io.wireroom.engine.workflow.Diagram;
import io.wireroom.engine.workflow.TimerStart;
import io.wireroom.engine.workflow.TriggerFacts.Misfire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("module")
@OnEveryStore
class SchedulesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final Database database;
  private final History history;
  private final Schedules schedules;
  private final Records records = new Records("daily", 100, 0);

  SchedulesTest(TestStore store, @TempDir Path folder) {
    database = store.open(folder);
    history = new History(database);
    var clock = Clock.fixed(NOW, BERLIN);
    schedules = new Schedules(history.timers(), new Feel(clock), clock, BERLIN);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timeCycle | 0 0 7 * * MON        | 2026-11-30T06:00:00Z | 2026-12-07T06:00:00Z",
        "timeCycle | R/PT1H               | 2026-11-23T10:00:00Z | 2026-11-23T11:00:00Z",
        "timeCycle | R/P1D                | 2026-11-24T09:00:00Z | 2026-11-25T09:00:00Z",
        "timeCycle | R/2026-12-01T08:00:00Z/PT24H | 2026-12-01T08:00:00Z | 2026-12-02T08:00:00Z",
        "timeCycle | =cycle(duration(\"PT1H\")) | 2026-11-23T10:00:00Z | 2026-11-23T11:00:00Z",
      })
  void computesTheNextFiresOfADraft(String kind, String text, Instant first, Instant second) {
    var next = schedules.of(timer(kind, text), false).next();

    assertThat(next).hasSize(5).startsWith(first, second);
  }

  @Test
  void aDateFiresOnceAndAFewRepetitionsOnlySoOften() {
    assertThat(schedules.of(timer("timeDate", "2026-12-24T18:00:00+01:00"), false).next())
        .containsExactly(Instant.parse("2026-12-24T17:00:00Z"));
    assertThat(schedules.of(timer("timeDate", "2020-01-01T00:00:00Z"), false).next()).isEmpty();
    assertThat(schedules.of(timer("timeCycle", "R2/PT1H"), false).next()).hasSize(2);
  }

  @Test
  void aCronKeepsItsHourWhenTheClocksChange() {
    var next = schedules.of(timer("timeCycle", "0 0 7 1 * *"), false).next();

    assertThat(next)
        .startsWith(Instant.parse("2026-12-01T06:00:00Z"))
        .endsWith(Instant.parse("2027-04-01T05:00:00Z"));
  }

  @Test
  void whatTheBrokerWouldRefuseHasNoFires() {
    assertThat(schedules.of(timer("timeCycle", "every day"), false).next()).isEmpty();
    assertThat(schedules.of(timer("timeDate", "=x.y"), false).next()).isEmpty();
  }

  @Test
  void countsFromTheBrokersOwnDueDate() {
    store(definition().record("TIMER", "CREATED", 5, due("2026-11-23T09:20:00Z", -1)));

    assertThat(schedules.of(timer("timeCycle", "R/PT1H"), true).next())
        .startsWith(Instant.parse("2026-11-23T09:20:00Z"), Instant.parse("2026-11-23T10:20:00Z"));
  }

  @Test
  void showsAFireThatCameLate() {
    store(
        definition()
            .record("TIMER", "CREATED", 5, due("2026-11-23T08:00:00Z", -1))
            .record("TIMER", "TRIGGERED", 5, due("2026-11-23T08:00:00Z", -1))
            .record("TIMER", "CREATED", 6, due("2026-11-23T09:59:30Z", -1))
            .record("TIMER", "TRIGGERED", 6, due("2026-11-23T09:59:30Z", -1))
            .record("TIMER", "CREATED", 7, due("2026-11-23T11:00:00Z", -1)));

    var schedule = schedules.of(timer("timeCycle", "R/PT1H"), true);

    // why 10:00: the records' clock starts there
    assertThat(schedule.misfires())
        .extracting(Misfire::dueAt)
        .containsExactly(Instant.parse("2026-11-23T08:00:00Z"));
    assertThat(schedule.misfires().getFirst().firedAt())
        .isAfterOrEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
    assertThat(schedule.next()).startsWith(Instant.parse("2026-11-23T11:00:00Z"));
  }

  @Test
  void aTimerThatIsOverOrWithdrawnHasNoFires() {
    store(
        definition()
            .record("TIMER", "CREATED", 5, due("2026-11-23T10:00:00Z", 1))
            .record("TIMER", "TRIGGERED", 5, due("2026-11-23T10:00:00Z", 1)));
    assertThat(schedules.of(timer("timeCycle", "R1/PT1H"), true).next()).isEmpty();

    store(records.record("TIMER", "CREATED", 9, due("2026-11-23T12:00:00Z", -1)));
    store(records.record("TIMER", "CANCELED", 9, due("2026-11-23T12:00:00Z", -1)));

    assertThat(schedules.of(timer("timeCycle", "R/PT1H"), true).next()).isEmpty();
  }

  private static TimerStart timer(String kind, String text) {
    return Diagram.parse(StartDiagrams.timer("daily", kind, text)).timers().getFirst();
  }

  private void store(Records stream) {
    history.store(List.copyOf(stream.all()));
  }

  private Records definition() {
    var xml = Base64.getEncoder().encodeToString("<a/>".getBytes(StandardCharsets.UTF_8));
    return records.record(
        "PROCESS",
        "CREATED",
        11,
        object()
            .put("processDefinitionKey", 11)
            .put("bpmnProcessId", "daily")
            .put("version", 1)
            .put("resource", xml));
  }

  private static ObjectNode due(String at, int repetitions) {
    return object()
        .put("elementInstanceKey", -1)
        .put("processDefinitionKey", 11)
        .put("targetElementId", "start")
        .put("dueDate", Instant.parse(at).toEpochMilli())
        .put("repetitions", repetitions);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
