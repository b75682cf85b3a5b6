package io.wireroom.library.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.wireroom.connector.ConnectorInfo;
import io.wireroom.connector.Outcome;
import io.wireroom.models.Endpoints;
import io.wireroom.models.Models;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.ModelTable;
import io.wireroom.models.route.Route;
import io.wireroom.net.Door;
import io.wireroom.testkit.ConnectorRun;
import io.wireroom.testkit.ScriptedServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("module")
class ChatConnectorTest {
  private static final String PATH = "/v1/chat/completions";
  private static final String ARTICLE =
      """
      River to run free again

      The council of Ashford voted on Monday to remove the old dam at the river mill. Fish have not
      passed the dam since 1912, and the river above it silts up every winter. Engineers will open
      the dam in stages over two summers so that the river can carry the silt away slowly. Anglers
      and the mill's owner support the plan, which costs four million pounds.
      """;
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["headline", "summary", "tags"], "properties": {
        "headline": {"type": "string"}, "summary": {"type": "string"},
        "tags": {"type": "array", "items": {"type": "string"}}}}
      """;

  private final Vertx vertx = Vertx.vertx();
  private final Door door = Door.open(vertx, List.of("127.0.0.1:*"));
  private final Endpoints endpoints = new Endpoints(door, Clock.systemUTC());
  private final ScriptedServer server = ScriptedServer.start();
  private final ChatConnector connector =
      new ChatConnector(
          new Models(
              new ModelTable(
                  Map.of(
                      "headline-writer", List.of(Route.localExtractive("local-extractive")),
                      "llama", List.of(llama()))),
              endpoints,
              name -> Optional.empty(),
              name -> Optional.empty(),
              false,
              Clock.systemUTC(),
              new Random(7)));

  @AfterEach
  void close() {
    endpoints.close();
    door.close();
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void writesHeadlineSummaryAndTagsWithoutAnyModelInTheHouse() {
    var response = ask("headline-writer").with("prompt", ARTICLE).withJson("schema", SCHEMA).done();

    assertThat(response.at("/json/headline").asText()).isEqualTo("River to run free again");
    assertThat(response.at("/json/summary").asText()).startsWith("The council of Ashford voted");
    assertThat(response.at("/json/tags/0").asText()).isEqualTo("river");
    assertThat(response.path("cost").asInt(-1)).isZero();
    assertThat(response.path("route").asText()).isEqualTo("local-extractive");
    assertThat(response.at("/hardware/family").asText()).isEqualTo("cpu");
    assertThat(response.at("/usage/inputWords").asInt()).isEqualTo(71);
    assertThat(response.has("latencyMs")).isTrue();
  }

  @Test
  void handsBackWhatAnEndpointSaysAndNothingThatIsNotKnown() {
    completion("Bonjour", "stop");

    var response = ask("llama").with("system", "You are French.").with("prompt", "Hello").done();

    assertThat(response.path("text").asText()).isEqualTo("Bonjour");
    assertThat(response.path("json").isNull()).isTrue();
    assertThat(response.path("stopReason").asText()).isEqualTo("end_turn");
    assertThat(response.at("/usage/totalTokens").asInt()).isEqualTo(11);
    assertThat(response.path("cost").isNull()).isTrue();
    assertThat(response.at("/hardware/evidence").asText()).isEqualTo("declared");
    assertThat(server.requests().getFirst().body())
        .contains("{\"role\":\"system\",\"content\":\"You are French.\"}");
  }

  @Test
  void showsTheAnswerWhileItIsWrittenWhereThatIsWanted() {
    server.on(
        PATH,
        request ->
            request
                .response()
                .putHeader("Content-Type", "text/event-stream")
                .end(
                    """
                    data: {"choices":[{"index":0,"delta":{"content":"Bon"}}]}

                    data: {"choices":[{"index":0,"delta":{"content":"jour"},"finish_reason":"stop"}]}

                    data: {"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":2,"total_tokens":11}}

                    data: [DONE]

                    """));
    var seen = new ArrayList<String>();

    var response = ask("llama").with("prompt", "Hello").with("stream", true).live(seen::add).done();

    assertThat(seen).containsExactly("Bon", "jour");
    assertThat(response.path("text").asText()).isEqualTo("Bonjour");
    assertThat(server.requests().getFirst().body()).contains("\"stream\":true");
  }

  @Test
  void showsNothingBeforeItIsDoneElsewhere() {
    completion("Bonjour", "stop");
    var seen = new ArrayList<String>();

    ask("llama").with("prompt", "Hello").live(seen::add).done();

    assertThat(seen).isEmpty();
    assertThat(server.requests().getFirst().body()).doesNotContain("\"stream\":true");
  }

  @Test
  void takesAWholeConversation() {
    completion("Fine.", "stop");

    ask("llama")
        .withJson(
            "messages",
            """
            [{"role": "system", "content": "Be short."}, {"role": "user", "content": "Hi"},
             {"role": "assistant", "content": "Hello."}, {"role": "user", "content": "And?"}]
            """)
        .with("system", "not this one")
        .done();

    assertThat(server.requests().getFirst().body())
        .contains("Be short.")
        .doesNotContain("not this");
  }

  @Test
  void takesASchemaAsTextToo() {
    assertThat(
            ask("headline-writer")
                .with("prompt", ARTICLE)
                .with("schema", SCHEMA)
                .done()
                .at("/json"))
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"length, MODEL_TRUNCATED", "content_filter, MODEL_REFUSED"})
  void endsInABpmnErrorThatItsInfoNames(String finish, String code) {
    completion("The river", finish);

    assertThat(ask("llama").with("prompt", "Hello").run())
        .isInstanceOfSatisfying(
            Outcome.Rejected.class, no -> assertThat(no.code()).isEqualTo(code));
    assertThat(connector.info().errors()).extracting(ConnectorInfo.ErrorCode::code).contains(code);
  }

  @Test
  void namesEachRejectionAsAnError() {
    assertThat(connector.info().errors())
        .extracting(ConnectorInfo.ErrorCode::code)
        .containsExactlyInAnyOrderElementsOf(
            java.util.Arrays.stream(Rejection.values()).map(Rejection::code).toList());
  }

  @Test
  void triesAgainWithoutUsingARetryWhenTheModelIsBusy() {
    server.on(PATH, r -> r.response().putHeader("Retry-After", "9").setStatusCode(429).end());

    assertThat(ask("llama").with("prompt", "Hello").run())
        .isInstanceOfSatisfying(
            Outcome.TryAgain.class,
            again -> {
              assertThat(again.after()).isEqualTo(Duration.ofSeconds(9));
              assertThat(again.usesRetry()).isFalse();
            });
  }

  @Test
  void triesAgainUsingARetryWhenTheModelIsInTrouble() {
    server.on(PATH, r -> r.response().setStatusCode(500).end());

    assertThat(ask("llama").with("prompt", "Hello").run())
        .isInstanceOfSatisfying(
            Outcome.TryAgain.class, again -> assertThat(again.usesRetry()).isTrue());
  }

  @Test
  void rejectsAModelThatNobodyKnowsAndSaysWhichThereAre() {
    assertThat(ask("gpt-9").with("prompt", "Hello").run())
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo("MODEL_MISSING");
              assertThat(rejected.message()).contains("headline-writer", "llama");
            });
  }

  @Test
  void isBrokenByABudgetThatNobodyCanKeep() {
    assertThat(reason(ask("llama").with("prompt", "Hello").with("budget", 0.01)))
        .contains("budget");
    assertThat(server.requests()).isEmpty();
    ask("headline-writer").with("prompt", ARTICLE).with("budget", 0.01).done();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "messages; \"hello\"; list",
        "messages; []; list",
        "messages; [{\"role\": \"robot\", \"content\": \"x\"}]; robot",
        "messages; [{\"role\": \"user\", \"content\": 7}]; text",
        "messages; [{\"role\": \"system\", \"content\": \"x\"}]; user",
        "prompt; \"\"; either",
        "schema; \"{\"; JSON",
        "schema; [1]; object",
        "maxTokens; 0; maxTokens",
        "temperature; 9; temperature",
        "budget; -1; budget"
      })
  void tellsTheEditorWhatIsWrongWithAnInput(String name, String value, String word) {
    var run = ask("llama");
    if (!name.equals("messages") && !name.equals("prompt")) {
      run.with("prompt", "Hello");
    }

    assertThat(reason(run.withJson(name, value))).containsIgnoringCase(word);
  }

  @Test
  void endsInsideTheStepsTimeWhenTheModelHangs() {
    server.on(PATH, r -> {});

    assertThat(ask("llama").with("prompt", "Hello").timeout(Duration.ofSeconds(2)).run())
        .isInstanceOf(Outcome.TryAgain.class);
  }

  private ConnectorRun<ChatConnector.Input> ask(String model) {
    return ConnectorRun.of(connector).with("model", model);
  }

  private static String reason(ConnectorRun<?> run) {
    return switch (run.run()) {
      case Outcome.Broken(var reason) -> reason;
      case Outcome other -> throw new AssertionError("was not broken but " + other);
    };
  }

  private void completion(String text, String finish) {
    server.text(
        PATH,
        "application/json",
        """
        {"choices": [{"message": {"content": "%s"}, "finish_reason": "%s"}],
         "usage": {"prompt_tokens": 7, "completion_tokens": 4}}
        """
            .formatted(text, finish));
  }

  private Route llama() {
    return new Route(
        "vllm",
        Adapter.OPENAI,
        Optional.of(server.uri("")),
        "llama",
        Optional.empty(),
        new Hardware("trn2", Hardware.Evidence.DECLARED),
        Duration.ofSeconds(20),
        8);
  }
}
