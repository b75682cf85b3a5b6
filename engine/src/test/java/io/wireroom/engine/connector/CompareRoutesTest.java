package io.wireroom.engine.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.wireroom.net.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("module")
class CompareRoutesTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
  private static final String PROMPTS =
      """
      {"prompts": ["The council of Ashford voted on Monday to remove the old dam.",
                   "Fish have not passed the dam since 1912, and the river silts up."]%s}
      """;

  @AutoClose private static final BuiltIn BUILT_IN = new BuiltIn();
  @TempDir private static Path folder;

  private Database database;
  private HttpServer server;
  private String author;
  private String viewer;

  @BeforeEach
  void start() {
    database = Database.open(folder.resolve("wireroom.db"));
    var tokens = new Tokens(database, NOON);
    var sessions = new Sessions(database, NOON);
    tokens.revoke("writer");
    tokens.revoke("reader");
    author = tokens.create("writer", Role.AUTHOR, "test").orElseThrow();
    viewer = tokens.create("reader", Role.VIEWER, "test").orElseThrow();
    var audit = new Audit(database, NOON);
    var access = new Access(tokens, sessions);
    var vertx = BUILT_IN.vertx();
    server =
        new HttpFront(vertx, "127.0.0.1")
            .listen(
                0,
                List.of(
                    new AccessRoutes(vertx, access, tokens, sessions, audit),
                    new CompareRoutes(vertx, BUILT_IN.models(), audit)))
            .await();
  }

  @AfterEach
  void stop() {
    server.close().await();
    database.close();
  }

  @Test
  void saysFirstWhatItTakesAndThenPutsTheAnswersSideBySide() throws IOException {
    var asks = json(post("headline-writer", PROMPTS.formatted(""), author));
    assertThat(asks).isEqualTo(Json.MAPPER.readTree("{\"asks\": {\"calls\": 2, \"cost\": 0}}"));
    assertThat(audited()).isZero();

    var told = json(post("headline-writer", PROMPTS.formatted(", \"confirm\": 2"), author));

    assertThat(told.at("/routes/0/name").asText()).isEqualTo("local-extractive");
    assertThat(told.at("/routes/0/answers/0/text").asText()).startsWith("The council of Ashford");
    assertThat(told.at("/routes/0/answers/1/cost").asInt(-1)).isZero();
    assertThat(told.at("/routes/0").has("latency")).isFalse();
    assertThat(told.has("fastest")).isFalse();
    assertThat(audited()).isEqualTo(1);
  }

  @Test
  void isForAuthorsOnly() {
    assertThat(post("headline-writer", PROMPTS.formatted(""), viewer).status()).isEqualTo(403);
    assertThat(post("headline-writer", PROMPTS.formatted(""), "wr_wrong").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"prompts\": []}",
        "{\"prompts\": \"one\"}",
        "{\"prompts\": [1]}",
        "{\"prompts\": [\" \"]}",
        "{\"prompts\": [\"a\"], \"maxTokens\": 0}",
        "{\"prompts\": [\"a\"], \"routes\": \"all\"}"
      })
  void refusesWhatIsNoSetOfPrompts(String body) {
    assertThat(post("headline-writer", body, author).status()).isEqualTo(422);
  }

  @Test
  void knowsOnlyModelsAndRoutesThatThereAre() {
    var other = PROMPTS.formatted(", \"routes\": [\"nowhere\"]");

    assertThat(post("nobody", PROMPTS.formatted(""), author).status()).isEqualTo(404);
    assertThat(post("headline-writer", other, author).status()).isEqualTo(404);
  }

  private int audited() {
    return database.read(
        db -> db.fetchCount(table("audit"), field("what", String.class).eq("compare routes")));
  }

  private static JsonNode json(Answer.Response answer) throws IOException {
    assertThat(answer.status()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  private Answer.Response post(String alias, String body, String token) {
    var place = "http://127.0.0.1:" + server.actualPort() + "/api/models/" + alias + "/compare";
    var request =
        Request.post(URI.create(place), "application/json", body.getBytes(StandardCharsets.UTF_8))
            .header("Authorization", "Bearer " + token);
    var answer = BUILT_IN.door().send(request);
    assertThat(answer).isInstanceOf(Answer.Response.class);
    return (Answer.Response) answer;
  }
}
