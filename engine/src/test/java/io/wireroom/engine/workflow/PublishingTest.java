package io.wireroom.engine.workflow;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.testing.ApplicationFixture;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class PublishingTest {
  @Test
  void theFirstStartPublishedNewsroomAndNothingElse(ApplicationFixture product) {
    var list = json(product.send(product.admin("/api/workflows")));

    // why by the publisher: other tests publish examples on the same product
    var byTheStart =
        list.path("items").findValuesAsText("id").stream()
            .filter(id -> publishers(product, id).contains("wireroom"))
            .toList();
    assertThat(byTheStart).containsExactly("newsroom");
    assertThat(list.path("templates").findValuesAsText("id")).doesNotContain("newsroom");
  }

  private static List<String> publishers(ApplicationFixture product, String workflow) {
    return json(product.send(product.admin("/api/workflows/" + workflow)))
        .path("versions")
        .findValuesAsText("publishedBy");
  }

  @Test
  void aBrokenStepIsNamedAndTheDraftIsKept(ApplicationFixture product) {
    var broken = Bpmn.noneStart("pub-broken").replace("wireroom:http:1", "wireroom:unheard-of:1");

    assertThat(product.saveDraft("pub-broken", broken).statusCode()).isEqualTo(200);
    var refused = product.adminPost("/api/workflows/pub-broken/publish", "");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).path("errors").get(0).path("path").asText()).isEqualTo("call");
    assertThat(product.send(product.admin("/api/workflows/pub-broken/draft")).body())
        .isEqualTo(broken);
  }

  @Test
  void aConnectionThatIsNotThereIsAWarningAndNoHindrance(ApplicationFixture product) {
    var connection = "<zeebe:ioMapping><zeebe:input source=\"nobody\" target=\"connection\" />";
    var xml = Bpmn.noneStart("pub-nobody").replace("<zeebe:ioMapping>", connection);

    var saved = json(product.saveDraft("pub-nobody", xml)).path("problems").get(0);
    var published = product.adminPost("/api/workflows/pub-nobody/publish", "");

    assertThat(published.statusCode()).isEqualTo(201);
    var warning = json(published).path("problems").get(0);
    assertThat(warning).isEqualTo(saved);
    assertThat(warning.path("severity").asText()).isEqualTo("warning");
    assertThat(warning.path("elementId").asText()).isEqualTo("call");
    assertThat(warning.path("about").asText()).isEqualTo("connection");
  }

  @Test
  void whatOnlyTheBrokerFindsHasItsElementToo(ApplicationFixture product) {
    var broken = Bpmn.noneStart("pub-zeebe").replace("type=\"wireroom:http:1\"", "type=\"\"");

    product.saveDraft("pub-zeebe", broken);
    var refused = product.adminPost("/api/workflows/pub-zeebe/publish", "");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).path("errors").get(0).path("path").asText()).isEqualTo("call");
  }

  @Test
  void malformedFilesAndDoctypesAreRefusedAndTheDraftIsKept(ApplicationFixture product) {
    var good = Bpmn.noneStart("pub-kept");
    var tag = product.saveDraft("pub-kept", good).headers().firstValue("ETag").orElseThrow();

    assertThat(put(product, tag, "<no bpmn").statusCode()).isEqualTo(422);
    assertThat(put(product, tag, "<!DOCTYPE x>" + good).body()).contains("DOCTYPE");
    assertThat(product.send(product.admin("/api/workflows/pub-kept/draft")).body()).isEqualTo(good);
  }

  @Test
  void anOlderCopyDoesNotOverwriteADraft(ApplicationFixture product) {
    var first = product.saveDraft("pub-race", Bpmn.noneStart("pub-race"));
    var tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(put(product, "pub-race", tag, Bpmn.noneStart("pub-race")).statusCode())
        .isEqualTo(200);
    assertThat(put(product, "pub-race", tag, Bpmn.noneStart("pub-race")).statusCode())
        .isEqualTo(412);
    assertThat(product.saveDraft("pub-race", Bpmn.noneStart("pub-race")).statusCode())
        .isEqualTo(412);
  }

  @Test
  void aWebhookPathBelongsToOneWorkflow(ApplicationFixture product) {
    product.publish("pub-owner", Bpmn.webhook("pub-owner", "pub-shared"));
    product.saveDraft("pub-thief", Bpmn.webhook("pub-thief", "pub-shared"));

    var refused = product.adminPost("/api/workflows/pub-thief/publish", "");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("pub-owner").contains("start");
  }

  @Test
  void aDraftOfAnOlderVersionIsStale(ApplicationFixture product) {
    product.publish("pub-stale", Bpmn.noneStart("pub-stale"));
    var author = token(product, "pub-stale-author", "author");
    saveAs(product, author, Bpmn.noneStart("pub-stale").replace("Call", "Theirs"));
    product.publish("pub-stale", Bpmn.noneStart("pub-stale").replace("Call", "Ours"));

    var request =
        product
            .anonymous("/api/workflows/pub-stale/publish")
            .header("Authorization", "Bearer " + author)
            .POST(BodyPublishers.noBody());

    assertThat(product.send(request).statusCode()).isEqualTo(409);
  }

  @Test
  void rolesAreKept(ApplicationFixture product) {
    var viewer = token(product, "pub-viewer", "viewer");
    var publish =
        product
            .anonymous("/api/workflows/newsroom/publish")
            .header("Authorization", "Bearer " + viewer)
            .POST(BodyPublishers.noBody());

    assertThat(product.send(publish).statusCode()).isEqualTo(403);
    assertThat(product.send(product.anonymous("/api/workflows")).statusCode()).isEqualTo(401);
    assertThat(product.post("/api/tokens", "{}").statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> put(ApplicationFixture product, String tag, String bpmn) {
    return put(product, "pub-kept", tag, bpmn);
  }

  private static HttpResponse<String> put(
      ApplicationFixture product, String id, String tag, String bpmn) {
    return product.send(
        product
            .admin("/api/workflows/" + id + "/draft")
            .header("If-Match", tag)
            .PUT(BodyPublishers.ofString(bpmn)));
  }

  private static String token(ApplicationFixture product, String name, String role) {
    var body = "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(name, role);
    return json(product.adminPost("/api/tokens", body)).path("token").asText();
  }

  private static void saveAs(ApplicationFixture product, String token, String bpmn) {
    product.send(
        product
            .anonymous("/api/workflows/pub-stale/draft")
            .header("Authorization", "Bearer " + token)
            .PUT(BodyPublishers.ofString(bpmn)));
  }
}
