package io.wireroom.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ResultVariablesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode RESPONSE =
      json("{'status': 404, 'body': {'title': 'River', 'tags': ['a', 'b']}}");

  private final ResultVariables results = new ResultVariables(Clock.systemUTC());

  @Test
  void putsTheWholeResponseIntoTheResultVariable() {
    assertThat(mapped(Map.of("resultVariable", "page")).path("page")).isEqualTo(RESPONSE);
  }

  @Test
  void addsWhatTheResultExpressionGives() {
    var headers =
        Map.of(
            "resultVariable",
            "page",
            "resultExpression",
            "= {title: response.body.title, first: body.tags[1]}");

    var variables = mapped(headers);

    assertThat(variables.path("title").asText()).isEqualTo("River");
    assertThat(variables.path("first").asText()).isEqualTo("a");
    assertThat(variables.has("page")).isTrue();
  }

  @Test
  void completesWithNothingWhenNoHeaderAsks() {
    assertThat(mapped(Map.of())).isEmpty();
    assertThat(mapped(Map.of("resultExpression", "=null"))).isEmpty();
  }

  @Test
  void saysWhyAResultExpressionIsWrong() {
    assertThat(results.map(Map.of("resultExpression", "=response.status"), RESPONSE))
        .isInstanceOfSatisfying(
            ResultMapping.Failed.class, f -> assertThat(f.reason()).contains("a number"));
    assertThat(results.map(Map.of("resultExpression", "={a: response.status == 1}"), RESPONSE))
        .isInstanceOfSatisfying(
            ResultMapping.Failed.class, f -> assertThat(f.reason()).contains("single ="));
  }

  @Test
  void raisesABpmnErrorWithItsVariables() {
    var raised =
        judge(
            """
            =if response.status = 404
             then bpmnError("GONE", "no " + response.body.title, {status: response.status})
             else null
            """);

    assertThat(raised)
        .hasToString(
            new RaisedError.BpmnError("GONE", "no River", (ObjectNode) json("{'status': 404}"))
                .toString());
  }

  @Test
  void failsTheJobWithTheRetriesThatTheExpressionCounts() {
    assertThat(judge("=jobError(\"busy\", {}, job.retries - 1, @\"PT30S\")"))
        .isEqualTo(
            new RaisedError.JobError("busy", JSON.createObjectNode(), 2, Duration.ofSeconds(30)));
    assertThat(judge("=jobError(\"busy\")"))
        .isEqualTo(new RaisedError.JobError("busy", JSON.createObjectNode(), 0, Duration.ZERO));
  }

  @Test
  void raisesNothingWithoutAnErrorOrACode() {
    assertThat(judge("=null")).isEqualTo(new RaisedError.Nothing());
    assertThat(judge("={}")).isEqualTo(new RaisedError.Nothing());
    assertThat(judge(" ")).isEqualTo(new RaisedError.Nothing());
  }

  @Test
  void letsAnErrorExpressionLookAtAFailure() {
    var headers =
        Map.of(
            "errorExpression",
            "=if error.code = \"MODEL_REFUSED\" then bpmnError(\"NO\", error.message) else null");

    assertThat(results.judgeFailure(headers, "MODEL_REFUSED", "not that", 3))
        .isEqualTo(new RaisedError.BpmnError("NO", "not that", JSON.createObjectNode()));
    assertThat(results.judgeFailure(headers, "", "not that", 3))
        .isEqualTo(new RaisedError.Nothing());
  }

  @Test
  void saysWhyAnErrorExpressionIsWrong() {
    assertThat(judge("=bpmnError(404, \"gone\")")).isInstanceOf(RaisedError.Failed.class);
    assertThat(judge("=true")).isInstanceOf(RaisedError.Failed.class);
  }

  private RaisedError judge(String expression) {
    return results.judge(Map.of("errorExpression", expression), RESPONSE, 3);
  }

  private ObjectNode mapped(Map<String, String> headers) {
    return switch (results.map(headers, RESPONSE)) {
      case ResultMapping.Variables(var variables) -> variables;
      case ResultMapping.Failed(var reason) -> throw new AssertionError(reason);
    };
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
