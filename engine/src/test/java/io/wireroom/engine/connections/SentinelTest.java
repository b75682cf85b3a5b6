package io.wireroom.engine.connections;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.engine.testing.EventTape;
import io.wireroom.engine.workflow.Bpmn;
import io.wireroom.testkit.ScriptedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * No credential is found in anything that the product writes or answers, whichever connector ran
 * and however hard the other side tries to show it. Went red with {@code Masked} switched off.
 */
@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class SentinelTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @AutoClose private final ScriptedServer server = ScriptedServer.start();
  private final Sentinel harmless = Sentinel.harmless("harmless");
  private final EchoingPeer peer = new EchoingPeer(server, harmless);

  /** The inputs of a step for each connector; a new connector must be added here. */
  private Map<String, String> inputs() {
    var inputs = new LinkedHashMap<String, String>();
    inputs.put(
        "wireroom:http:1", input(peer.url("/json"), "url") + input("snt-bearer", "connection"));
    inputs.put("wireroom:chat:1", input("scripted", "model") + input("=string(answer1)", "prompt"));
    inputs.put(
        "wireroom:article:1",
        input("=&quot;&lt;p&gt;&quot; + string(answer1) + &quot;&lt;/p&gt;&quot;", "html"));
    inputs.put("wireroom:feed:1", input(peer.url("/feed"), "url"));
    inputs.put(
        "wireroom:publish-page:1",
        input("Sentinel", "title") + input("=string(answer1)", "markdown"));
    inputs.put("wireroom:respond:1", input("=answer1", "body"));
    return inputs;
  }

  @Test
  void knowsEveryConnector(ApplicationFixture product) {
    var connectors = json(product.send(product.admin("/api/connectors")));

    assertThat(connectors.findValuesAsText("type"))
        .filteredOn(type -> type.startsWith("wireroom:"))
        .containsAll(inputs().keySet());
    assertThat(inputs().keySet())
        .as("connectors with a step in this test")
        .containsAll(
            connectors.findValuesAsText("type").stream()
                .filter(type -> type.startsWith("wireroom:"))
                .toList());
  }

  @Test
  void isFoundNowhere(ApplicationFixture product) throws Exception {
    var bearer = Sentinel.of("sntbearer");
    var password = Sentinel.of("sntpassword");
    var key = Sentinel.of("sntkey");
    var model = Sentinel.of("sntmodel");
    var rotated = Sentinel.of("sntrotated");
    product.model().on("/v1/chat/completions", this::echoAsModel);
    set(product, "snt-bearer", "bearer", Map.of("token", bearer.value()));
    set(product, "snt-basic", "basic", Map.of("user", "ada", "password", password.value()));
    set(product, "snt-key", "api-key", Map.of("header", "X-Key", "value", key.value()));
    set(product, "scripted-model", "bearer", Map.of("token", model.value()));

    try (var events = new EventTape(product.uri("/api/events"), product.adminToken())) {
      var runs = new ArrayList<String>();
      runs.add(start(product, "snt-every", everyConnector()));
      var paths = List.of("/json", "/error", "/text-error", "/broken-json");
      for (var path : paths) {
        for (var connection : List.of("snt-bearer", "snt-basic", "snt-key")) {
          var id = connection + path.replace('/', '-');
          runs.add(start(product, id, Steps.call(id, peer.url(path), connection)));
        }
      }
      runs.forEach(run -> awaitRest(product, run));
      var every = json(product.send(product.admin("/api/runs/" + runs.getFirst())));
      assertThat(every.path("status").asText()).as(every.toString()).isEqualTo("completed");
      for (var path : List.of("/held", "/held-error")) {
        var id = "snt-rotated" + path.replace('/', '-');
        var run = start(product, id, Steps.call(id, peer.url(path), "snt-bearer"));
        peer.awaitCall();
        set(product, "snt-bearer", "bearer", Map.of("token", rotated.value() + path));
        peer.release();
        awaitRest(product, run);
        runs.add(run);
      }

      var seen = seen(product, runs);
      seen.put("the event stream", events.text());
      assertThat(events.text()).as("the event stream").contains(runs);
      for (var run : List.of(runs.getFirst(), runs.get(4), runs.getLast())) {
        seen.put("the events of " + run, eventsOf(product, run));
      }
      assertThat(harmless.isIn(seen.getOrDefault("runs", "")))
          .as("the search finds what is there")
          .isTrue();
      assertThat(harmless.filesWithIt(product.data()))
          .as("the files hold what was answered")
          .anyMatch(file -> file.startsWith("wireroom.db"))
          .anyMatch(file -> file.startsWith("broker"));
      for (var sentinel : List.of(bearer, password, key, model, rotated)) {
        seen.forEach(
            (what, text) ->
                assertThat(sentinel.findings(text))
                    .as("%s in %s", sentinel.name(), what)
                    .isEmpty());
        assertThat(sentinel.filesWithIt(product.data())).as(sentinel.name()).isEmpty();
      }
    }
  }

  private static String eventsOf(ApplicationFixture product, String run) throws Exception {
    var uri = product.uri("/api/runs/" + run + "/events");
    try (var tape = new EventTape(uri, product.adminToken())) {
      await().atMost(LONG).until(() -> tape.text().contains("\"key\":\"" + run));
      return tape.text();
    }
  }

  /** Everything that the product answers about these runs. */
  private static Map<String, String> seen(ApplicationFixture product, List<String> runs) {
    var seen = new LinkedHashMap<String, String>();
    var all = new StringBuilder();
    runs.forEach(run -> all.append(product.send(product.admin("/api/runs/" + run)).body()));
    seen.put("runs", all.toString());
    for (var path :
        List.of("/api/runs", "/api/connections", "/api/models", "/api/inbox", "/metrics")) {
      seen.put(path, product.send(product.admin(path)).body());
    }
    return seen;
  }

  private static String start(ApplicationFixture product, String id, String bpmn) {
    product.publish(id, bpmn);
    var started = product.adminPost("/api/workflows/" + id + "/runs", "{}");
    return json(started).path("runKey").asText();
  }

  /** Waits until the run is over, or stands at an incident. */
  private static void awaitRest(ApplicationFixture product, String run) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              var state = json(product.send(product.admin("/api/runs/" + run)));
              assertThat(state.path("status").asText().equals("completed") || hasError(state))
                  .as(state.toString())
                  .isTrue();
            });
  }

  private static boolean hasError(JsonNode run) {
    return run.path("steps").valueStream().anyMatch(step -> step.hasNonNull("error"));
  }

  private static void set(
      ApplicationFixture product, String name, String type, Map<String, String> fields) {
    assertThat(ConnectionRoutesTest.put(product, name, type, fields).statusCode()).isLessThan(300);
  }

  private void echoAsModel(io.vertx.core.http.HttpServerRequest request) {
    var secret = EchoingPeer.credential(request);
    var text = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    new Sentinel("", secret).shown().forEach(text::put);
    var body = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    var choice = body.putArray("choices").addObject().put("finish_reason", "stop");
    choice.putObject("message").put("content", text.toString());
    request
        .response()
        .putHeader("Content-Type", "application/json")
        .putHeader("X-Secret", secret)
        .end(body.toString());
  }

  /** All connectors in a row; each gets what the first one was answered. */
  private String everyConnector() {
    server.text("/feed", "application/rss+xml", FEED);
    var steps = new StringBuilder();
    var number = 0;
    for (var step : inputs().entrySet()) {
      number++;
      steps.append(
          Steps.task(
              "answer" + number, step.getKey(), step.getValue(), "f" + (number - 1), "f" + number));
      steps.append(
          flow(number - 1, number == 1 ? "start" : "answer" + (number - 1), "answer" + number));
    }
    steps.append(flow(number, "answer" + number, "end"));
    return Bpmn.definitions(
        """
        <bpmn:process id="snt-every" isExecutable="true">
          <bpmn:startEvent id="start"><bpmn:outgoing>f0</bpmn:outgoing></bpmn:startEvent>
          %s
          <bpmn:endEvent id="end"><bpmn:incoming>f%d</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
        """
            .formatted(steps, number));
  }

  private static String flow(int number, String from, String to) {
    return "<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"%s\" />"
        .formatted(number, from, to);
  }

  private static String input(String source, String target) {
    return "<zeebe:input source=\"%s\" target=\"%s\" />".formatted(source, target);
  }

  private static final String FEED =
      """
      <rss version="2.0"><channel><title>News</title><link>http://127.0.0.1/</link>
      <description>None</description><item><title>One</title><guid>1</guid></item></channel></rss>
      """;
}
