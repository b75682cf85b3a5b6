package io.wireroom.engine.repair;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.engine.testing.ApplicationFixture;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Somebody who starts runs and looks what became of them, over HTTP. */
public record Mender(ApplicationFixture product) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  public String start(String workflow, String variables) {
    var answer = product.adminPost("/api/workflows/" + workflow + "/runs", variables);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer).path("runKey").asText();
  }

  public JsonNode get(String path) {
    var answer = product.send(product.admin(path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  public HttpResponse<String> post(String path, String body) {
    return product.adminPost(path, body);
  }

  public JsonNode run(String key) {
    return get("/api/runs/" + key);
  }

  public JsonNode until(String key, String status) {
    return await()
        .atMost(PATIENCE)
        .until(() -> run(key), run -> run.path("status").asText().equals(status));
  }

  /** The run's open incident. */
  public JsonNode incident(String runKey) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> get("/api/incidents?status=open&q=" + runKey).path("items"), i -> i.size() == 1)
        .path(0);
  }

  /** The key of the run's step at this element that is not over. */
  public String open(String runKey, String elementId) {
    return await()
        .atMost(PATIENCE)
        .until(() -> openSteps(runKey, elementId).stream().findFirst(), Optional::isPresent)
        .orElseThrow()
        .path("id")
        .asText();
  }

  public List<JsonNode> openSteps(String runKey, String elementId) {
    return StreamSupport.stream(run(runKey).path("steps").spliterator(), false)
        .filter(step -> step.path("elementId").asText().equals(elementId) && !step.has("endedAt"))
        .toList();
  }
}
