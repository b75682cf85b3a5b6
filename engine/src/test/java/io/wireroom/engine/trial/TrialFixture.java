package io.wireroom.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.wireroom.connector.Connections;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.AccessRoutes;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.access.Sessions;
import io.wireroom.engine.access.Tokens;
import io.wireroom.engine.connector.Connectors;
import io.wireroom.engine.document.DocumentFiles;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.expression.Mappings;
import io.wireroom.engine.expression.ResultVariables;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.web.HttpFront;
import io.wireroom.engine.worker.StepTrial;
import io.wireroom.engine.worker.StepWork;
import io.wireroom.engine.worker.Verdicts;
import io.wireroom.engine.workflow.Bpmn;
import io.wireroom.engine.workflow.Diagram;
import io.wireroom.engine.workflow.Drafts;
import io.wireroom.engine.workflow.Drawings;
import io.wireroom.engine.workflow.Versions;
import io.wireroom.library.chat.ChatConnector;
import io.wireroom.library.http.HttpConnector;
import io.wireroom.models.Endpoints;
import io.wireroom.models.Models;
import io.wireroom.models.route.ModelTable;
import io.wireroom.net.Door;
import io.wireroom.testkit.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** The engine as far as a trial needs it, its peer, and somebody who tries steps. */
final class TrialFixture implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK = Clock.systemUTC();
  static final String SECRET = "sesame-open-1234567890";

  final ScriptedServer peer = ScriptedServer.start();
  final String author;
  final String viewer;
  private final Vertx vertx = Vertx.vertx();
  private final Door door = Door.open(vertx, List.of("127.0.0.1:*"));
  private final Endpoints endpoints = new Endpoints(door, CLOCK);
  private final Database database;
  private final Drafts drafts;
  private final StepTrial trial;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  TrialFixture(Path folder) {
    database = Database.open(folder.resolve("wireroom.db"));
    drafts = new Drafts(database, CLOCK);
    var tokens = new Tokens(database, CLOCK);
    var sessions = new Sessions(database, CLOCK);
    author = tokens.create("writer", Role.AUTHOR, "test").orElseThrow();
    viewer = tokens.create("reader", Role.VIEWER, "test").orElseThrow();
    var audit = new Audit(database, CLOCK);
    Connections connections =
        name ->
            Optional.of(new Connections.Connection("bearer", Map.of("token", SECRET)))
                .filter(c -> name.equals("desk"));
    var documents = new Documents(new DocumentFiles(folder.resolve("documents"), CLOCK));
    var verdicts = new Verdicts(new ResultVariables(CLOCK), new Random(1));
    trial =
        new StepTrial(
            new StepWork(connections, verdicts, documents),
            new Mappings(new Feel(CLOCK)),
            new Random(1));
    var models =
        new Models(
            ModelTable.standard(),
            endpoints,
            name -> Optional.empty(),
            connections,
            false,
            CLOCK,
            new Random(7));
    var connectors = new Connectors(List.of(new HttpConnector(door), new ChatConnector(models)));
    var drawings = new Drawings(drafts, new Versions(database, CLOCK));
    server =
        new HttpFront(vertx, "127.0.0.1")
            .listen(
                0,
                List.of(
                    new AccessRoutes(vertx, new Access(tokens, sessions), tokens, sessions, audit),
                    new TrialRoutes(vertx, new Trials(drawings, connectors, trial, audit))))
            .await();
  }

  /** Draws a step named {@code step} between a start and an end, as the author's draft. */
  void draw(String type, String extensions) {
    var xml =
        Bpmn.definitions(
            """
            <bpmn:process id="desk" isExecutable="true">
              <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
              <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="step" />
              <bpmn:serviceTask id="step" name="Step">
                <bpmn:extensionElements>
                  <zeebe:taskDefinition type="%s" retries="3" />
                  %s
                </bpmn:extensionElements>
                <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
              </bpmn:serviceTask>
              <bpmn:sequenceFlow id="b" sourceRef="step" targetRef="end" />
              <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
            </bpmn:process>
            """
                .formatted(type, extensions));
    drafts.save(Diagram.parse(xml), "writer", xml, revision(), Optional.empty());
  }

  private OptionalInt revision() {
    return drafts
        .find("desk", "writer")
        .map(draft -> OptionalInt.of(draft.revision()))
        .orElse(OptionalInt.empty());
  }

  /** A call of the peer, whose answer becomes {@code page}. */
  void drawCall(String method, String url, String more) {
    draw(
        "wireroom:http:1",
        """
        <zeebe:ioMapping>
          <zeebe:input source="%s" target="method" /><zeebe:input source="%s" target="url" />
        </zeebe:ioMapping>
        <zeebe:taskHeaders>
          <zeebe:header key="resultVariable" value="page" />%s
        </zeebe:taskHeaders>
        """
            .formatted(method, url, more));
  }

  JsonNode answer(String body) {
    var answer = send("desk", "step", body, author);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer.body());
  }

  int status(String workflow, String element, String body, String token) {
    return send(workflow, element, body, token).statusCode();
  }

  private HttpResponse<String> send(String workflow, String element, String body, String token) {
    try {
      return http.send(request(workflow, element, body, token), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpRequest request(String workflow, String element, String body, String token) {
    var address =
        "http://127.0.0.1:%d/api/workflows/%s/steps/%s/try"
            .formatted(server.actualPort(), workflow, element);
    return HttpRequest.newBuilder(URI.create(address))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  List<String> audited() {
    return database.read(
        db ->
            db.fetch("select who || ': ' || what || ' ' || subject || ': ' || detail from audit")
                .map(row -> row.get(0, String.class)));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  @Override
  public void close() {
    server.close().await();
    trial.close();
    endpoints.close();
    door.close();
    peer.close();
    database.close();
    vertx.close().await();
  }
}
