package io.wireroom.engine.connector;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.wireroom.engine.web.Routes;
import io.wireroom.net.Answer;
import io.wireroom.net.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("module")
class ConnectorRoutesTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  @AutoClose private static final BuiltIn BUILT_IN = new BuiltIn();
  @TempDir private static Path folder;

  private Database database;
  private HttpServer server;
  private String token;

  @BeforeEach
  void start() {
    database = Database.open(folder.resolve("wireroom.db"));
    var tokens = new Tokens(database, NOON);
    var sessions = new Sessions(database, NOON);
    tokens.revoke("reader");
    token = tokens.create("reader", Role.VIEWER, "test").orElseThrow();
    var audit = new Audit(database, NOON);
    var access = new Access(tokens, sessions);
    var accessRoutes = new AccessRoutes(BUILT_IN.vertx(), access, tokens, sessions, audit);
    server = listen(Stream.concat(Stream.of(accessRoutes), connectorRoutes()));
  }

  @AfterEach
  void stop() {
    server.close().await();
    database.close();
  }

  @Test
  void listsTheConnectorsWithTheirInputs() throws IOException {
    var items = get("/api/connectors").path("items");

    assertThat(items.findValuesAsText("icon")).contains("rss");
    var feed = items.valueStream().filter(c -> type(c).equals("wireroom:feed:1")).findFirst();
    assertThat(feed.orElseThrow().at("/inputs/required/0").asText()).isEqualTo("url");
    assertThat(feed.orElseThrow().path("kind").asText()).isEqualTo("action");
    assertThat(feed.orElseThrow().at("/errors/0").fieldNames())
        .toIterable()
        .containsExactly("code", "meaning");
    assertThat(items).hasSize(BUILT_IN.connectors().all().size());
  }

  @Test
  void saysPlainlyWhatEachConnectorDoesWithInputsThatItHas() throws IOException {
    for (var connector : get("/api/connectors").path("items")) {
      var named =
          Pattern.compile("\\{(\\w+)}")
              .matcher(connector.path("sentence").asText())
              .results()
              .map(found -> found.group(1))
              .toList();

      assertThat(connector.path("sentence").asText()).as(type(connector)).isNotEmpty();
      assertThat(connector.path("effect").asText()).as(type(connector)).endsWith(".");
      assertThat(connector.at("/inputs/properties").fieldNames())
          .toIterable()
          .as(type(connector))
          .containsAll(named);
    }
  }

  @Test
  void givesTheTemplatesAsAPlainListThatOtherModelersRead() throws IOException {
    var templates = get("/api/templates");

    assertThat(templates.isArray()).isTrue();
    assertThat(templates).hasSize(BUILT_IN.connectors().all().size());
  }

  @Test
  void listsTheModelsWithTheirRoutesAndSaysHowTheHardwareIsKnown() throws IOException {
    assertThat(get("/api/models"))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"items": [{"alias": "headline-writer", "policy": "pinned", "routes": [
                  {"name": "local-extractive", "adapter": "local-extractive",
                   "hardware": "cpu", "evidence": "measured", "state": "ready",
                   "load": {"inFlight": 0, "limit": 4, "waiting": 0},
                   "speed": {"firstToken": {"count": 0, "p50": 0.0, "p95": 0.0, "p99": 0.0},
                             "perToken": {"count": 0, "p50": 0.0, "p95": 0.0, "p99": 0.0},
                             "answer": {"count": 0, "p50": 0.0, "p95": 0.0, "p99": 0.0}},
                   "spent": {"answers": 0, "cost": 0, "costUnknown": 0, "extra": 0,
                             "cancelled": 0},
                   "causes": {}}]}]}
                """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/connectors", "/api/templates", "/api/models"})
  void tellsNothingToStrangers(String path) {
    assertThat(answer(path, Optional.empty()).status()).isEqualTo(401);
    assertThat(answer(path, Optional.of("wr_wrong")).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/connectors", "/api/templates", "/api/models"})
  void staysClosedWhenNothingBeforeItAskedWhoCalls(String path) {
    server.close().await();
    server = listen(connectorRoutes());

    assertThat(answer(path, Optional.of(token)).status()).isEqualTo(403);
  }

  private static Stream<Routes> connectorRoutes() {
    return Stream.of(
        new ConnectorRoutes(BUILT_IN.connectors()), new ModelRoutes(BUILT_IN.models()));
  }

  private static HttpServer listen(Stream<Routes> areas) {
    return new HttpFront(BUILT_IN.vertx(), "127.0.0.1").listen(0, areas.toList()).await();
  }

  private static String type(JsonNode connector) {
    return connector.path("type").asText();
  }

  private JsonNode get(String path) throws IOException {
    var answer = answer(path, Optional.of(token));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/json");
    return Json.MAPPER.readTree(answer.body());
  }

  private Answer.Response answer(String path, Optional<String> bearer) {
    var plain = Request.get(URI.create("http://127.0.0.1:" + server.actualPort() + path));
    var request = bearer.map(t -> plain.header("Authorization", "Bearer " + t)).orElse(plain);
    var answer = BUILT_IN.door().send(request);
    assertThat(answer).isInstanceOf(Answer.Response.class);
    return (Answer.Response) answer;
  }
}
