package io.wireroom.engine.again;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.engine.testing.ApplicationFixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way of running a run again, on the whole product and the real broker. */
@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class RunAgainTest {
  private static final Duration LONG = Duration.ofSeconds(40);

  @AutoClose private final Peer peer = new Peer();
  private final ApplicationFixture product;

  RunAgainTest(ApplicationFixture product) {
    this.product = product;
  }

  private JsonNode get(String path) {
    return json(product.send(product.admin(path)));
  }

  private String run(String id, String variables) {
    return json(product.adminPost("/api/workflows/" + id + "/runs", variables))
        .path("runKey")
        .asText();
  }

  private JsonNode ended(String run) {
    return awaited(run, "completed");
  }

  private JsonNode awaited(String run, String status) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(get("/api/runs/" + run).path("status").asText())
                    .as(get("/api/runs/" + run).toString())
                    .isEqualTo(status));
    return get("/api/runs/" + run);
  }

  /** The id of a step by its element, of that pass or item (from 1). */
  private static String step(JsonNode run, String element, int pass) {
    return run.path("steps")
        .valueStream()
        .filter(step -> step.path("elementId").asText().equals(element))
        .filter(step -> !step.path("type").asText().equals("multiInstanceBody"))
        .skip(pass - 1)
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }

  private String again(String run, String body) {
    var answer = product.adminPost("/api/runs/" + run + "/again", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer).path("runKey").asText();
  }

  private String againFrom(JsonNode run, String element) {
    return again(run.path("key").asText(), from(step(run, element, 1)));
  }

  private static List<String> recorded(JsonNode run) {
    return run.path("steps")
        .valueStream()
        .filter(step -> step.path("recorded").asBoolean())
        .map(step -> step.path("elementId").asText())
        .toList();
  }

  private static String from(String step) {
    return "{\"from\": {\"stepId\": \"%s\"}}".formatted(step);
  }

  private String abc(String id) {
    return Drawing.of(id)
        .post("a", peer.url("a"), "=x")
        .post("b", peer.url("b"), "=a.count + x")
        .post("c", peer.url("c"), "=b.sent")
        .end("end")
        .flow("start", "a", "b", "c", "end")
        .xml();
  }

  @Test
  void fromTheStartWithTheSameVariablesOrOneChanged() {
    product.publish("again-start", abc("again-start"));
    var first = ended(run("again-start", "{\"x\": 1}"));

    var same = ended(again(first.path("key").asText(), "{}"));
    assertThat(peer.calls("a")).containsExactly("1", "1");
    assertThat(same.path("variables").path("x").asInt()).isEqualTo(1);
    assertThat(same.path("trigger").asText()).isEqualTo("again");
    assertThat(same.path("workflow").asText()).isEqualTo("again-start");

    ended(again(same.path("key").asText(), "{\"change\": {\"variables\": {\"x\": 5}}}"));
    assertThat(peer.calls("a")).containsExactly("1", "1", "5");
  }

  @Test
  void fromAStepTheEarlierOnesAreAnsweredFromTheRecord() {
    product.publish("again-step", abc("again-step"));
    var first = ended(run("again-step", "{\"x\": 1}"));

    var second = ended(againFrom(first, "c"));

    assertThat(peer.calls("a")).hasSize(1);
    assertThat(peer.calls("b")).hasSize(1);
    assertThat(peer.calls("c")).hasSize(2);
    assertThat(second.path("variables").path("b")).isEqualTo(first.path("variables").path("b"));
    assertThat(second.path("againOf").path("runKey")).isEqualTo(first.path("key"));
    assertThat(second.path("againOf").path("stepId").asText()).isEqualTo(step(first, "c", 1));
    assertThat(recorded(second)).containsExactly("start", "a", "b");
    assertThat(first.has("againOf")).isFalse();

    var third = ended(againFrom(second, "b"));
    assertThat(peer.calls("a")).as("from a run that was run again itself").hasSize(1);
    assertThat(peer.calls("b")).hasSize(2);
    assertThat(third.path("variables").path("x").asInt()).isEqualTo(1);
  }

  @Test
  void aFailedRunFromTheStepThatFailed() {
    product.publish(
        "again-failed",
        Drawing.of("again-failed")
            .post("a", peer.url("a"), "=1")
            .post("b", peer.refusing("b", 422), "=2")
            .end("end")
            .flow("start", "a", "b", "end")
            .xml());
    var first = awaited(run("again-failed", "{}"), "failed");

    ended(againFrom(first, "b"));

    assertThat(peer.calls("a")).hasSize(1);
    assertThat(peer.calls("b")).containsExactly("no", "2");
  }

  private String loop(String id, boolean sequential) {
    var body =
        new Drawing(id + "-in")
            .add("<bpmn:startEvent id=\"in\" />")
            .post("one", peer.url("one"), "=item")
            .post("two", peer.url("two"), "=item")
            .end("out")
            .flow("in", "one", "two", "out");
    return Drawing.of(id)
        .add(
            """
            <bpmn:subProcess id="each">
              <bpmn:multiInstanceLoopCharacteristics isSequential="%s">
                <bpmn:extensionElements>
                  <zeebe:loopCharacteristics inputCollection="=items" inputElement="item"
                    outputCollection="results" outputElement="=two.sent" />
                </bpmn:extensionElements>
              </bpmn:multiInstanceLoopCharacteristics>
              %s
            </bpmn:subProcess>
            """
                .formatted(sequential, body.elements()))
        .post("after", peer.url("after"), "=count(results)")
        .end("end")
        .flow("start", "each", "after", "end")
        .xml();
  }

  @Test
  void fromInsideALoopOfOneAfterTheOtherTheLaterItemsRun() {
    product.publish("again-seq", loop("again-seq", true));
    var first = ended(run("again-seq", "{\"items\": [1, 2, 3]}"));

    ended(again(first.path("key").asText(), from(step(first, "two", 2))));

    assertThat(peer.calls("one")).containsExactly("1", "2", "3", "3");
    assertThat(peer.calls("two")).containsExactly("1", "2", "3", "2", "3");
    assertThat(peer.calls("after")).containsExactly("3", "3");
  }

  @Test
  void fromInsideALoopOfAllAtOnceOnlyThatItemRuns() {
    product.publish("again-par", loop("again-par", false));
    var first = ended(run("again-par", "{\"items\": [1, 2, 3]}"));
    var two =
        first
            .path("steps")
            .valueStream()
            .filter(step -> step.path("elementId").asText().equals("two"))
            .filter(step -> step.path("input").path("body").asInt() == 2)
            .findFirst()
            .orElseThrow();

    var second = ended(again(first.path("key").asText(), from(two.path("id").asText())));

    assertThat(peer.calls("one")).containsExactlyInAnyOrder("1", "2", "3");
    assertThat(peer.calls("two")).containsExactlyInAnyOrder("1", "2", "3", "2");
    assertThat(second.path("variables").path("results")).hasSize(3);
  }

  @Test
  void calledWorkflowsAndTimersBeforeTheStepPassAtOnce() {
    product.publish(
        "again-child",
        Drawing.of("again-child")
            .post("inside", peer.url("inside"), "=7")
            .end("end")
            .flow("start", "inside", "end")
            .xml());
    product.publish(
        "again-caller",
        Drawing.of("again-caller")
            .add(
                """
                <bpmn:intermediateCatchEvent id="pause">
                  <bpmn:timerEventDefinition id="t">
                    <bpmn:timeDuration>PT3S</bpmn:timeDuration>
                  </bpmn:timerEventDefinition>
                </bpmn:intermediateCatchEvent>
                <bpmn:callActivity id="call">
                  <bpmn:extensionElements>
                    <zeebe:calledElement processId="again-child" />
                  </bpmn:extensionElements>
                </bpmn:callActivity>
                """)
            .post("b", peer.url("b"), "=inside.count")
            .end("end")
            .flow("start", "pause", "call", "b", "end")
            .xml());
    var first = ended(run("again-caller", "{}"));

    var second = ended(againFrom(first, "b"));
    assertThat(peer.calls("inside")).containsExactly("7");
    assertThat(peer.calls("b")).containsExactly("1", "1");
    assertThat(second.path("variables").path("inside").path("sent").asInt()).isEqualTo(7);

    ended(againFrom(first, "call"));
    assertThat(peer.calls("inside")).as("the call itself runs for real").hasSize(2);
    assertThat(peer.calls("b")).containsExactly("1", "1", "2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<zeebe:userTask />", ""})
  void whatPeopleDidBeforeTheStepIsNotAskedAgain(String kind) {
    var id = "again-people" + kind.length();
    product.publish(
        id,
        Drawing.of(id)
            .add(
                """
                <bpmn:userTask id="look"><bpmn:extensionElements>%s</bpmn:extensionElements>
                </bpmn:userTask>
                """
                    .formatted(kind))
            .post("b", peer.url(id), "=verdict")
            .end("end")
            .flow("start", "look", "b", "end")
            .xml());
    var waiting = run(id, "{}");
    await().atMost(LONG).until(() -> !get("/api/runs/" + waiting).path("steps").path(1).isEmpty());
    var task = step(get("/api/runs/" + waiting), "look", 1);
    await()
        .atMost(LONG)
        .until(
            () ->
                product
                        .adminPost(
                            "/api/tasks/" + task + "/complete", "{\"values\": {\"verdict\": 4}}")
                        .statusCode()
                    == 204);
    var first = ended(waiting);

    var second = ended(againFrom(first, "b"));

    assertThat(peer.calls(id)).containsExactly("4", "4");
    assertThat(recorded(second)).containsExactly("start", "look");
    assertThat(second.path("steps").findValuesAsText("elementId"))
        .containsExactly("start", "look", "b", "end");
    assertThat(second.path("steps").path(1).path("output").path("verdict").asInt()).isEqualTo(4);
  }

  @Test
  void aLargeResponseIsAnsweredFromTheRecordWhole() {
    product.publish(
        "again-large",
        Drawing.of("again-large")
            .post("a", peer.url("a"), "={text: text}")
            .post("c", peer.url("c"), "={text: a.sent.text}")
            .end("end")
            .flow("start", "a", "c", "end")
            .xml());
    var text = "ü".repeat(100_000);
    var first = ended(run("again-large", "{\"text\": \"%s\"}".formatted(text)));

    ended(againFrom(first, "c"));

    assertThat(peer.calls("a")).hasSize(1);
    assertThat(peer.calls("c")).hasSize(2).containsOnly("{\"text\":\"%s\"}".formatted(text));
    ended(again(first.path("key").asText(), "{}"));
    assertThat(peer.calls("a")).hasSize(2).containsOnly("{\"text\":\"%s\"}".formatted(text));
  }

  @Test
  void anErrorThatTheDiagramCaughtIsCaughtAgain() {
    product.publish(
        "again-error",
        Drawing.of("again-error")
            .post("a", peer.refusing("a", 404), "=1")
            .add(
                """
                <bpmn:boundaryEvent id="no" attachedToRef="a">
                  <bpmn:outgoing>again_error_f2</bpmn:outgoing>
                  <bpmn:errorEventDefinition id="e" errorRef="err" />
                </bpmn:boundaryEvent>
                """)
            .post("b", peer.url("b"), "=2")
            .post("c", peer.url("c"), "=3")
            .end("end")
            .flow("start", "a", "end")
            .flow("no", "b", "c", "end")
            .xml("<bpmn:error id=\"err\" name=\"HTTP_4XX\" errorCode=\"HTTP_4XX\" />"));
    var first = ended(run("again-error", "{}"));

    ended(againFrom(first, "c"));

    assertThat(peer.calls("a")).containsExactly("no");
    assertThat(peer.calls("b")).hasSize(1);
    assertThat(peer.calls("c")).hasSize(2);
  }

  @Test
  void aTimeLimitThatInterruptedAStepInterruptsItAgain() {
    product.publish(
        "again-limit",
        Drawing.of("again-limit")
            .post("a", peer.silent("a"), "=1")
            .add(
                """
                <bpmn:boundaryEvent id="late" attachedToRef="a">
                  <bpmn:outgoing>again_limit_f2</bpmn:outgoing>
                  <bpmn:timerEventDefinition id="t">
                    <bpmn:timeDuration>PT1S</bpmn:timeDuration>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                """)
            .post("b", peer.url("b"), "=2")
            .post("c", peer.url("c"), "=3")
            .end("end")
            .flow("start", "a", "end")
            .flow("late", "b", "c", "end")
            .xml());
    var first = ended(run("again-limit", "{}"));

    ended(againFrom(first, "c"));

    assertThat(peer.calls("a")).containsExactly("silence");
    assertThat(peer.calls("b")).hasSize(1);
    assertThat(peer.calls("c")).hasSize(2);
  }

  @Test
  void compensationBeforeTheStepIsAnsweredAndAfterItIsDone() {
    product.publish(
        "again-undo",
        Drawing.of("again-undo")
            .post("a", peer.url("a"), "=1")
            .add(
                """
                <bpmn:boundaryEvent id="comp" attachedToRef="a">
                  <bpmn:compensateEventDefinition id="ce" />
                </bpmn:boundaryEvent>
                """)
            .add(
                Drawing.call("undo", peer.url("undo"), "=9")
                    .replace("name=\"Step undo\"", "name=\"Step undo\" isForCompensation=\"true\""))
            .post("b", peer.url("b"), "=2")
            .add(
                """
                <bpmn:intermediateThrowEvent id="back">
                  <bpmn:compensateEventDefinition id="cd" />
                </bpmn:intermediateThrowEvent>
                """)
            .post("c", peer.url("c"), "=3")
            .end("end")
            .flow("start", "a", "b", "back", "c", "end")
            .add(
                "<bpmn:association id=\"as\" associationDirection=\"One\" sourceRef=\"comp\""
                    + " targetRef=\"undo\" />")
            .xml());
    var first = ended(run("again-undo", "{}"));
    assertThat(peer.calls("undo")).hasSize(1);

    ended(againFrom(first, "c"));
    assertThat(peer.calls("undo")).as("it was before the step").hasSize(1);

    ended(againFrom(first, "b"));
    assertThat(peer.calls("undo")).as("it comes after the step").hasSize(2);
    assertThat(peer.calls("a")).hasSize(1);
  }

  @Test
  void withAChangedInputVariableAndVersionAndTheDifferenceBesideIt() {
    product.publish("again-new", abc("again-new"));
    var first = ended(run("again-new", "{\"x\": 1}"));
    var key = first.path("key").asText();
    var from = "{\"from\": {\"stepId\": \"%s\"}, ".formatted(step(first, "c", 1));

    var changed =
        again(key, from + "\"change\": {\"inputs\": {\"c\": {\"body\": {\"n\": \"ü\\n\"}}}}}");
    ended(changed);
    assertThat(peer.calls("c").getLast()).isEqualTo("{\"n\":\"ü\\n\"}");

    ended(again(key, from + "\"change\": {\"variables\": {\"b\": {\"sent\": 42}}}}"));
    assertThat(peer.calls("c").getLast()).isEqualTo("42");

    product.publish(
        "again-new",
        Drawing.of("again-new")
            .post("a", peer.url("a"), "=x")
            .post("b", peer.url("b"), "=a.count + x")
            .post("c", peer.url("c"), "=100")
            .post("extra", peer.url("extra"), "=c.sent")
            .end("end")
            .flow("start", "a", "b", "c", "extra", "end")
            .xml());
    var newest = ended(again(key, from + "\"version\": \"newest\"}"));
    assertThat(peer.calls("extra")).containsExactly("100");
    assertThat(newest.path("version").asInt()).isEqualTo(2);
    assertThat(peer.calls("a")).hasSize(1);
    assertThat(peer.calls("b")).hasSize(1);

    var difference = get("/api/runs/" + key + "/difference?with=" + newest.path("key").asText());
    var states = new java.util.TreeMap<String, String>();
    difference
        .path("steps")
        .forEach(s -> states.put(s.path("elementId").asText(), s.path("state").asText()));
    assertThat(states)
        .as(difference.toString())
        .containsEntry("a", "same")
        .containsEntry("b", "same")
        .containsEntry("c", "changed")
        .containsEntry("extra", "onlyRight");
    assertThat(difference.path("result").findValuesAsText("path"))
        .contains("c.sent", "c.count", "extra");
    assertThat(difference.path("right").path("version").asInt()).isEqualTo(2);
    assertThat(difference.path("left").path("durationMs").isNumber()).isTrue();
    assertThat(difference.path("steps").path(1).path("right").path("recorded").asBoolean())
        .isTrue();
  }

  @Test
  void manyRunsOnTheDraftOneAfterTheOther() {
    product.publish("again-bulk", abc("again-bulk"));
    for (int i = 1; i <= 6; i++) {
      ended(run("again-bulk", "{\"x\": %d}".formatted(i)));
    }
    product.saveDraft("again-bulk", abc("again-bulk").replace("=b.sent", "=b.sent * 0"));

    var begun =
        product.adminPost(
            "/api/runs/again",
            "{\"workflow\": \"again-bulk\", \"status\": \"completed\", \"limit\": 5,"
                + " \"from\": {\"elementId\": \"c\"}, \"version\": \"same\"}");
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    var batch = "/api/again/" + json(begun).path("batch").asText();
    await().atMost(LONG).until(() -> get(batch).path("done").asInt() == 5);

    assertThat(get(batch).path("total").asInt()).isEqualTo(5);
    assertThat(get(batch).path("items").findValuesAsText("status"))
        .containsOnly("completed")
        .hasSize(5);
    assertThat(get(batch).path("items").findValuesAsText("same")).contains("false");
    assertThat(peer.calls("a")).hasSize(6);
    assertThat(peer.calls("c")).hasSize(11);
  }

  @Test
  void saysWhyItCannotBeRunAgainSo() {
    product.publish("again-no", abc("again-no"));
    var first = ended(run("again-no", "{\"x\": 1}"));
    var key = first.path("key").asText();

    for (var body :
        List.of(
            from("1"),
            from("x"),
            from(step(first, "end", 1)),
            "{\"version\": \"older\"}",
            "{\"change\": []}",
            "{\"change\": {\"inputs\": {\"none\": {\"url\": \"x\"}}}}",
            "{\"change\": {\"inputs\": {\"a\": 1}}}",
            "{\"from\": {\"stepId\": \"%s\"}, \"change\": {\"inputs\": {\"a\": {\"body\": 1}}}}"
                .formatted(step(first, "c", 1)))) {
      var answer = product.adminPost("/api/runs/" + key + "/again", body);
      assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(422);
      assertThat(json(answer).path("detail").asText()).isNotBlank();
    }
    assertThat(product.adminPost("/api/runs/" + key + "/again", "{\"version\": 99}").statusCode())
        .isEqualTo(409);
    assertThat(product.adminPost("/api/runs/1/again", "{}").statusCode()).isEqualTo(404);
    assertThat(product.post("/api/runs/" + key + "/again", "{}").statusCode()).isEqualTo(401);
    assertThat(product.adminPost("/api/runs/again", "{}").statusCode()).isEqualTo(422);
    assertThat(product.adminPost("/api/runs/again", "{\"keys\": [\"x\"]}").statusCode())
        .isEqualTo(422);
    assertThat(get("/api/again/none").path("status").asInt()).isEqualTo(404);
    assertThat(get("/api/runs/" + key + "/difference").path("status").asInt()).isEqualTo(422);
    assertThat(peer.calls("a")).hasSize(1);
  }
}
