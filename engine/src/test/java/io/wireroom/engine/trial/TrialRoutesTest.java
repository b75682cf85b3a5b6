package io.wireroom.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("module")
class TrialRoutesTest {
  @TempDir private Path folder;
  private TrialFixture desk;

  @BeforeEach
  void start() {
    desk = new TrialFixture(folder);
    desk.peer.text("/story", "application/json", "{\"title\": \"River\", \"words\": 120}");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void callsTheRealConnectorWithTheDrawnInputsAndAppliesTheDrawnResults() {
    desk.drawCall(
        "GET",
        "=base + &quot;/story&quot;",
        "<zeebe:header key=\"resultExpression\" value=\"={title: response.body.title}\" />");

    var answer = desk.answer(variables("base", base()));

    assertThat(answer.path("ended").asText()).as(answer.toString()).isEqualTo("completed");
    assertThat(answer.at("/inputs/url").asText()).isEqualTo(base() + "/story");
    assertThat(answer.at("/response/status").asInt()).isEqualTo(200);
    assertThat(answer.at("/variables/title").asText()).isEqualTo("River");
    assertThat(answer.at("/variables/page/body/words").asInt()).isEqualTo(120);
    assertThat(answer.path("durationMs").isIntegralNumber()).isTrue();
    assertThat(answer.has("cost")).isFalse();
    assertThat(desk.audited()).containsExactly("writer: try step desk: step, wireroom:http:1");
  }

  @Test
  void letsALaterInputSeeAnEarlierOneAndAppliesOutputMappings() {
    desk.draw(
        "wireroom:http:1",
        """
        <zeebe:ioMapping>
          <zeebe:input source="=base" target="place" />
          <zeebe:input source="=place + &quot;/story&quot;" target="url" />
          <zeebe:output source="=upper case(page.body.title)" target="story.headline" />
        </zeebe:ioMapping>
        <zeebe:taskHeaders><zeebe:header key="resultVariable" value="page" /></zeebe:taskHeaders>
        """);

    var answer = desk.answer(variables("base", base()));

    assertThat(answer.path("variables").toString())
        .isEqualTo("{\"story\":{\"headline\":\"RIVER\"}}");
  }

  @Test
  void asksBeforeItChangesSomethingOutsideAndSendsNothingUntilThen() {
    desk.peer.text("/pages", "application/json", "{}");
    desk.drawCall("POST", base() + "/pages", "");

    var question = desk.answer("{}");

    assertThat(question.path("ended").asText()).isEqualTo("asks");
    assertThat(question.at("/asks/kind").asText()).isEqualTo("once");
    assertThat(question.at("/asks/confirm").asText()).isEqualTo("POST " + base() + "/pages");
    assertThat(question.at("/inputs/method").asText()).isEqualTo("POST");
    assertThat(desk.answer("{\"confirm\": \"POST somewhere else\"}").path("ended").asText())
        .isEqualTo("asks");
    assertThat(desk.peer.requests()).isEmpty();
    assertThat(desk.audited()).isEmpty();

    var done = desk.answer("{\"confirm\": \"POST " + base() + "/pages\"}");

    assertThat(done.path("ended").asText()).as(done.toString()).isEqualTo("completed");
    assertThat(desk.peer.requests()).hasSize(1);
    assertThat(desk.audited())
        .containsExactly("writer: try step desk: step, wireroom:http:1, POST " + base() + "/pages");
  }

  @Test
  void sendsEachTryUnderAKeyOfItsOwn() {
    desk.peer.text("/pages", "application/json", "{}");
    desk.draw(
        "wireroom:http:1",
        """
        <zeebe:ioMapping>
          <zeebe:input source="POST" target="method" />
          <zeebe:input source="%s/pages" target="url" />
          <zeebe:input source="=true" target="idempotent" />
        </zeebe:ioMapping>
        """
            .formatted(base()));
    var yes = "{\"confirm\": \"POST " + base() + "/pages\"}";

    desk.answer(yes);
    desk.answer(yes);

    assertThat(desk.peer.requests())
        .extracting(seen -> seen.headers().get("idempotency-key"))
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @Test
  void saysWhichErrorTheDiagramWouldCatchAndWhichTryWouldFail() {
    desk.peer.on("/gone", request -> request.response().setStatusCode(410).end("gone"));
    desk.peer.on("/down", request -> request.response().setStatusCode(503).end("later"));
    desk.drawCall(
        "GET",
        "=base + path",
        "<zeebe:header key=\"errorExpression\" value=\"=if error.code = &quot;HTTP_4XX&quot; then"
            + " bpmnError(&quot;GONE&quot;, &quot;It is gone.&quot;, {problem: 1}) else null\" />");

    var gone = desk.answer(variables("base", base(), "path", "/gone"));
    var down = desk.answer(variables("base", base(), "path", "/down"));

    assertThat(gone.path("ended").asText()).as(gone.toString()).isEqualTo("error");
    assertThat(gone.at("/error/code").asText()).isEqualTo("GONE");
    assertThat(gone.at("/error/message").asText()).isEqualTo("It is gone.");
    assertThat(gone.at("/variables/problem").asInt()).isEqualTo(1);
    assertThat(down.path("ended").asText()).as(down.toString()).isEqualTo("failed");
    assertThat(down.at("/error/message").asText()).contains("503");
    assertThat(down.at("/error/retriesLeft").asInt()).isEqualTo(2);
    assertThat(down.at("/error/retryAfterMs").asLong()).isPositive();
  }

  @Test
  void givesTheCostThatAModelsAnswerHas() {
    desk.draw(
        "wireroom:chat:1",
        """
        <zeebe:ioMapping>
          <zeebe:input source="headline-writer" target="model" />
          <zeebe:input source="=text" target="prompt" />
        </zeebe:ioMapping>
        """);

    var answer = desk.answer(variables("text", "The river rises. People leave their houses."));

    assertThat(answer.path("ended").asText()).as(answer.toString()).isEqualTo("completed");
    assertThat(answer.path("cost").isNumber()).as(answer.toString()).isTrue();
  }

  @Test
  void masksTheCredentialThatTheCallWasGiven() {
    desk.peer.on(
        "/echo",
        request ->
            request
                .response()
                .putHeader("Content-Type", "application/json")
                .end("{\"sent\": \"" + request.getHeader("Authorization") + "\"}"));
    desk.draw(
        "wireroom:http:1",
        """
        <zeebe:ioMapping>
          <zeebe:input source="%s/echo" target="url" />
          <zeebe:input source="desk" target="connection" />
        </zeebe:ioMapping>
        <zeebe:taskHeaders><zeebe:header key="resultVariable" value="page" /></zeebe:taskHeaders>
        """
            .formatted(base()));

    var answer = desk.answer("{}");

    assertThat(desk.peer.requests().getFirst().headers().get("authorization"))
        .isEqualTo("Bearer " + TrialFixture.SECRET);
    assertThat(answer.at("/response/body/sent").asText()).contains("•••");
    assertThat(answer.toString()).doesNotContain(TrialFixture.SECRET);
  }

  @Test
  void saysWhichInputCannotBeWorkedOutAndWhere() {
    desk.drawCall("GET", "=base + ) 1", "");

    var answer = desk.answer("{}");

    assertThat(answer.path("ended").asText()).isEqualTo("unmapped");
    assertThat(answer.at("/error/input").asText()).isEqualTo("url");
    assertThat(answer.at("/error/message").asText()).isEqualTo("It cannot be read at character 6.");
    assertThat(answer.at("/error/position/column").asInt()).isEqualTo(6);
    assertThat(desk.audited()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1..1000000000",
        "=for a in 1..9999, b in 1..9999 return 1",
        "=for a in 1..9999 return for b in 1..9999 return a*b"
      })
  void boundsWhatAnExpressionMayCost(String bomb) {
    desk.drawCall("GET", bomb, "");

    var answer = desk.answer("{}");

    assertThat(answer.path("ended").asText()).isEqualTo("unmapped");
    assertThat(answer.at("/error/message").asText()).isNotBlank();
  }

  @Test
  void saysWhatDoesNotFitTheConnector() {
    desk.drawCall("GET", "=nothing", "");

    var answer = desk.answer("{}");

    assertThat(answer.path("ended").asText()).isEqualTo("unfit");
    assertThat(answer.at("/error/message").asText()).contains("url is required");
    assertThat(answer.path("inputs").has("url")).isTrue();
  }

  @Test
  void refusesWhatCannotBeTried() {
    desk.drawCall("GET", base() + "/story", "");
    var deep = "{\"variables\":" + "{\"a\":".repeat(200) + "1" + "}".repeat(201);
    var large = variables("text", "x".repeat(2_100_000));

    assertThat(desk.status("desk", "step", "{}", desk.viewer)).isEqualTo(403);
    assertThat(desk.status("desk", "step", "{}", "wr_wrong")).isEqualTo(401);
    assertThat(desk.status("other", "step", "{}", desk.author)).isEqualTo(404);
    assertThat(desk.status("desk", "nowhere", "{}", desk.author)).isEqualTo(404);
    assertThat(desk.status("desk", "start", "{}", desk.author)).isEqualTo(422);
    assertThat(desk.status("desk", "step", "{\"variables\": []}", desk.author)).isEqualTo(422);
    assertThat(desk.status("desk", "step", "{\"confirm\": true}", desk.author)).isEqualTo(422);
    assertThat(desk.status("desk", "step", "{", desk.author)).isEqualTo(422);
    assertThat(desk.status("desk", "step", deep, desk.author)).isEqualTo(422);
    assertThat(desk.status("desk", "step", large, desk.author)).isEqualTo(413);
    desk.draw("somebody-elses", "");
    assertThat(desk.status("desk", "step", "{}", desk.author)).isEqualTo(422);
    assertThat(desk.peer.requests()).isEmpty();
  }

  @Test
  void triesOneStepAtATimeAndEndsWhenTheCallerHangsUp() throws InterruptedException {
    var held = new LinkedBlockingQueue<HttpServerRequest>();
    desk.peer.on("/held", held::add);
    desk.drawCall("GET", "=base + path", "");
    var waiting = variables("base", base(), "path", "/held");
    var client = HttpClient.newHttpClient();
    var first =
        client.sendAsync(
            desk.request("desk", "step", waiting, desk.author), BodyHandlers.ofString());
    held.take();

    assertThat(desk.status("desk", "step", "{}", desk.author)).isEqualTo(429);

    first.cancel(true);
    var story = variables("base", base(), "path", "/story");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> desk.status("desk", "step", story, desk.author) == 200);
  }

  private String base() {
    return desk.peer.uri("").toString();
  }

  /** A body with these variables, given as names and texts. */
  private static String variables(String... namesAndTexts) {
    var body = new ObjectMapper().createObjectNode();
    var variables = body.putObject("variables");
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      variables.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return body.toString();
  }
}
