package io.wireroom.engine.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.repair.Mender;
import io.wireroom.engine.testing.ApplicationFixture;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Somebody who runs an example, and fills in at its steps for people what its folder says. */
record Reader(Mender mender) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  Reader(ApplicationFixture product) {
    this(new Mender(product));
  }

  /** The variables of the run when it is over. */
  JsonNode run(ExampleFolder example, String base) {
    return run(example.id(), example.input(base).toString(), example.answers());
  }

  JsonNode run(String workflow, String input, ObjectNode answers) {
    var key = mender.start(workflow, input);
    var done = new HashSet<String>();
    var times = new HashMap<String, Integer>();
    return await()
        .atMost(PATIENCE)
        .until(() -> oneLook(key, answers, done, times), Reader::isOver)
        .path("variables");
  }

  private JsonNode oneLook(
      String key, ObjectNode answers, Set<String> done, Map<String, Integer> times) {
    var run = mender.run(key);
    assertThat(run.path("status").asText()).as(run.toPrettyString()).isNotEqualTo("failed");
    for (var step : run.path("steps")) {
      var id = step.path("id").asText();
      var element = step.path("elementId").asText();
      if (step.path("type").asText().equals("userTask")
          && !step.hasNonNull("endedAt")
          && !done.contains(id)) {
        var answer = answer(answers, element, times.getOrDefault(element, 0));
        if (completed(id, answer)) {
          done.add(id);
          times.merge(element, 1, Integer::sum);
        }
      }
    }
    return run;
  }

  private static JsonNode answer(ObjectNode answers, String element, int time) {
    var given = answers.path(element);
    var answer = given.isArray() ? given.path(time) : given;
    assertThat(answer.isObject()).as("an answer for " + element).isTrue();
    return answer;
  }

  /** False while the step is just beginning. */
  private boolean completed(String step, JsonNode answer) {
    var sent =
        mender.post("/api/tasks/" + step + "/complete", "{\"values\": %s}".formatted(answer));
    assertThat(sent.statusCode()).as(sent.body()).isIn(204, 404, 409, 503);
    return sent.statusCode() == 204;
  }

  private static boolean isOver(JsonNode run) {
    return run.path("status").asText().equals("completed");
  }
}
