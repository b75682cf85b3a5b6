package io.wireroom.engine.repair;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wireroom.engine.testing.ApplicationFixture;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class RepairTest {
  private final ApplicationFixture product;
  private final Mender mender;

  RepairTest(ApplicationFixture product) {
    this.product = product;
    this.mender = new Mender(product);
  }

  @Test
  void cancelsThoseThatAreNamedAndSaysWhatCameOfEach() {
    product.publish("cancel-keys", RepairDiagrams.waits("cancel-keys", "one", "two"));
    var first = mender.start("cancel-keys", "{}");
    var second = mender.start("cancel-keys", "{}");
    mender.open(first, "one");
    mender.open(second, "one");

    var answer =
        mender.post(
            "/api/runs/cancel", "{\"keys\": [\"%s\", \"88\", \"%s\"]}".formatted(first, second));

    assertThat(json(answer).path("results").findValuesAsText("done"))
        .containsExactly("true", "false", "true");
    mender.until(first, "cancelled");
    mender.until(second, "cancelled");
    assertThat(mender.post("/api/runs/" + first + "/cancel", "").statusCode()).isEqualTo(409);
  }

  @Test
  void cancelsAllThatAFilterFinds() {
    product.publish("cancel-filter", RepairDiagrams.waits("cancel-filter", "one", "two"));
    product.publish("cancel-not", RepairDiagrams.waits("cancel-not", "one", "two"));
    var one = mender.start("cancel-filter", "{}");
    var two = mender.start("cancel-filter", "{}");
    var other = mender.start("cancel-not", "{}");
    mender.open(one, "one");
    mender.open(two, "one");
    mender.open(other, "one");

    var answer =
        mender.post(
            "/api/runs/cancel", "{\"workflow\": \"cancel-filter\", \"status\": \"waiting\"}");

    assertThat(json(answer).path("results")).hasSize(2);
    mender.until(one, "cancelled");
    mender.until(two, "cancelled");
    assertThat(mender.run(other).path("status").asText()).isEqualTo("waiting");
  }

  @Test
  void changesValuesOfARunAndOfAStep() {
    product.publish("values", RepairDiagrams.waits("values", "one", "two"));
    var run = mender.start("values", "{\"title\": \"old\"}");
    var step = mender.open(run, "one");

    var ofRun =
        mender.post("/api/runs/" + run + "/variables", "{\"variables\": {\"title\": \"new\"}}");
    var ofStep =
        mender.post(
            "/api/runs/" + run + "/variables",
            "{\"variables\": {\"more\": [1]}, \"stepId\": \"" + step + "\"}");

    assertThat(ofRun.statusCode()).isEqualTo(204);
    assertThat(ofStep.statusCode()).isEqualTo(204);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(mender.run(run).path("variables").toString())
                    .isEqualTo("{\"more\":[1],\"title\":\"new\"}"));
  }

  @Test
  void movesARunToANewerVersion() {
    product.publish("move", RepairDiagrams.call("move"));
    var run = mender.start("move", "{\"url\": \"nowhere\"}");
    var incident = mender.incident(run).path("key").asText();
    product.publish("move", RepairDiagrams.callAndWait("move"));

    var trial =
        json(mender.post("/api/runs/" + run + "/migrate", "{\"version\": 2, \"dryRun\": true}"));
    assertThat(trial.path("mapping").toString()).isEqualTo("{\"call\":\"call\"}");
    assertThat(trial.path("unmapped")).isEmpty();
    assertThat(trial.path("done").asBoolean()).isFalse();
    assertThat(mender.run(run).path("version").asInt()).isEqualTo(1);

    var moved = mender.post("/api/runs/" + run + "/migrate", "{\"version\": 2}");
    assertThat(json(moved).path("done").asBoolean()).as(moved.body()).isTrue();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> mender.run(run).path("version").asInt() == 2);
    mender.post(
        "/api/incidents/" + incident + "/retry",
        "{\"url\": \"" + product.uri("/health/live") + "\"}");

    mender.open(run, "wait");
  }

  @Test
  void saysWhichStepsHaveNoPlaceInTheOtherVersionUnlessTheyAreGivenOne() {
    product.publish("renamed", RepairDiagrams.waits("renamed", "one", "two"));
    var run = mender.start("renamed", "{}");
    mender.open(run, "one");
    product.publish("renamed", RepairDiagrams.waits("renamed", "first", "two"));

    var plain = json(mender.post("/api/runs/" + run + "/migrate", "{\"version\": 2}"));
    assertThat(plain.path("done").asBoolean()).isFalse();
    assertThat(plain.path("unmapped").path(0).path("elementId").asText()).isEqualTo("one");
    assertThat(plain.path("unmapped").path(0).path("reason").asText())
        .contains("not in that version");

    var given =
        mender.post(
            "/api/runs/" + run + "/migrate", "{\"version\": 2, \"mapping\": {\"one\": \"first\"}}");
    assertThat(json(given).path("done").asBoolean()).as(given.body()).isTrue();
    mender.open(run, "first");
  }

  @Test
  void takesWhatIsAwaitedAlong() {
    product.publish("gateway", RepairDiagrams.twoMessages("gateway"));
    var run = mender.start("gateway", "{\"key\": \"k\"}");
    mender.open(run, "either");
    product.publish(
        "gateway", RepairDiagrams.twoMessages("gateway").replace("gateway-2\"", "gateway-3\""));

    var moved = json(mender.post("/api/runs/" + run + "/migrate", "{\"version\": 2}"));

    assertThat(moved.path("done").asBoolean()).as(moved.toString()).isTrue();
    assertThat(moved.path("mapping").toString()).contains("either", "one", "two");
  }

  @Test
  void saysWhyTheBrokerDoesNotMoveARunAndOffersToRunItAgain() {
    product.publish("both", RepairDiagrams.bothAtOnce("both", "end"));
    var run = mender.start("both", "{}");
    var first = mender.open(run, "one");
    mender.open(run, "two");
    mender.post("/api/tasks/" + first + "/complete", "{\"values\": {}}");
    await().atMost(Duration.ofSeconds(30)).until(() -> mender.openSteps(run, "one").isEmpty());
    product.publish("both", RepairDiagrams.bothAtOnce("both", "finish"));

    var answer = mender.post("/api/runs/" + run + "/migrate", "{\"version\": 2}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(json(answer).path("runAgain").asBoolean()).isTrue();
    assertThat(json(answer).path("detail").asText()).contains("waits for its other paths");
    assertThat(json(answer).path("errors").path(0).path("message").asText()).isNotEmpty();
  }

  @Test
  void endsAStepAndBeginsAnother() {
    product.publish("modify", RepairDiagrams.waits("modify", "one", "two"));
    var run = mender.start("modify", "{}");
    var step = mender.open(run, "one");

    var answer =
        mender.post(
            "/api/runs/" + run + "/modify",
            """
            {"terminate": ["%s"], "activate": [{"elementId": "two"}], "variables": {"x": 1}}
            """
                .formatted(step));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    mender.open(run, "two");
    assertThat(mender.openSteps(run, "one")).isEmpty();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> mender.run(run).path("variables").path("x").asInt() == 1);
    var late = mender.post("/api/runs/" + run + "/modify", "{\"terminate\": [\"" + step + "\"]}");
    assertThat(late.statusCode()).isEqualTo(409);
  }

  @Test
  void beginsNoStepInsideWhatIsDoneForEachItem() {
    product.publish("modify-each", RepairDiagrams.forEach("modify-each"));
    var run = mender.start("modify-each", "{\"items\": [1, 2]}");
    mender.open(run, "look");

    var inside =
        mender.post("/api/runs/" + run + "/modify", "{\"activate\": [{\"elementId\": \"look\"}]}");
    var edge =
        mender.post("/api/runs/" + run + "/modify", "{\"activate\": [{\"elementId\": \"start\"}]}");

    assertThat(inside.statusCode()).isEqualTo(409);
    assertThat(json(inside).path("runAgain").asBoolean()).isTrue();
    assertThat(json(inside).path("detail").asText()).contains("For each item");
    assertThat(edge.statusCode()).isEqualTo(409);
    mender.post("/api/runs/" + run + "/cancel", "");
  }

  @Test
  void refusesWhatCannotBeMeant() {
    product.publish("refuses", RepairDiagrams.waits("refuses", "one", "two"));
    var run = mender.start("refuses", "{}");
    var other = mender.start("refuses", "{}");
    var strange = mender.open(other, "one");
    mender.open(run, "one");
    var path = "/api/runs/" + run;

    for (var bad :
        new String[][] {
          {"/api/runs/cancel", "{}"},
          {"/api/runs/cancel", "{\"keys\": [\"1\"], \"workflow\": \"x\"}"},
          {"/api/runs/cancel", "{\"colour\": \"red\"}"},
          {"/api/runs/cancel", "{\"status\": \"completed\"}"},
          {"/api/runs/cancel", "{\"workflow\": \"x\", \"from\": \"yesterday\"}"},
          {path + "/variables", "{}"},
          {path + "/variables", "{\"variables\": 1}"},
          {path + "/variables", "{\"variables\": {\"wireroomEvent\": \"x\"}}"},
          {path + "/variables", "{\"variables\": {\"x\": 1}, \"stepId\": \"" + strange + "\"}"},
          {path + "/migrate", "{}"},
          {path + "/migrate", "{\"version\": 0}"},
          {path + "/migrate", "{\"version\": 9}"},
          {path + "/migrate", "{\"version\": 1}"},
          {path + "/modify", "{}"},
          {path + "/modify", "{\"terminate\": [\"" + strange + "\"]}"},
          {path + "/modify", "{\"activate\": [{}]}"},
          {path + "/modify", "{\"activate\": [{\"elementId\": \"nowhere\"}]}"}
        }) {
      assertThat(mender.post(bad[0], bad[1]).statusCode()).as(bad[0] + bad[1]).isEqualTo(422);
    }
    for (var what : new String[] {"cancel", "variables", "migrate", "modify"}) {
      var body = what.equals("variables") ? "{\"variables\": {\"x\": 1}}" : "{}";
      assertThat(mender.post("/api/runs/4/" + what, body).statusCode()).as(what).isEqualTo(404);
    }
    mender.post(path + "/cancel", "");
    mender.until(run, "cancelled");
    assertThat(mender.post(path + "/modify", "{\"terminate\": [\"1\"]}").statusCode())
        .isEqualTo(409);
  }
}
