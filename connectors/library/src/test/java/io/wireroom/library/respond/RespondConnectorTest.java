package io.wireroom.library.respond;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.connector.Outcome;
import io.wireroom.testkit.ConnectorRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("module")
class RespondConnectorTest {
  private final Waiting waiting = new Waiting();
  private final RespondConnector connector = new RespondConnector(waiting);

  @Test
  void answersTheCallerOfTheEvent() {
    var done =
        respond()
            .with("status", 201)
            .withJson("headers", "{\"Location\":\"/x/1\",\"X-Count\":3,\"ETag\":null}")
            .withJson("body", "{\"ok\":true}")
            .done();

    assertThat(done.path("answered").booleanValue()).isTrue();
    assertThat(waiting.answers)
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.status()).isEqualTo(201);
              assertThat(answer.headers()).isEqualTo(Map.of("Location", "/x/1", "X-Count", "3"));
              assertThat(answer.body()).hasToString("{\"ok\":true}");
            });
  }

  @Test
  void answersWith200AndNothingWhenNothingIsSet() {
    respond().done();

    assertThat(waiting.answers)
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.status()).isEqualTo(200);
              assertThat(answer.body().isNull()).isTrue();
            });
  }

  @Test
  void isDoneAllTheSameWhenNobodyWaitsAnyMore() {
    respond().done();

    assertThat(respond().done()).hasToString("{\"answered\":false}");
  }

  @Test
  void isDoneAllTheSameWhenNoEventStartedTheRun() {
    assertThat(ConnectorRun.of(connector).done()).hasToString("{\"answered\":false}");
    assertThat(waiting.answers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"X-A\":\"a\\r\\nSet-Cookie: s=1\"}",
        "{\"X-A\":\"a\\nb\"}",
        "{\"X-A\\r\\nSet-Cookie\":\"s=1\"}",
        "{\"X-A\":\"ü\"}",
        "{\"Set-Cookie\":\"s=1\"}",
        "{\"set-cookie\":\"s=1\"}",
        "{\"Content-Length\":\"0\"}",
        "{\"Transfer-Encoding\":\"chunked\"}",
        "{\"Content-Security-Policy\":\"\"}",
        "{\"Access-Control-Allow-Origin\":\"*\"}",
        "{\"Clear-Site-Data\":\"*\"}",
        "{\"Refresh\":\"0;url=https://evil.example\"}",
        "{\"Service-Worker-Allowed\":\"/\"}",
        "{\"X-Content-Type-Options\":\"\"}",
        "{\"X-Frame-Options\":\"ALLOWALL\"}",
        "{\"Vary\":\"a\",\"vary\":\"b\"}",
        "{\"ETag\":[\"a\"]}",
        "{\"\":\"a\"}"
      })
  void breaksOnHeadersThatAreNotTheWorkflowsToSet(String headers) {
    assertThat(respond().withJson("headers", headers).run()).isInstanceOf(Outcome.Broken.class);
    assertThat(waiting.answers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 199, 600, -1})
  void breaksOnAStatusThatIsNone(int status) {
    assertThat(respond().with("status", status).run())
        .isEqualTo(new Outcome.Broken("the status must be from 200 to 599"));
  }

  private ConnectorRun<RespondConnector.Input> respond() {
    return ConnectorRun.of(connector).event("event-1");
  }

  private record Answer(int status, Map<String, String> headers, JsonNode body) {}

  /** One caller, who waits for one answer to event-1. */
  private static final class Waiting implements CallerAnswers {
    private final List<Answer> answers = new ArrayList<>();

    @Override
    public boolean answer(String event, int status, Map<String, String> headers, JsonNode body) {
      if (!event.equals("event-1") || !answers.isEmpty()) {
        return false;
      }
      return answers.add(new Answer(status, headers, body));
    }
  }
}
