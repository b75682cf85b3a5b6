package io.wireroom.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class DashboardTest {
  private static final String HOUR = "from=2026-11-23T09:37:00Z&to=2026-11-23T10:37:00Z";

  private final MonitorFixture monitor;
  private final String viewer;

  DashboardTest(@TempDir Path folder) {
    monitor = new MonitorFixture(folder, new ScriptedEngine(), Duration.ofSeconds(10));
    viewer = monitor.token(Role.VIEWER);
  }

  @AfterEach
  void close() {
    monitor.close();
  }

  @Test
  void countsWhatBecameOfRunsByTimeAndWorkflow() throws Exception {
    store(new Records("a", 1_000, 0).begin());
    store(new Records("a", 1_000, 60_000).end());
    store(
        new Records("b", 2_000, 120_000)
            .begin()
            .enter(2_100, "SERVICE_TASK", "x")
            .incident(900, 2_100, "no", "CREATED"));
    store(new Records("b", 3_000, 200_000).begin().enter(3_100, "USER_TASK", "approve"));

    var all = dashboard(HOUR);
    var b = dashboard(HOUR + "&workflow=b");

    assertThat(all.path("bucketSeconds").asInt()).isEqualTo(60);
    assertThat(all.path("buckets")).hasSize(60);
    assertThat(bucket(all, "2026-11-23T10:00:00.000Z").path("started").asInt()).isEqualTo(1);
    assertThat(bucket(all, "2026-11-23T10:01:00.000Z").path("completed").asInt()).isEqualTo(1);
    assertThat(bucket(all, "2026-11-23T10:01:00.000Z").path("p95").asInt())
        .isCloseTo(60_000, within(3_000));
    var totals = all.path("totals");
    assertThat(totals.path("started").asInt()).isEqualTo(3);
    assertThat(totals.path("completed").asInt()).isEqualTo(1);
    assertThat(totals.path("failed").asInt()).isEqualTo(1);
    assertThat(totals.path("waiting").asInt()).isEqualTo(1);
    assertThat(all.path("waitingPeople").path("count").asInt()).isEqualTo(1);
    assertThat(all.path("waitingPeople").path("oldestAt").asText()).startsWith("2026-11-23T10:03");
    assertThat(all.path("incidents").path("open").asInt()).isEqualTo(1);
    assertThat(all.path("backlog").path("count").asInt()).isEqualTo(3);
    assertThat(all.path("workflows").findValuesAsText("workflow")).containsExactly("b", "a");
    assertThat(b.path("totals").path("started").asInt()).isEqualTo(2);
    assertThat(b.path("incidents").path("open").asInt()).isEqualTo(1);
    assertThat(b.path("durations").has("p50")).isFalse();
  }

  @Test
  void countsARunOnceAlthoughItsRecordsComeAgain() throws Exception {
    var records = new Records("a", 1_000, 0).begin().end();
    store(records);
    store(records);

    assertThat(dashboard(HOUR).path("totals").path("started").asInt()).isEqualTo(1);
  }

  @Test
  void takesLongerPartsForLongerTimes() throws Exception {
    store(new Records("a", 1_000, 0).begin().end());

    var month = dashboard("from=2026-11-01T00:00:00Z&to=2026-11-30T00:00:00Z");

    assertThat(month.path("bucketSeconds").asInt()).isEqualTo(86_400);
    assertThat(bucket(month, "2026-11-23T00:00:00.000Z").path("completed").asInt()).isEqualTo(1);
  }

  @Test
  void refusesTimesThatAreNone() {
    for (var wrong :
        List.of(
            "from=yesterday",
            "from=2026-11-23T10:00:00Z&to=2026-11-23T10:00:00Z",
            "from=1900-01-01T00:00:00Z")) {
      assertThat(monitor.get("/api/dashboard?" + wrong, viewer).status()).as(wrong).isEqualTo(422);
    }
    assertThat(monitor.get("/api/dashboard", "wrong").status()).isEqualTo(401);
  }

  private void store(Records records) {
    monitor.history.store(records.all());
  }

  private static JsonNode bucket(JsonNode dashboard, String at) {
    for (var bucket : dashboard.path("buckets")) {
      if (bucket.path("at").asText().equals(at)) {
        return bucket;
      }
    }
    throw new AssertionError("no bucket " + at + " in " + dashboard.path("buckets"));
  }

  private JsonNode dashboard(String query) throws Exception {
    var answer = monitor.get("/api/dashboard?" + query, viewer);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
