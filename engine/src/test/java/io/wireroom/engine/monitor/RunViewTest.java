package io.wireroom.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.BrokerRecord;
import io.wireroom.engine.history.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class RunViewTest {
  private static final long RUN = 100;
  private static final long STEP = 200;

  private final ScriptedEngine engine = new ScriptedEngine();
  private final MonitorFixture monitor;
  private final String viewer;
  private final Records records = new Records("newsroom", RUN, 0).begin();

  RunViewTest(@TempDir Path folder) {
    monitor = new MonitorFixture(folder, engine, Duration.ofSeconds(10));
    viewer = monitor.token(Role.VIEWER);
  }

  @AfterEach
  void close() {
    monitor.close();
  }

  @Test
  void waitsForATimerUntilItIsDue() throws Exception {
    records
        .enter(STEP, "INTERMEDIATE_CATCH_EVENT", "pause")
        .record("TIMER", "CREATED", 700, timer("pause", "2026-11-23T10:42:00Z"));

    assertThat(waiting())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.path("kind").asText()).isEqualTo("timer");
              assertThat(one.path("until").asText()).isEqualTo("2026-11-23T10:42:00.000Z");
              assertThat(one.path("text").asText()).isEqualTo("until 10:42, for 5 minutes more");
            });

    records.record("TIMER", "TRIGGERED", 700, timer("pause", "2026-11-23T10:42:00Z"));
    assertThat(waiting().getFirst().path("text").asText()).isEqualTo("for something to happen");
  }

  @Test
  void waitsForAMessageWithItsKeyUntilItCame() throws Exception {
    records
        .enter(STEP, "RECEIVE_TASK", "reply")
        .record("PROCESS_MESSAGE_SUBSCRIPTION", "CREATED", 800, message("reply", "4711"));

    var one = waiting().getFirst();

    assertThat(one.path("kind").asText()).isEqualTo("message");
    assertThat(one.path("message").asText()).isEqualTo("answer");
    assertThat(one.path("correlationKey").asText()).isEqualTo("4711");
    assertThat(one.path("text").asText()).isEqualTo("for the message “answer” with the key 4711");
  }

  @Test
  void keepsWaitingBesideAStepThatAMessageDoesNotEnd() throws Exception {
    records
        .enter(STEP, "EVENT_BASED_GATEWAY", "either")
        .record("PROCESS_MESSAGE_SUBSCRIPTION", "CREATED", 800, message("reply", "4711"))
        .record("TIMER", "CREATED", 700, timer("late", "2026-11-24T09:00:00Z"))
        .record(
            "PROCESS_MESSAGE_SUBSCRIPTION",
            "CORRELATED",
            800,
            message("reply", "4711").put("interrupting", false));

    assertThat(waiting().getFirst().path("text").asText())
        .isEqualTo(
            "until tomorrow, 09:00, for 22 hours more,"
                + " or for the message “answer” with the key 4711");
  }

  @Test
  void waitsForAPersonAndSaysWhenATimerEndsThat() throws Exception {
    records
        .enter(STEP, "USER_TASK", "approve")
        .record("TIMER", "CREATED", 700, timer("late", "2026-11-23T11:37:00Z"));

    var one = waiting().getFirst();

    assertThat(one.path("kind").asText()).isEqualTo("person");
    assertThat(one.path("text").asText())
        .isEqualTo("for a person to do “approve”, or until 11:37, for 1 hour more");
  }

  @Test
  void waitsForTheNextTryWhileItBacksOff() throws Exception {
    records
        .enter(STEP, "SERVICE_TASK", "fetch")
        .job(STEP, "CREATED")
        .job(
            STEP,
            "FAILED",
            2,
            3_000_000,
            object().put("errorMessage", "the model m is saturated: trn: all its places …"));

    var one = waiting().getFirst();
    var step = run().path("steps").path(0);

    assertThat(one.path("kind").asText()).isEqualTo("backoff");
    assertThat(one.path("text").asText())
        .isEqualTo("until 10:50, for 13 minutes more, then it is tried again; 2 tries are left");
    assertThat(one.path("message").asText()).isEqualTo("the model m is saturated");
    assertThat(step.path("nextTryAt").asText()).startsWith("2026-11-23T10:50:00");
    assertThat(step.path("retriesLeft").asInt()).isEqualTo(2);
    records.job(STEP, "RECURRED_AFTER_BACKOFF");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void waitsForAWorkerThatNobodyHereIs() throws Exception {
    records
        .enter(STEP, "SERVICE_TASK", "print")
        .job(STEP, "CREATED", 3, 0, object().put("type", "print:paper"));

    assertThat(waiting().getFirst().path("text").asText())
        .isEqualTo("for a worker that takes jobs of “print:paper”");
  }

  @Test
  void saysThatTheBrokerIsAwayOfStepsThatWork() throws Exception {
    records.enter(STEP, "SERVICE_TASK", "fetch").job(STEP, "CREATED");
    engine.ready = false;

    assertThat(waiting().getFirst().path("kind").asText()).isEqualTo("broker");
  }

  @Test
  void waitsForARepairWithItsCause() throws Exception {
    records
        .enter(STEP, "SERVICE_TASK", "fetch")
        .job(STEP, "CREATED")
        .incident(900, STEP, "no route", "CREATED");

    assertThat(waiting().getFirst().path("text").asText()).isEqualTo("for a repair: no route");
  }

  @Test
  void tellsEachTryWithItsErrorAndHowItEnded() throws Exception {
    records
        .enter(STEP, "SERVICE_TASK", "fetch")
        .job(STEP, "CREATED")
        .job(STEP, "FAILED", 2, 0, object().put("errorMessage", "busy"))
        .job(STEP, "TIMED_OUT", 2, 0, object());
    monitor.history.store(records.all());
    records.job(STEP, "COMPLETED", 2, 0, object()).complete(STEP, "SERVICE_TASK", "fetch");

    var tries = run().path("steps").path(0).path("tries");

    assertThat(tries.findValuesAsText("number")).containsExactly("1", "2", "3");
    assertThat(tries.findValuesAsText("outcome")).containsExactly("failed", "failed", "done");
    assertThat(tries.findValuesAsText("error"))
        .containsExactly("busy", "No worker answered in time.");
    assertThat(tries.path(1).path("startedAt").asText())
        .isEqualTo(tries.path(0).path("endedAt").asText());
  }

  @Test
  void endsATryWithTheStepThatWasCancelled() throws Exception {
    records
        .enter(STEP, "SERVICE_TASK", "fetch")
        .job(STEP, "CREATED")
        .terminate(STEP, "SERVICE_TASK", "fetch");

    assertThat(run().path("steps").path(0).path("tries").findValuesAsText("outcome"))
        .containsExactly("cancelled");
  }

  @Test
  void linksARunWithTheOneThatItCalledAndBack() throws Exception {
    records.enter(STEP, "CALL_ACTIVITY", "translate");
    monitor.history.store(records.all());
    monitor.history.store(called(300).all());

    var caller = run();
    var called = json("/api/runs/300");

    assertThat(caller.path("calls").path(0).path("runKey").asText()).isEqualTo("300");
    assertThat(caller.path("calls").path(0).path("status").asText()).isEqualTo("running");
    assertThat(caller.path("steps").path(0).path("calledRunKey").asText()).isEqualTo("300");
    assertThat(waiting().getFirst().path("text").asText())
        .isEqualTo("for the workflow “translation”, which is running");
    assertThat(called.path("calledBy").path("runKey").asText()).isEqualTo("100");
    assertThat(called.path("calledBy").path("stepId").asText()).isEqualTo("200");
    assertThat(called.path("trigger").asText()).isEqualTo("workflow");
  }

  @Test
  void countsTheItemsOfALoopByTheListItRunsOver() throws Exception {
    records
        .record("PROCESS", "CREATED", 11, definition(loop("=articles.all")))
        .variable(RUN, "articles", "{\"all\":[1,2,3]}")
        .enter(STEP, "MULTI_INSTANCE_BODY", "each")
        .enter(201, "SERVICE_TASK", "each", STEP)
        .variable(201, "loopCounter", "1");

    assertThat(run().path("steps").path(1).path("loop").toString())
        .isEqualTo("{\"index\":1,\"of\":3}");
  }

  @Test
  void doesNotGuessHowManyItemsComeOneAfterTheOther() throws Exception {
    records
        .record("PROCESS", "CREATED", 11, definition(loop("=for a in b return a")))
        .enter(STEP, "MULTI_INSTANCE_BODY", "each")
        .enter(201, "SERVICE_TASK", "each", STEP)
        .variable(201, "loopCounter", "1");

    assertThat(run().path("steps").path(1).path("loop").toString()).isEqualTo("{\"index\":1}");
  }

  @Test
  void takesTheBusinessKeyFromTheVariableBeforeOrAfterTheStart() throws Exception {
    monitor.history.store(records.variable(RUN, "businessKey", "\" A-17 \"").all());
    var other = new Records("newsroom", 500, 50).variable(500, "businessKey", "42").begin();
    monitor.history.store(other.all());

    assertThat(json("/api/runs/100").path("businessKey").asText()).isEqualTo("A-17");
    assertThat(json("/api/runs/500").path("businessKey").asText()).isEqualTo("42");
  }

  @Test
  void givesTheStepsOfAVeryLongRunPageByPage() throws Exception {
    var many = new ArrayList<BrokerRecord>();
    for (var i = 0; i < 1_050; i++) {
      records.enter(1_000 + i, "SERVICE_TASK", i % 2 == 0 ? "even" : "odd");
    }
    many.addAll(records.all());
    monitor.history.store(many);

    var first = json("/api/runs/100");
    var rest = json("/api/runs/100/steps?cursor=" + first.path("stepsNext").asText());
    var even = json("/api/runs/100/steps?element=even");

    assertThat(first.path("steps")).hasSize(1_000);
    assertThat(rest.path("items")).hasSize(50);
    assertThat(rest.has("next")).isFalse();
    assertThat(even.path("items")).hasSize(525);
    assertThat(monitor.get("/api/runs/100/steps?cursor=x", viewer).status()).isEqualTo(422);
    assertThat(monitor.get("/api/runs/7/steps", viewer).status()).isEqualTo(404);
  }

  private static Records called(long key) {
    var value =
        object()
            .put("bpmnProcessId", "translation")
            .put("processInstanceKey", key)
            .put("elementId", "translation")
            .put("bpmnElementType", "PROCESS")
            .put("parentProcessInstanceKey", RUN)
            .put("parentElementInstanceKey", STEP);
    return new Records("translation", key, 1_000)
        .record("PROCESS_INSTANCE", "ELEMENT_ACTIVATING", key, value);
  }

  private static String loop(String list) {
    var xml =
        """
        <process id="p"><serviceTask id="each"><multiInstanceLoopCharacteristics
          isSequential="true"><extensionElements><loopCharacteristics inputCollection="%s"/>
          </extensionElements></multiInstanceLoopCharacteristics></serviceTask></process>
        """
            .formatted(list);
    return java.util.Base64.getEncoder()
        .encodeToString(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static ObjectNode definition(String resource) {
    return object().put("processDefinitionKey", 11).put("resource", resource);
  }

  private static ObjectNode timer(String element, String due) {
    return step()
        .put("targetElementId", element)
        .put("dueDate", Instant.parse(due).toEpochMilli())
        .put("repetitions", 1);
  }

  private static ObjectNode message(String element, String key) {
    return step().put("elementId", element).put("messageName", "answer").put("correlationKey", key);
  }

  private static ObjectNode step() {
    return object().put("processInstanceKey", RUN).put("elementInstanceKey", STEP);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private List<JsonNode> waiting() throws Exception {
    var all = new ArrayList<JsonNode>();
    run().path("waiting").forEach(all::add);
    return all;
  }

  private JsonNode run() throws Exception {
    monitor.history.store(records.all());
    return json("/api/runs/100");
  }

  private JsonNode json(String path) throws Exception {
    var answer = monitor.get(path, viewer);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
