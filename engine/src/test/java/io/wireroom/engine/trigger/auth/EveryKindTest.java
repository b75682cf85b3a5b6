package io.wireroom.engine.trigger.auth;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.engine.workflow.Bpmn;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind on the whole product: let in, refused, and what is kept of both. */
@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class EveryKindTest {
  private static final String BODY = "{\"name\": \"Ada\"}";
  private static final String PASSWORD = "kinds-password-7f3a";
  private static final String KEY = "kinds-api-key-91bd";
  private static final String TOKEN = "kinds-bearer-token-55c0";
  private static final String SHARED = "kinds-shared-secret-of-over-32-bytes";

  @BeforeAll
  static void store(ApplicationFixture product) {
    store(
        product, "c", "webhook-secret", Map.of("secret", Signer.SECRET, "verifyToken", "kinds-v"));
    store(product, "kinds-basic", "basic", Map.of("user", "ada", "password", PASSWORD));
    store(product, "kinds-key", "api-key", Map.of("header", "X-Shop-Key", "value", KEY));
    store(product, "kinds-bearer", "bearer", Map.of("token", TOKEN));
    store(product, "kinds-jwt", "jwt", Map.of("secret", SHARED));
  }

  private static void store(
      ApplicationFixture product, String name, String type, Map<String, String> fields) {
    var body = new StringBuilder();
    fields.forEach(
        (field, value) ->
            body.append(body.isEmpty() ? "" : ",").append("\"%s\":\"%s\"".formatted(field, value)));
    var stored =
        product.send(
            product
                .admin("/api/connections/" + name)
                .header("Content-Type", "application/json")
                .PUT(
                    BodyPublishers.ofString(
                        "{\"type\":\"%s\",\"fields\":{%s}}".formatted(type, body))));
    assertThat(stored.statusCode()).as(stored.body()).isIn(200, 201);
  }

  static List<Signer> signers() {
    return Signer.all();
  }

  @ParameterizedTest
  @MethodSource("signers")
  void aSignatureLetsIn(Signer signer, ApplicationFixture product) {
    var settings = signer.settings();
    var path =
        publish(
            product,
            "kinds-" + Integer.toHexString(signer.name().hashCode()),
            settings.getFirst(),
            settings.subList(1, settings.size()).toArray(String[]::new));
    var bytes = BODY.getBytes(StandardCharsets.UTF_8);
    var now = Instant.now().getEpochSecond();
    var right = signer.signature().headers(bytes, Signer.SECRET, now);

    assertThat(post(product, path, BODY, right).statusCode()).isEqualTo(202);
    assertThat(post(product, path, BODY + " ", right).statusCode()).isEqualTo(401);
    assertThat(post(product, path, BODY).statusCode()).isEqualTo(401);
    assertThat(
            post(product, path, BODY, signer.signature().headers(bytes, Signer.OTHER, now))
                .statusCode())
        .isEqualTo(401);
    assertKeptWithout(product, path, right[1]);
  }

  @Test
  void aPasswordLetsIn(ApplicationFixture product) {
    var path = publish(product, "kinds-basic", "basic", "connection", "kinds-basic");
    var right = base64("ada:" + PASSWORD);

    assertThat(post(product, path, BODY, "Authorization", "Basic " + right).statusCode())
        .isEqualTo(202);
    var wrong = post(product, path, BODY, "Authorization", "Basic " + base64("ada:nearly"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("WWW-Authenticate")).get().asString().startsWith("Basic");
    assertKeptWithout(product, path, right);
  }

  @Test
  void aKeyLetsInFromTheHeaderOrTheAddress(ApplicationFixture product) {
    var header = publish(product, "kinds-key", "apiKey", "connection", "kinds-key");
    var query =
        publish(product, "kinds-query", "apiKey", "connection", "kinds-key", "query", "key");

    assertThat(post(product, header, BODY, "X-Shop-Key", KEY).statusCode()).isEqualTo(202);
    assertThat(post(product, header, BODY, "X-Shop-Key", KEY + "x").statusCode()).isEqualTo(401);
    assertThat(post(product, query + "?key=" + KEY + "&page=2", BODY).statusCode()).isEqualTo(202);
    assertThat(post(product, query + "?KEY=" + KEY, BODY).statusCode()).isEqualTo(401);
    assertKeptWithout(product, header, KEY);
    assertKeptWithout(product, query, KEY);
  }

  @Test
  void aTokenLetsIn(ApplicationFixture product) throws JOSEException {
    var bearer = publish(product, "kinds-bearer", "bearer", "connection", "kinds-bearer");
    var jwt = publish(product, "kinds-jwt", "jwt", "connection", "kinds-jwt");
    var signed =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.HS256),
            new JWTClaimsSet.Builder()
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build());
    signed.sign(new MACSigner(SHARED));
    var token = signed.serialize();

    assertThat(post(product, bearer, BODY, "Authorization", "Bearer " + TOKEN).statusCode())
        .isEqualTo(202);
    assertThat(
            post(product, bearer, BODY, "Authorization", "Bearer " + product.adminToken())
                .statusCode())
        .isEqualTo(401);
    assertThat(post(product, jwt, BODY, "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(202);
    assertThat(post(product, jwt, BODY, "Authorization", "Bearer " + token + "x").statusCode())
        .isEqualTo(401);
    assertKeptWithout(product, bearer, TOKEN);
    assertKeptWithout(product, jwt, token);
  }

  @Test
  void aMissingConnectionRefusesEverything(ApplicationFixture product) {
    var path = publish(product, "kinds-missing", "github", "connection", "nobody");

    assertThat(post(product, path, BODY).statusCode()).isEqualTo(401);
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(inbox(product, path).body()).contains("There is no connection nobody."));
  }

  @Test
  void anAddressCheckIsAnsweredAndStartsNothing(ApplicationFixture product) {
    var path = publish(product, "kinds-meta", "github", "connection", "c", "challenge", "meta");
    var question = path + "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";

    var answer = product.send(product.anonymous(question + "kinds-v").GET());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("1158201444");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(product.send(product.anonymous(question + "other").GET()).statusCode())
        .isEqualTo(401);
    assertThat(json(inbox(product, path)).path("items").findValuesAsText("status"))
        .doesNotContain("accepted", "started");
  }

  @Test
  void slacksQuestionForTheAddressIsAnsweredWhenSignedAndStartsNothing(ApplicationFixture product) {
    var slack =
        Signer.all().stream()
            .filter(s -> s.settings().getFirst().equals("slack"))
            .findFirst()
            .orElseThrow();
    var path = publish(product, "kinds-slack-question", "slack", "connection", "c");
    var question = "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"3eZbrw1aB1\"}";
    var bytes = question.getBytes(StandardCharsets.UTF_8);
    var now = Instant.now().getEpochSecond();

    var answer =
        post(product, path, question, slack.signature().headers(bytes, Signer.SECRET, now));
    var forged = post(product, path, question, slack.signature().headers(bytes, Signer.OTHER, now));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("3eZbrw1aB1");
    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(json(inbox(product, path)).path("items").findValuesAsText("status"))
        .doesNotContain("accepted", "started");
  }

  @Test
  void aDeliveryThatIsRepeatedStartsNothing(ApplicationFixture product) {
    var github = Signer.all().getFirst();
    var path = publish(product, "kinds-again", "github", "connection", "c");
    var bytes = BODY.getBytes(StandardCharsets.UTF_8);
    var signature = github.signature().headers(bytes, Signer.SECRET, 0)[1];
    String[] headers = {"X-Hub-Signature-256", signature, "X-GitHub-Delivery", "d-1"};

    var first = post(product, path, BODY, headers);
    var second = post(product, path, BODY, headers);

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(json(second).path("duplicate").booleanValue()).isTrue();
    assertThat(json(second).path("eventId")).isEqualTo(json(first).path("eventId"));
  }

  /** Publishes a workflow of this id, whose webhook has this path, and returns its address. */
  private static String publish(
      ApplicationFixture product, String id, String type, String... properties) {
    var settings = new HashMap<>(Calls.settings(type, properties));
    settings.put("inbound.path", id);
    product.publish(id, Bpmn.hook(id, settings));
    return "/hooks/" + id;
  }

  private static HttpResponse<String> post(
      ApplicationFixture product, String path, String body, String... headers) {
    var request =
        product
            .anonymous(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return product.send(request);
  }

  private static HttpResponse<String> inbox(ApplicationFixture product, String path) {
    return product.send(product.admin("/api/inbox?workflow=" + path.substring("/hooks/".length())));
  }

  /** Accepted and refused requests are both there, and the secret in none. */
  private static void assertKeptWithout(ApplicationFixture product, String path, String secret) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(json(inbox(product, path)).path("items").findValuesAsText("status"))
                    .contains("rejected"));
    for (var item : json(inbox(product, path)).path("items")) {
      var event = product.send(product.admin("/api/inbox/" + item.path("id").asText()));
      assertThat(event.statusCode()).isEqualTo(200);
      assertThat(event.body()).doesNotContain(secret);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
