package io.wireroom.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.wireroom.models.endpoint.openai.OpenAiSpeaker;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.Route;
import io.wireroom.net.Door;
import io.wireroom.testkit.ScriptedServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("module")
class OpenAiEndpointTest extends EndpointContract {
  private static final String GOOD =
      "{\"headline\": \"Dam to go\", \"summary\": \"The river runs free.\"}";
  private static final String KEY = "sk-Sentinel+Key/4711=";

  private final Vertx vertx = Vertx.vertx();
  private final Door door = Door.open(vertx, List.of("127.0.0.1:*"));
  private final ScriptedServer server = ScriptedServer.start();
  private final Queue<Consumer<HttpServerRequest>> answers = new ConcurrentLinkedQueue<>();
  private InstantSource clock = Clock.systemUTC();

  OpenAiEndpointTest() {
    server.on(
        "/v1/chat/completions",
        request -> {
          var next = answers.poll();
          if (next == null) {
            request.body().onSuccess(body -> usual(request, body.toString()));
          } else {
            next.accept(request);
          }
        });
  }

  @AfterEach
  void close() {
    door.close();
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Override
  Endpoint endpoint() {
    return endpoint(server.uri("/").toString());
  }

  @Test
  void sendsWhatTheWireAsksFor() {
    key = new ApiKey.Present(KEY);

    var answer = answered(ask(Optional.of(SCHEMA)));

    var sent = json(server.requests().getFirst().body());
    assertThat(sent.path("model").asText()).isEqualTo("llama");
    assertThat(sent.path("messages").path(0).path("role").asText()).isEqualTo("user");
    assertThat(sent.path("max_tokens").asInt()).isEqualTo(600);
    assertThat(sent.at("/response_format/type").asText()).isEqualTo("json_schema");
    assertThat(sent.at("/response_format/json_schema/schema")).isEqualTo(json(SCHEMA));
    assertThat(server.requests().getFirst().headers())
        .containsEntry("authorization", "Bearer " + KEY);
    assertThat(answer.usage()).isEqualTo(new Usage.Tokens(90, 12));
    assertThat(answer.cost()).isEqualTo(new Cost.Unknown());
    assertThat(answer.stopReason()).isEqualTo("end_turn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/v1", "/v1/"})
  void findsTheCompletionsUnderAnyBase(String end) {
    var base = server.uri("").toString() + end;

    answered(
        endpoint(base)
            .answer(request("Hello", Optional.empty()), () -> key, Duration.ofSeconds(5)));
  }

  @ParameterizedTest
  @CsvSource({"length, TRUNCATED", "'', TRUNCATED", "content_filter, REFUSED"})
  void failsWithAnAnswerThatIsNotWhole(String finish, Cause cause) {
    answers.add(completion("The river ", finish));

    assertThat(cause(ask(Optional.empty()))).isEqualTo(cause);
  }

  @Test
  void rejectsTheUseOfAToolWhenThereIsNone() {
    answers.add(completion("The river ", "tool_calls"));

    assertThat(rejection(ask(Optional.empty()))).isEqualTo(Rejection.UNUSABLE);
  }

  @Test
  void failsWithARefusal() {
    var reply = reply("", "stop");
    ((ObjectNode) reply.at("/choices/0/message")).put("refusal", "I cannot help with that.");
    answers.add(json(200, reply));

    var failure = failure(ask(Optional.empty()));
    assertThat(failure.cause()).isEqualTo(Cause.REFUSED);
    assertThat(failure.message()).isEqualTo("I cannot help with that.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>login</html>", "[]", "{\"choices\": []}", "", "{\"choices\": 1}"})
  void rejectsWhatIsNoChatAnswer(String body) {
    answers.add(request -> request.response().end(body));

    assertThat(rejection(ask(Optional.empty()))).isEqualTo(Rejection.UNUSABLE);
  }

  @Test
  void rejectsAnAnswerThatIsTooLarge() {
    answers.add(completion("x".repeat(3_000_000), "stop"));

    assertThat(rejection(ask(Optional.empty()))).isEqualTo(Rejection.UNUSABLE);
  }

  @Test
  void isBusyForAsLongAsTheServerSays() {
    clock = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));
    answers.add(status(429, "slow down", "Retry-After", "7"));
    answers.add(status(429, "slow down", "retry-after-ms", "1500"));
    answers.add(status(503, "warming", "Retry-After", "Mon, 23 Nov 2026 12:00:30 GMT"));
    answers.add(status(429, "slow down", "Retry-After", "999999999"));
    answers.add(status(429, "slow down", "X-None", ""));

    assertThat(List.of(busy(), busy(), busy(), busy(), busy()))
        .containsExactly(
            Duration.ofSeconds(7),
            Duration.ofMillis(1500),
            Duration.ofSeconds(30),
            Duration.ofHours(1),
            Duration.ZERO);
  }

  @Test
  void tellsTroubleFromSetUp() {
    answers.add(status(500, "oops", "X", ""));
    answers.add(status(401, "bad key", "X", ""));
    answers.add(status(404, "no such model", "X", ""));
    answers.add(status(429, "insufficient_quota", "X", ""));
    answers.add(status(400, "temperature is not supported", "X", ""));

    var causes =
        List.of(
            cause(ask(Optional.empty())),
            cause(ask(Optional.empty())),
            cause(ask(Optional.empty())),
            cause(ask(Optional.empty())),
            cause(ask(Optional.empty())));

    assertThat(causes)
        .containsExactly(
            Cause.TRANSIENT, Cause.AUTH, Cause.BAD_REQUEST, Cause.QUOTA, Cause.BAD_REQUEST);
  }

  @Test
  void rejectsAPromptThatIsTooLong() {
    answers.add(status(400, "This model's maximum context length is 8192 tokens", "X", ""));

    assertThat(cause(ask(Optional.empty()))).isEqualTo(Cause.TOO_LONG);
  }

  @Test
  void isUnreachableWhenNobodyListensAndBrokenWhenTheGuardForbids() {
    var closed = ScriptedServer.start();
    var base = closed.uri("/").toString();
    closed.close();
    var request = request("Hello", Optional.empty());

    assertThat(cause(endpoint(base).answer(request, () -> key, Duration.ofSeconds(5))))
        .isEqualTo(Cause.TRANSIENT);
    var forbidden = endpoint("http://169.254.169.254");
    assertThat(cause(forbidden.answer(request, () -> key, Duration.ofSeconds(5))))
        .isEqualTo(Cause.BAD_REQUEST);
  }

  @Test
  void isUnreachableWhenTheServerHangs() {
    answers.add(request -> {});

    assertThat(
            cause(
                endpoint()
                    .answer(request("Hello", Optional.empty()), () -> key, Duration.ofMillis(300))))
        .isEqualTo(Cause.TRANSIENT);
  }

  @Test
  void asksInWordsWhereTheServerKnowsNoResponseFormatAndRemembersIt() {
    answers.add(status(400, "response_format is not supported", "X", ""));
    var endpoint = endpoint();
    var request = request(ARTICLE, Optional.of(SCHEMA));

    answered(endpoint.answer(request, () -> key, Duration.ofSeconds(5)));
    answered(endpoint.answer(request, () -> key, Duration.ofSeconds(5)));

    var sent = server.requests().stream().map(seen -> json(seen.body())).toList();
    assertThat(sent).hasSize(3);
    assertThat(sent.get(1).has("response_format")).isFalse();
    assertThat(sent.get(1).at("/messages/0/content").asText()).contains("\"headline\"");
    assertThat(sent.get(2).has("response_format")).isFalse();
  }

  @Test
  void speaksToServersThatWantMaxCompletionTokens() {
    answers.add(status(400, "Use 'max_completion_tokens' instead of 'max_tokens'", "X", ""));

    answered(ask(Optional.empty()));

    assertThat(json(server.requests().get(1).body()).path("max_completion_tokens").asInt())
        .isEqualTo(600);
  }

  @Test
  void repairsAnAnswerOnceAndCountsBoth() {
    answers.add(completion("{\"headline\": 7}", "stop"));
    answers.add(completion("```json\n" + GOOD + "\n```", "stop"));

    var answer = answered(ask(Optional.of(SCHEMA)));

    assertThat(answer.json()).contains(json(GOOD));
    assertThat(answer.usage()).isEqualTo(new Usage.Tokens(180, 24));
    assertThat(json(server.requests().get(1).body()).at("/messages/2/content").asText())
        .contains("/headline")
        .contains("summary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{\"headline\": \"a\"}",
        "{\"headline\": \"a\", \"headline\": \"b\", \"summary\": \"c\"}",
        "{\"headline\": \"a\", \"summary\": \"b\"} and more",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
      })
  void rejectsAnAnswerThatStillDoesNotFit(String answer) {
    answers.add(completion(answer, "stop"));
    answers.add(completion(answer, "stop"));

    assertThat(rejection(ask(Optional.of(SCHEMA)))).isEqualTo(Rejection.NOT_SCHEMA);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void neverCallsOutForASchema() {
    server.text("/schema.json", "application/json", "{}");
    var elsewhere = server.uri("/schema.json");

    var byReference = ask(Optional.of("{\"$ref\": \"%s\"}".formatted(elsewhere)));
    var byDialect = ask(Optional.of("{\"$schema\": \"%s\"}".formatted(elsewhere)));

    assertThat(List.of(byReference, byDialect))
        .allMatch(result -> cause(result) == Cause.BAD_REQUEST);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void survivesAPatternThatExplodes() {
    var text = "{\"a\": \"" + "x".repeat(60) + "\"}";
    answers.add(completion(text, "stop"));
    answers.add(completion(text, "stop"));

    var schema = "{\"properties\": {\"a\": {\"type\": \"string\", \"pattern\": \"(.*x){20}y\"}}}";

    assertThat(rejection(ask(Optional.of(schema)))).isEqualTo(Rejection.NOT_SCHEMA);
  }

  @Test
  void neverShowsTheKeyAlsoWhenTheServerEchoesIt() {
    key = new ApiKey.Present(KEY);
    var base64 =
        java.util.Base64.getEncoder()
            .encodeToString(KEY.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    answers.add(status(401, "Incorrect API key provided: " + KEY + " / " + base64, "X", ""));
    answers.add(completion("your key is " + KEY, "stop"));

    var broken = ask(Optional.empty()).toString();
    var echoed = ask(Optional.empty()).toString();

    assertThat(broken + echoed + key).doesNotContain(KEY).doesNotContain(base64).contains("•••");
  }

  @Test
  void saysWhichVariableIsNotSet() {
    key = new ApiKey.Missing("VLLM_KEY");

    assertThat(failure(ask(Optional.empty())).message()).contains("VLLM_KEY");
    assertThat(server.requests()).isEmpty();
  }

  private Endpoint endpoint(String base) {
    var route =
        new Route(
            "test",
            Adapter.OPENAI,
            Optional.of(URI.create(base)),
            "llama",
            Optional.empty(),
            Hardware.UNKNOWN,
            Duration.ofSeconds(20),
            8);
    return new SpokenEndpoint(route, new OpenAiSpeaker(route, door, clock), clock);
  }

  private Duration busy() {
    var failure = failure(ask(Optional.empty()));
    assertThat(failure.cause()).isIn(Cause.THROTTLED, Cause.WARMING);
    return failure.after();
  }

  private static Rejection rejection(EndpointResult result) {
    return switch (result) {
      case EndpointResult.Rejected(var rejection, var message) -> rejection;
      case EndpointResult other -> throw new AssertionError("was not rejected but " + other);
    };
  }

  private static void usual(HttpServerRequest request, String body) {
    if (body.contains("\"stream\":true")) {
      var first = "data: {\"choices\":[{\"delta\":{\"content\":\"The river \"}}]}\r\n\r\n";
      var last =
          "data: {\"choices\":[{\"delta\":{\"content\":\"runs.\"},\"finish_reason\":\"stop\"}]}";
      request.response().setChunked(true).write(first);
      request.response().end(last + "\n\ndata: [DONE]\n\n");
    } else {
      completion(GOOD, "stop").accept(request);
    }
  }

  private static Consumer<HttpServerRequest> completion(String text, String finish) {
    return json(200, reply(text, finish));
  }

  private static ObjectNode reply(String text, String finish) {
    var reply = JsonNodeFactory.instance.objectNode();
    var choice = reply.putArray("choices").addObject().put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", text);
    choice.put("finish_reason", finish);
    reply.putObject("usage").put("prompt_tokens", 90).put("completion_tokens", 12);
    return reply;
  }

  private static Consumer<HttpServerRequest> status(
      int status, String message, String header, String value) {
    var error = JsonNodeFactory.instance.objectNode();
    error.putObject("error").put("message", message);
    return request ->
        request.response().putHeader(header, value).setStatusCode(status).end(error.toString());
  }

  private static Consumer<HttpServerRequest> json(int status, ObjectNode body) {
    return request -> request.response().setStatusCode(status).end(body.toString());
  }
}
