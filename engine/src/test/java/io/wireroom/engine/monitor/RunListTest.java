package io.wireroom.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.BrokerRecord;
import io.wireroom.engine.history.Records;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class RunListTest {
  private final MonitorFixture monitor;
  private final String viewer;

  RunListTest(@TempDir Path folder) {
    monitor = new MonitorFixture(folder, new ScriptedEngine(), Duration.ofSeconds(10));
    viewer = monitor.token(Role.VIEWER);
  }

  @AfterEach
  void close() {
    monitor.close();
  }

  @Test
  void filtersByValuesAndTheirFields() throws Exception {
    store(new Records("a", 1_000, 0).variable(1_000, "city", "\"Berlin\"").begin());
    store(new Records("a", 2_000, 100).begin().variable(2_000, "city", "\"Bern\""));
    store(
        new Records("a", 3_000, 200)
            .begin()
            .variable(3_000, "order", "{\"total\":99.5,\"id\":\"A-1\",\"gift\":true}"));

    assertThat(found("value=city:eq:Berlin")).containsExactly("1000");
    assertThat(found("value=city:contains:BER")).containsExactly("2000", "1000");
    assertThat(found("value=order.total:gt:99")).containsExactly("3000");
    assertThat(found("value=order.total:lt:99")).isEmpty();
    assertThat(found("value=order.gift:eq:true&value=order.id:eq:A-1")).containsExactly("3000");
    assertThat(found("value=city:eq:" + encoded("x' or '1'='1"))).isEmpty();
    assertThat(found("value=city:contains:%25")).isEmpty();
  }

  @Test
  void takesAValueAsItIsAfterItChangedWhileTheRunGoesOn() throws Exception {
    var records = new Records("a", 1_000, 0).begin().variable(1_000, "state", "\"new\"");
    store(records);
    store(records.variable(1_000, "state", "\"sent\""));

    assertThat(found("value=state:eq:new")).isEmpty();
    assertThat(found("value=state:eq:sent")).containsExactly("1000");
  }

  @Test
  void doesNotTakeAStepsValuesOrOursForTheRuns() throws Exception {
    store(
        new Records("a", 1_000, 0)
            .variable(1_000, "wireroomEvent", "\"e-77\"")
            .begin()
            .enter(1_100, "SERVICE_TASK", "fetch")
            .variable(1_100, "city", "\"Berlin\""));

    assertThat(found("value=city:eq:Berlin")).isEmpty();
    assertThat(found("value=wireroomEvent:eq:e-77")).isEmpty();
    assertThat(found("eventId=e-77")).containsExactly("1000");
  }

  @Test
  void filtersByKeyTriggerVersionAndSeveralThingsAtOnce() throws Exception {
    store(new Records("a", 1_000, 0).begin().variable(1_000, "businessKey", "\"A-17\""));
    store(new Records("b", 2_000, 100).begin().variable(2_000, "businessKey", "\"A-17\""));
    store(new Records("b", 3_000, 200).variable(3_000, "wireroomTrigger", "\"webhook\"").begin());

    assertThat(found("businessKey=A-17")).containsExactly("2000", "1000");
    assertThat(found("businessKey=A-17&workflow=b&status=running")).containsExactly("2000");
    assertThat(found("trigger=webhook&version=3")).containsExactly("3000");
    assertThat(found("trigger=webhook&version=4")).isEmpty();
    assertThat(found("q=a+17&workflow=a&value=businessKey:eq:A-17")).containsExactly("1000");
  }

  @Test
  void findsWordsOfKeysWorkflowsValuesAndErrors() throws Exception {
    store(
        new Records("newsroom", 1_000, 0)
            .begin()
            .variable(1_000, "article", "{\"tags\":[\"Élysée\",\"politics\"]}")
            .enter(1_100, "SERVICE_TASK", "fetch")
            .job(1_100, "CREATED"));
    store(
        new Records("newsroom", 1_000, 100)
            .incident(900, 1_100, "The peer answered 503 Service Unavailable", "CREATED"));

    assertThat(found("q=1000")).containsExactly("1000");
    assertThat(found("q=newsr")).containsExactly("1000");
    assertThat(found("q=elysee+POLIT")).containsExactly("1000");
    assertThat(found("q=unavailable+503")).containsExactly("1000");
    assertThat(found("q=unavailable+nothing")).isEmpty();
    assertThat(found("q=%25")).isEmpty();
    assertThat(list("q=newsroom").path("items").path(0).path("error").asText()).contains("503");
  }

  @Test
  void goesOnBehindRunsThatItLookedThroughInVain() throws Exception {
    var many = new ArrayList<BrokerRecord>();
    many.addAll(new Records("a", 9, 0).begin().variable(9, "n", "1").all());
    for (var i = 0; i < 5_100; i++) {
      many.addAll(new Records("a", 1_000 + i, 10 + i).begin().all());
    }
    monitor.history.store(many);

    var first = list("value=n:gt:0");
    var second = list("value=n:gt:0&cursor=" + first.path("next").asText());

    assertThat(first.path("items")).isEmpty();
    assertThat(first.path("searchedTo").asText()).startsWith("2026-11-23T10:00:00");
    assertThat(second.path("items").findValuesAsText("key")).containsExactly("9");
    assertThat(second.has("next")).isFalse();
    assertThat(found("value=n:eq:1")).containsExactly("9");
  }

  @Test
  void refusesConditionsThatItCannotRead() {
    for (var wrong :
        List.of("value=city", "value=city:is:x", "value=:eq:x", "value=n:gt:much", "version=new")) {
      assertThat(monitor.get("/api/runs?" + wrong, viewer).status()).as(wrong).isEqualTo(422);
    }
    assertThat(monitor.get("/api/runs?" + "value=a:eq:b&".repeat(11), viewer).status())
        .isEqualTo(422);
  }

  @Test
  void keepsFiltersForEachPersonAlone() throws Exception {
    var author = monitor.token(Role.AUTHOR);
    var path = "/api/runs/saved/" + encoded("Late orders").replace("+", "%20");

    assertThat(put(path, viewer, "{\"query\":\"status=failed\"}")).isEqualTo(204);
    assertThat(put(path, viewer, "{\"query\":\"status=waiting\"}")).isEqualTo(204);

    var saved = new ObjectMapper().readTree(monitor.get("/api/runs/saved", viewer).body());
    assertThat(saved.toString())
        .isEqualTo("{\"items\":[{\"name\":\"Late orders\",\"query\":\"status=waiting\"}]}");
    assertThat(monitor.get("/api/runs/saved", author).body()).isEqualTo("{\"items\":[]}");
    assertThat(monitor.send(HttpMethod.DELETE, path, author, "").status()).isEqualTo(404);
    assertThat(monitor.send(HttpMethod.DELETE, path, viewer, "").status()).isEqualTo(204);
    assertThat(put(path, viewer, "{\"query\":7}")).isEqualTo(422);
    assertThat(put("/api/runs/saved/" + "x".repeat(81), viewer, "{\"query\":\"\"}")).isEqualTo(422);
    assertThat(put(path, "wrong", "{\"query\":\"\"}")).isEqualTo(401);
  }

  private int put(String path, String token, String body) {
    return monitor.send(HttpMethod.PUT, path, token, body).status();
  }

  private void store(Records records) {
    monitor.history.store(records.all());
  }

  private List<String> found(String query) throws Exception {
    return list(query).path("items").findValuesAsText("key");
  }

  private JsonNode list(String query) throws Exception {
    var answer = monitor.get("/api/runs?" + query, viewer);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
