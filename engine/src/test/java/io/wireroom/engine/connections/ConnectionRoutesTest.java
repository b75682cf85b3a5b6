package io.wireroom.engine.connections;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.testkit.ScriptedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class ConnectionRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "routes-token-4711";

  @AutoClose private final ScriptedServer server = ScriptedServer.start();

  @Test
  void storesListsAndRemovesAConnectionAndNeverShowsItsValue(ApplicationFixture product) {
    assertThat(put(product, "routes-shop", "bearer", Map.of("token", TOKEN)).statusCode())
        .isEqualTo(201);
    assertThat(put(product, "routes-shop", "bearer", Map.of("token", TOKEN + "2")).statusCode())
        .isEqualTo(200);

    var list = product.send(product.admin("/api/connections"));
    var item = item(list, "routes-shop");
    assertThat(list.body()).doesNotContain(TOKEN);
    assertThat(item.path("type").asText()).isEqualTo("bearer");
    assertThat(item.path("owner").asText()).isEqualTo("admin");
    assertThat(item.path("fields")).hasToString("[\"token\"]");
    assertThat(item.has("previousUntil")).isTrue();
    assertThat(json(list).path("types").findValuesAsText("type"))
        .containsExactly("webhook-secret", "basic", "api-key", "bearer", "jwt", "aws");

    assertThat(product.adminPost("/api/connections/routes-shop/retire", "").statusCode())
        .isEqualTo(204);
    assertThat(item(product.send(product.admin("/api/connections")), "routes-shop"))
        .noneMatch(field -> field.has("previousUntil"));
    assertThat(delete(product, "routes-shop").statusCode()).isEqualTo(204);
    assertThat(delete(product, "routes-shop").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "bearer, token, short, token",
    "bearer, token, 'line\nbreak-4711', token",
    "bearer, tokn, long-enough-4711, tokn",
    "webhook-secret, secret, whsec_not*base64, secret",
    "webhook-secret, secret, '        ', secret",
    "basic, user, ada:b, user",
    "api-key, header, Content-Length, header",
    "api-key, header, 'X Y', header",
    "jwt, secret, too-short-for-hs256, secret",
    "jwt, issuer, me, secret",
    "jwt, publicKey, PRIVATE-4711, publicKey",
    "jwt, jwks, {}, jwks",
    "aws, region, Frankfurt, region"
  })
  void refusesWhatCannotBeRightAndDoesNotQuoteIt(
      String type, String field, String value, String complaint, ApplicationFixture product) {
    var answer = put(product, "routes-wrong", type, Map.of(field, value));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).path("errors").findValuesAsText("path"))
        .contains("fields." + complaint);
    if (value.contains("4711")) {
      assertThat(answer.body()).doesNotContain("4711");
    }
  }

  @Test
  void keepsFieldsThatAreLeftOutAndRefusesAnotherType(ApplicationFixture product) {
    put(product, "routes-key", "api-key", Map.of("header", "X-Key", "value", TOKEN));

    assertThat(put(product, "routes-key", "api-key", Map.of("header", "X-Other")).statusCode())
        .isEqualTo(200);
    assertThat(put(product, "routes-key", "bearer", Map.of("token", TOKEN)).statusCode())
        .isEqualTo(409);
    assertThat(put(product, "no good name", "bearer", Map.of("token", TOKEN)).statusCode())
        .isEqualTo(422);
    server.text("/", "text/plain", "fine");
    test(product, "routes-key", "/");
    assertThat(server.requests().getLast().headers()).containsEntry("x-other", TOKEN);
  }

  @Test
  void doesNotQuoteABrokenBody(ApplicationFixture product) {
    var answer =
        product.send(
            product
                .admin("/api/connections/routes-broken")
                .PUT(BodyPublishers.ofString("{\"type\": \"bearer\", \"fields\": " + TOKEN)));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).doesNotContain("routes-token");
  }

  @Test
  void triesACredentialOutThroughTheDoor(ApplicationFixture product) {
    put(product, "routes-test", "basic", Map.of("user", "ada", "password", TOKEN));
    server.on(
        "/private",
        request -> {
          var expected = "Basic YWRhOnJvdXRlcy10b2tlbi00NzEx";
          var right = expected.equals(request.getHeader("Authorization"));
          request.response().setStatusCode(right ? 204 : 401).end();
        });
    server.on(
        "/no", r -> r.response().setStatusCode(401).end("bad " + r.getHeader("Authorization")));

    var ok = test(product, "routes-test", "/private");
    assertThat(ok.path("ok").asBoolean()).isTrue();
    assertThat(ok.path("detail").asText()).contains("204");
    var no = test(product, "routes-test", "/no");
    assertThat(no.path("ok").asBoolean()).isFalse();
    assertThat(no.path("detail").asText())
        .isEqualTo("The server answered 401: it does not accept the credential.");
    var last = item(product.send(product.admin("/api/connections")), "routes-test");
    assertThat(last.at("/lastTest/ok").asBoolean(true)).isFalse();

    assertThat(
            json(product.adminPost(
                    "/api/connections/routes-test/test", "{\"url\": \"http://169.254.169.254/\"}"))
                .path("detail")
                .asText())
        .startsWith("The address is not allowed");
    assertThat(product.adminPost("/api/connections/routes-test/test", "{}").statusCode())
        .isEqualTo(422);
    assertThat(product.adminPost("/api/connections/nobody/test", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void checksTheFormOfWhatCannotBeTriedOut(ApplicationFixture product) {
    put(
        product,
        "routes-hook",
        "webhook-secret",
        Map.of("secret", "whsec_MfKQ9r8GKYqTwjUPD8ILPZIo2LaLaSw"));

    var result = json(product.adminPost("/api/connections/routes-hook/test", ""));

    assertThat(result.path("ok").asBoolean()).isTrue();
    assertThat(result.path("detail").asText()).contains("base64");
  }

  @Test
  void namesWhatUsesAConnectionBeforeItRemovesIt(ApplicationFixture product) {
    put(product, "routes-used", "bearer", Map.of("token", TOKEN));
    product.publish("routes-user", Steps.call("routes-user", "http://127.0.0.1:1/", "routes-used"));

    var refused = delete(product, "routes-used");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).path("detail").asText()).contains("step call of routes-user");
    var item = item(product.send(product.admin("/api/connections")), "routes-used");
    assertThat(item.at("/usedBy/0/kind").asText()).isEqualTo("step");
    assertThat(item.at("/usedBy/0/workflow").asText()).isEqualTo("routes-user");
    assertThat(delete(product, "routes-used?force=true").statusCode()).isEqualTo(204);
  }

  @Test
  void letsEachRoleDoItsPart(ApplicationFixture product) {
    put(product, "routes-roles", "bearer", Map.of("token", TOKEN));
    var viewer = token(product, "viewer");
    var author = token(product, "author");

    assertThat(as(product, viewer, "GET", "/api/connections")).isEqualTo(200);
    assertThat(as(product, viewer, "POST", "/api/connections/routes-roles/retire")).isEqualTo(403);
    assertThat(as(product, viewer, "PUT", "/api/connections/routes-roles")).isEqualTo(403);
    assertThat(as(product, author, "POST", "/api/connections/routes-roles/retire")).isEqualTo(204);
    assertThat(as(product, author, "DELETE", "/api/connections/routes-roles")).isEqualTo(403);
    assertThat(as(product, author, "POST", "/api/connections/rotate-key")).isEqualTo(403);
    assertThat(product.adminPost("/api/connections/rotate-key", "").statusCode()).isEqualTo(204);
    assertThat(as(product, "", "GET", "/api/connections")).isEqualTo(401);
  }

  private static String token(ApplicationFixture product, String role) {
    product.send(product.admin("/api/tokens/connections-" + role).DELETE());
    var body = "{\"name\": \"connections-%s\", \"role\": \"%s\"}".formatted(role, role);
    return json(product.adminPost("/api/tokens", body)).path("token").asText();
  }

  private static int as(ApplicationFixture product, String token, String method, String path) {
    return product
        .send(
            product
                .anonymous(path)
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody()))
        .statusCode();
  }

  private JsonNode test(ApplicationFixture product, String name, String path) {
    return json(
        product.adminPost(
            "/api/connections/" + name + "/test", "{\"url\": \"" + server.uri(path) + "\"}"));
  }

  private static JsonNode item(HttpResponse<String> list, String name) {
    return json(list)
        .path("items")
        .valueStream()
        .filter(item -> item.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static HttpResponse<String> put(
      ApplicationFixture product, String name, String type, Map<String, String> fields) {
    var body = JSON.createObjectNode().put("type", type);
    body.set("fields", JSON.valueToTree(fields));
    return product.send(
        product
            .admin("/api/connections/" + name.replace(" ", "%20"))
            .PUT(BodyPublishers.ofString(body.toString())));
  }

  private static HttpResponse<String> delete(ApplicationFixture product, String name) {
    return product.send(product.admin("/api/connections/" + name).DELETE());
  }
}
