package io.wireroom.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.AccessRoutes;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.access.Sessions;
import io.wireroom.engine.access.Tokens;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.web.HttpFront;
import io.wireroom.engine.web.Json;
import io.wireroom.net.Answer;
import io.wireroom.net.Door;
import io.wireroom.net.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("module")
class ExpressionRoutesTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final Door door = Door.open(vertx, List.of("127.0.0.1:*"));
  private Database database;
  private HttpServer server;
  private String author;
  private String viewer;

  @BeforeEach
  void start() {
    database = Database.open(folder.resolve("wireroom.db"));
    var tokens = new Tokens(database, NOON);
    var sessions = new Sessions(database, NOON);
    author = tokens.create("writer", Role.AUTHOR, "test").orElseThrow();
    viewer = tokens.create("reader", Role.VIEWER, "test").orElseThrow();
    var access = new Access(tokens, sessions);
    var areas =
        List.of(
            new AccessRoutes(vertx, access, tokens, sessions, new Audit(database, NOON)),
            new ExpressionRoutes(vertx, NOON));
    server = new HttpFront(vertx, "127.0.0.1").listen(0, areas).await();
  }

  @AfterEach
  void stop() {
    server.close().await();
    door.close();
    database.close();
    vertx.close().await();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "=\"On \" + title; text; \"On River\"",
        "count(tags); number; 2",
        "list contains(tags, \"sport\"); boolean; true",
        "tags[item != \"sport\"]; list; [\"news\"]",
        "{t: title}; object; {\"t\":\"River\"}",
        "today(); date; \"2026-11-23\"",
        "now(); date and time; \"2026-11-23T12:00Z\"",
        "@\"PT2H\"; duration; \"PT2H\"",
        "\"a\\d\\n\\\"c\\\"\"; text; \"a\\\\d\\n\\\"c\\\"\"",
        "null; nothing; null"
      })
  void givesTheValueWithItsKind(String expression, String kind, String value) throws IOException {
    var answer = preview(expression);

    assertThat(answer.path("kind").asText()).isEqualTo(kind);
    assertThat(answer.path("value")).isEqualTo(Json.MAPPER.readTree(value));
  }

  @Test
  void saysWhyAValueIsMissing() throws IOException {
    var answer = preview("titel");

    assertThat(answer.path("kind").asText()).isEqualTo("nothing");
    assertThat(answer.path("notes").toString()).contains("titel");
  }

  @Test
  void namesTheLineAndTheCharacterOfAMistake() throws IOException {
    var first = preview("title + + 1").path("error");
    var second = preview("title\n  + ) 1").path("error");

    assertThat(first.path("message").asText()).isEqualTo("It cannot be read at character 7.");
    assertThat(first.path("suggestion").asText()).isNotBlank();
    assertThat(second.at("/position/line").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1..1000000000",
        "for a in 1..9999, b in 1..9999 return 1",
        "for a in 1..9999 return for b in 1..9999 return a*b",
        "2 ** 1000000",
        "(((((((((((((1)))))))))))))",
        "matches(\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\", \"(.*x){20}y\")"
      })
  void refusesBombsAndSaysSo(String bomb) throws IOException {
    var error = preview(bomb).path("error");

    assertThat(error.path("message").asText()).isNotBlank();
    assertThat(error.path("suggestion").asText()).isNotBlank();
  }

  @Test
  void refusesWhatIsTooLargeOrTooDeep() throws IOException {
    var large = Json.MAPPER.createObjectNode().put("expression", "1");
    large.putObject("context").put("text", "x".repeat(1_100_000));
    var deep = "{\"expression\":\"1\",\"context\":" + "{\"a\":".repeat(200) + "1" + "}".repeat(201);

    assertThat(post(large.toString(), author).status()).isEqualTo(413);
    assertThat(post(deep, author).status()).isEqualTo(422);
    assertThat(preview("1" + " + 1".repeat(5_000)).at("/error/message").asText())
        .contains("10000 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"expression\": 1}",
        "{\"expression\": \"1\", \"context\": []}",
        "[]",
        "{"
      })
  void refusesWhatIsNoQuestion(String body) {
    assertThat(post(body, author).status()).isEqualTo(422);
  }

  @Test
  void isForAuthors() {
    var body = "{\"expression\": \"1\"}";

    assertThat(post(body, "wr_wrong").status()).isEqualTo(401);
    assertThat(post(body, viewer).status()).isEqualTo(403);
    assertThat(post(body, author).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"connections", "secrets", "connections.shop.token", "env", "settings"})
  void seesNothingButTheGivenValues(String expression) throws IOException {
    assertThat(preview(expression).path("value").isNull()).isTrue();
  }

  private ObjectNode preview(String expression) throws IOException {
    var body = Json.MAPPER.createObjectNode().put("expression", expression);
    body.putObject("context").put("title", "River").putArray("tags").add("sport").add("news");
    var answer = post(body.toString(), author);
    assertThat(answer.status()).isEqualTo(200);
    JsonNode json = Json.MAPPER.readTree(answer.body());
    assertThat(json.isObject()).isTrue();
    return (ObjectNode) json;
  }

  private Answer.Response post(String body, String token) {
    var url = URI.create("http://127.0.0.1:" + server.actualPort() + "/api/expressions");
    var request =
        Request.post(
                url, "application/json", body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .header("Authorization", "Bearer " + token);
    var answer = door.send(request);
    assertThat(answer).isInstanceOf(Answer.Response.class);
    return (Answer.Response) answer;
  }
}
