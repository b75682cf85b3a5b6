package io.wireroom.engine.repair;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.testing.ApplicationFixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class IncidentsTest {
  private static final String BROKEN = "{\"url\": \"nowhere\", \"other\": 1}";

  private final ApplicationFixture product;
  private final Mender mender;

  IncidentsTest(ApplicationFixture product) {
    this.product = product;
    this.mender = new Mender(product);
  }

  private String fine() {
    return "{\"url\": \"" + product.uri("/health/live") + "\"}";
  }

  @Test
  void saysWhatStoppedAndWhatToDoWithTheValueThatIsTheReason() {
    product.publish("mend-said", RepairDiagrams.call("mend-said"));
    var run = mender.start("mend-said", BROKEN);

    var key = mender.incident(run).path("key").asText();
    var incident = mender.get("/api/incidents/" + key);

    assertThat(incident.path("runKey").asText()).isEqualTo(run);
    assertThat(incident.path("workflowName").asText()).isEqualTo("Mend mend-said");
    assertThat(incident.path("name").asText()).isEqualTo("Call out");
    assertThat(incident.path("connector").asText()).isEqualTo("wireroom:http:1");
    assertThat(incident.path("type").asText()).isEqualTo("JOB_NO_RETRIES");
    assertThat(incident.path("cause").asText()).contains("must begin with https://");
    assertThat(incident.has("failing")).isFalse();
    assertThat(incident.path("fix").asText()).contains("try again");
    assertThat(incident.path("values").path("url").asText()).isEqualTo("nowhere");
    assertThat(incident.path("values").has("other")).isFalse();
    assertThat(incident.has("resolvedAt")).isFalse();
  }

  @Test
  void namesTheExpressionAndTheMissingValueOfAStepThatCannotBegin() {
    product.publish("mend-missing", RepairDiagrams.call("mend-missing"));
    var run = mender.start("mend-missing", "{\"other\": 1}");

    var incident = mender.incident(run);

    assertThat(incident.path("failing").path("name").asText()).isEqualTo("url");
    assertThat(incident.path("failing").path("expression").asText()).contains("url");
    assertThat(incident.path("failing").path("value").isNull()).isTrue();
  }

  @Test
  void goesOnWithAChangedVariable() {
    product.publish("mend-one", RepairDiagrams.call("mend-one"));
    var run = mender.start("mend-one", BROKEN);
    var key = mender.incident(run).path("key").asText();

    assertThat(mender.post("/api/incidents/" + key + "/retry", fine()).statusCode()).isEqualTo(204);

    assertThat(
            mender.until(run, "completed").path("steps").path(1).path("input").path("url").asText())
        .endsWith("/health/live");
    assertThat(mender.get("/api/incidents/" + key).has("resolvedAt")).isTrue();
    var again = mender.post("/api/incidents/" + key + "/retry", "{}");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(mender.get("/api/incidents?status=resolved&q=" + run).path("items")).hasSize(1);
  }

  @Test
  void triesManyAgainAndSaysWhatCameOfEach() {
    product.publish("mend-many", RepairDiagrams.call("mend-many"));
    var first = mender.start("mend-many", BROKEN);
    var second = mender.start("mend-many", BROKEN);
    var ended = mender.start("mend-many", BROKEN);
    var keys = new String[3];
    keys[0] = mender.incident(first).path("key").asText();
    keys[1] = mender.incident(second).path("key").asText();
    keys[2] = mender.incident(ended).path("key").asText();
    mender.post("/api/runs/" + ended + "/cancel", "");
    mender.until(ended, "cancelled");

    var answer =
        mender.post(
            "/api/incidents/retry",
            "{\"keys\": [\"%s\", \"%s\", \"%s\", \"77\"], \"variables\": %s}"
                .formatted(keys[0], keys[1], keys[2], fine()));

    var results = json(answer).path("results");
    assertThat(results.findValues("done"))
        .extracting(d -> d.asBoolean())
        .containsExactly(true, true, false, false);
    assertThat(results.path(2).path("reason").asText()).contains("meanwhile");
    assertThat(results.path(3).path("reason").asText()).contains("no incident 77");
    mender.until(first, "completed");
    mender.until(second, "completed");
  }

  @Test
  void triesAllOfAWorkflowAgainByItsFilter() {
    product.publish("mend-all", RepairDiagrams.call("mend-all"));
    product.publish("mend-not", RepairDiagrams.call("mend-not"));
    var one = mender.start("mend-all", BROKEN);
    var two = mender.start("mend-all", BROKEN);
    var other = mender.start("mend-not", BROKEN);
    mender.incident(one);
    mender.incident(two);
    mender.incident(other);

    var answer =
        mender.post(
            "/api/incidents/retry",
            "{\"workflow\": \"mend-all\", \"elementId\": \"call\", \"variables\": " + fine() + "}");

    assertThat(json(answer).path("results")).hasSize(2);
    mender.until(one, "completed");
    mender.until(two, "completed");
    assertThat(mender.run(other).path("status").asText()).isEqualTo("failed");
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThat(status("/api/incidents/retry", "{}")).isEqualTo(422);
    assertThat(status("/api/incidents/retry", "{\"keys\": [\"1\"], \"workflow\": \"x\"}"))
        .isEqualTo(422);
    assertThat(status("/api/incidents/retry", "{\"worfklow\": \"x\"}")).isEqualTo(422);
    assertThat(status("/api/incidents/retry", "{\"keys\": [\"x\"]}")).isEqualTo(422);
    assertThat(status("/api/incidents/retry", "[]")).isEqualTo(422);
    assertThat(status("/api/incidents/5/retry", "{}")).isEqualTo(404);
    assertThat(status("/api/incidents/x/retry", "{}")).isEqualTo(404);
    assertThat(status("/api/incidents/5/retry", "{\"wireroomEvent\": 1}")).isEqualTo(422);
    for (var query : new String[] {"status=some", "limit=0", "cursor=x", "limit=many"}) {
      var answer = product.send(product.admin("/api/incidents?" + query));
      assertThat(answer.statusCode()).as(query).isEqualTo(422);
    }
    assertThat(product.send(product.admin("/api/incidents/5")).statusCode()).isEqualTo(404);
  }

  private int status(String path, String body) {
    return mender.post(path, body).statusCode();
  }
}
