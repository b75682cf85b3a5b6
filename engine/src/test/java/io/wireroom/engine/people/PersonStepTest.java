package io.wireroom.engine.people;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wireroom.engine.repair.Mender;
import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.engine.workflow.Bpmn;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class PersonStepTest {
  private static final String FORM =
      """
      {"type": "default", "schemaVersion": 16, "components": [
        {"type": "text", "text": "# {{title}}"},
        {"type": "textfield", "key": "title", "label": "Title", "readonly": true},
        {"type": "select", "key": "desk", "label": "Desk", "valuesKey": "desks"},
        {"type": "checkbox", "key": "approved", "label": "Approved"},
        {"type": "textarea", "key": "reason", "label": "Reason",
         "conditional": {"hide": "=approved"}, "validate": {"required": true}}
      ]}
      """;
  private static final String NATIVE = "<zeebe:userTask /><zeebe:formDefinition formId=\"look\" />";
  private static final String HELD =
      "<zeebe:userTask /><zeebe:formDefinition formKey=\"camunda-forms:bpmn:look\" />";
  private static final String JOB = "<zeebe:formDefinition formKey=\"camunda-forms:bpmn:look\" />";
  private static final String VALUES =
      """
      {"title": "<img src=x onerror=alert(1)>", "desks": ["news", "sport"]}
      """;

  private final ApplicationFixture product;
  private final Mender mender;

  PersonStepTest(ApplicationFixture product) {
    this.product = product;
    this.mender = new Mender(product);
  }

  @ParameterizedTest
  @ValueSource(strings = {NATIVE, HELD, JOB})
  void showsItsFormAndIsCompletedOnceWhateverKindItIs(String kind) {
    var workflow = "person-" + Math.abs(kind.hashCode());
    var step = begin(workflow, kind);

    var asked = mender.get("/api/tasks/" + step);
    assertThat(asked.path("status").asText()).isEqualTo("open");
    assertThat(asked.path("name").asText()).isEqualTo("Look at it");
    assertThat(asked.path("form").path("components")).hasSize(5);
    assertThat(asked.path("values").path("title").asText()).startsWith("<img");
    assertThat(asked.path("values").has("wireroomEvent")).isFalse();

    var filled = "{\"approved\": true, \"desk\": \"news\", \"title\": \"changed\", \"more\": 1}";
    var done = complete(step, filled);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    var second = complete(step, filled);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(json(second).path("detail").asText()).contains("completed by admin");

    var run = mender.until(asked.path("runKey").asText(), "completed");
    assertThat(run.path("variables").path("approved").asBoolean()).isTrue();
    assertThat(run.path("variables").path("desk").asText()).isEqualTo("news");
    assertThat(run.path("variables").path("title").asText()).startsWith("<img");
    assertThat(run.path("variables").has("more")).isFalse();
    var after = mender.get("/api/tasks/" + step);
    assertThat(after.path("status").asText()).isEqualTo("completed");
    assertThat(after.path("completedBy").asText()).isEqualTo("admin");
  }

  @Test
  void refusesWhatTheFormRefusesFieldByField() {
    var step = begin("person-strict", NATIVE);

    var answer = complete(step, "{\"approved\": false, \"desk\": \"weather\"}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).path("errors").findValuesAsText("path"))
        .containsExactly("desk", "reason");
    assertThat(mender.get("/api/tasks/" + step).path("status").asText()).isEqualTo("open");
    assertThat(
            complete(step, "{\"approved\": false, \"desk\": \"sport\", \"reason\": \"no\"}")
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void takesTheFirstOfTwoWhoCompleteItAtTheSameTime() throws Exception {
    var step = begin("person-race", NATIVE);
    var together = new CyclicBarrier(2);
    Callable<Integer> someone =
        () -> {
          together.await();
          return complete(step, "{\"approved\": true, \"desk\": \"news\"}").statusCode();
        };

    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = people.invokeAll(List.of(someone, someone));

      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(204, 409);
    }
  }

  @Test
  void saysThatNothingIsToBeDoneAnyMoreWhenTheRunEnded() {
    var step = begin("person-gone", NATIVE);
    var run = mender.get("/api/tasks/" + step).path("runKey").asText();
    mender.post("/api/runs/" + run + "/cancel", "");
    mender.until(run, "cancelled");

    assertThat(mender.get("/api/tasks/" + step).path("status").asText()).isEqualTo("gone");
    assertThat(complete(step, "{\"approved\": true, \"desk\": \"news\"}").statusCode())
        .isEqualTo(410);
  }

  @Test
  void showsTheFormOfTheVersionThatTheRunGoesBy() {
    var step = begin("person-version", NATIVE);
    product.publish(
        "person-version", diagram("person-version", NATIVE, FORM.replace("Desk", "Table")));

    assertThat(mender.get("/api/tasks/" + step).path("form").toString()).contains("Desk");
    assertThat(complete(step, "{\"approved\": true, \"desk\": \"news\"}").statusCode())
        .isEqualTo(204);
  }

  @Test
  void isCompletedWithoutAFormToo() {
    product.publish("person-plain", diagram("person-plain", "<zeebe:userTask />", FORM));
    var run = mender.start("person-plain", "{}");
    var step = mender.open(run, "look");

    assertThat(mender.get("/api/tasks/" + step).path("form").isNull()).isTrue();
    assertThat(complete(step, "{\"wireroomEvent\": \"x\"}").statusCode()).isEqualTo(422);
    assertThat(complete(step, "{\"seen\": true}").statusCode()).isEqualTo(204);

    assertThat(mender.until(run, "completed").path("variables").path("seen").asBoolean()).isTrue();
  }

  @Test
  void refusesWhatIsNoStepForAPersonOrNoAnswer() {
    var step = begin("person-bad", NATIVE);
    var run = mender.get("/api/tasks/" + step).path("runKey").asText();

    for (var key : new String[] {"7", "x", run}) {
      assertThat(product.send(product.admin("/api/tasks/" + key)).statusCode()).isEqualTo(404);
      assertThat(complete(key, "{}").statusCode()).isEqualTo(404);
    }
    var path = "/api/tasks/" + step + "/complete";
    assertThat(mender.post(path, "{\"approved\": true}").statusCode()).isEqualTo(422);
    assertThat(mender.post(path, "{\"values\": [1]}").statusCode()).isEqualTo(422);
    assertThat(mender.post(path, "nothing").statusCode()).isEqualTo(422);
    assertThat(complete(step, "{\"reason\": \"" + "x".repeat(400_000) + "\"}").statusCode())
        .isEqualTo(413);
    assertThat(product.post(path, "{}").statusCode()).isEqualTo(401);
  }

  @Test
  void aFormThatCannotBeHeldToIsAProblemOfTheDiagram() {
    product.saveDraft(
        "person-odd",
        diagram(
            "person-odd",
            NATIVE,
            "{\"components\": [{\"type\": \"filepicker\", \"key\": \"f\"}]}"));

    var answer = product.adminPost("/api/workflows/person-odd/publish", "");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).path("errors").path(0).path("path").asText()).isEqualTo("look");
  }

  private String begin(String workflow, String kind) {
    product.publish(workflow, diagram(workflow, kind, FORM));
    var run = mender.start(workflow, VALUES);
    var step = mender.open(run, "look");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> mender.get("/api/tasks/" + step).path("status").asText().equals("open"));
    return step;
  }

  private HttpResponse<String> complete(String step, String values) {
    return mender.post("/api/tasks/" + step + "/complete", "{\"values\": " + values + "}");
  }

  private static String diagram(String id, String extensions, String form) {
    return Bpmn.definitions(
        """
        <bpmn:process id="%s" isExecutable="true">
          <bpmn:extensionElements>
            <zeebe:userTaskForm id="look">%s</zeebe:userTaskForm>
          </bpmn:extensionElements>
          <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="look" />
          <bpmn:userTask id="look" name="Look at it">
            <bpmn:extensionElements>%s</bpmn:extensionElements>
          </bpmn:userTask>
          <bpmn:sequenceFlow id="b" sourceRef="look" targetRef="end" />
          <bpmn:endEvent id="end" />
        </bpmn:process>
        """
            .formatted(id, form.replace("&", "&amp;").replace("<", "&lt;"), extensions));
  }
}
