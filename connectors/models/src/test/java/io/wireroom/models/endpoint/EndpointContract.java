package io.wireroom.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every endpoint promises, whatever answers behind it. */
abstract class EndpointContract {
  static final String ARTICLE =
      """
      River to run free again

      The council of Ashford voted on Monday to remove the old dam at the river mill. Fish have not
      passed the dam since 1912, and the river above it silts up every winter. Engineers will open
      the dam in stages over two summers so that the river can carry the silt away slowly. Anglers
      and the mill's owner support the plan, which costs four million pounds.
      """;
  static final String SCHEMA =
      """
      {"type": "object", "required": ["headline", "summary"], "properties": {
        "headline": {"type": "string", "maxLength": 60}, "summary": {"type": "string"}}}
      """;

  ApiKey key = new ApiKey.NotNeeded();

  /** An endpoint that is there and can serve {@link #ARTICLE}, by schema or not. */
  abstract Endpoint endpoint();

  @Test
  void answersWithText() {
    assertThat(answered(ask(Optional.empty())).text()).isNotBlank();
    assertThat(answered(ask(Optional.empty())).json()).isEmpty();
  }

  @Test
  void answersInTheSchema() {
    var json = answered(ask(Optional.of(SCHEMA))).json().orElseThrow();

    assertThat(json.path("headline").asText()).isNotBlank().hasSizeLessThanOrEqualTo(60);
    assertThat(json.path("summary").asText()).isNotBlank();
  }

  @Test
  void isBrokenByASchemaThatIsNone() {
    assertThat(cause(ask(Optional.of("{\"type\": \"strnig\"}")))).isEqualTo(Cause.BAD_REQUEST);
    assertThat(cause(ask(Optional.of("{\"pattern\": \"(\"}")))).isEqualTo(Cause.BAD_REQUEST);
  }

  @Test
  void neverLoadsASchemaFromElsewhere() {
    assertThat(cause(ask(Optional.of("{\"$ref\": \"http://127.0.0.1:1/schema.json\"}"))))
        .isEqualTo(Cause.BAD_REQUEST);
    assertThat(cause(ask(Optional.of("{\"$ref\": \"file:///etc/passwd\"}"))))
        .isEqualTo(Cause.BAD_REQUEST);
    assertThat(cause(ask(Optional.of("{\"$schema\": \"http://127.0.0.1:1/dialect.json\"}"))))
        .isEqualTo(Cause.BAD_REQUEST);
  }

  @Test
  void handsTheAnswerOverInPiecesThatMakeItWhole() {
    var pieces = new StringBuilder();
    var asking =
        new Asking(
            () -> key,
            Patience.of(Duration.ofSeconds(60)),
            event -> {
              if (event instanceof ModelEvent.Text(var block, var text)) {
                pieces.append(text);
              }
              return true;
            });

    var answer = answered(endpoint().answer(request(ARTICLE, Optional.empty()), asking));

    assertThat(pieces).hasToString(answer.text());
  }

  @Test
  void stopsWhenNobodyWantsMore() {
    var asking =
        new Asking(() -> key, Patience.of(Duration.ofSeconds(60)), event -> !event.content());

    assertThat(cause(endpoint().answer(request(ARTICLE, Optional.empty()), asking)))
        .isEqualTo(Cause.CANCELLED);
  }

  final EndpointResult ask(Optional<String> schema) {
    return endpoint().answer(request(ARTICLE, schema), () -> key, Duration.ofSeconds(60));
  }

  static ModelRequest request(String prompt, Optional<String> schema) {
    return new ModelRequest(
        List.of(new Message(Message.Role.USER, prompt)),
        schema.map(EndpointContract::json),
        Optional.of(600),
        Optional.empty());
  }

  static EndpointResult.Answered answered(EndpointResult result) {
    assertThat(result).isInstanceOf(EndpointResult.Answered.class);
    return (EndpointResult.Answered) result;
  }

  static Cause cause(EndpointResult result) {
    return failure(result).cause();
  }

  static Failure failure(EndpointResult result) {
    return switch (result) {
      case EndpointResult.Failed(var failure) -> failure;
      case EndpointResult other -> throw new AssertionError("has not failed but is " + other);
    };
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
