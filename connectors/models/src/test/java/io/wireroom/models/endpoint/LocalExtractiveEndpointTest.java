package io.wireroom.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class LocalExtractiveEndpointTest extends EndpointContract {
  @Override
  Endpoint endpoint() {
    return new LocalExtractiveEndpoint();
  }

  @Test
  void countsWordsAndCostsNothing() {
    var answer = answered(ask(Optional.empty()));

    assertThat(answer.cost()).isEqualTo(new Cost.Known(0));
    assertThat(answer.usage())
        .isInstanceOfSatisfying(
            Usage.Words.class, words -> assertThat(words.input()).isEqualTo(71));
  }

  @Test
  void saysWhichPropertyItCannotTell() {
    var result =
        ask(
            Optional.of(
                """
                {"type": "object", "required": ["headline", "sentiment"],
                 "properties": {"headline": {"type": "string"}, "sentiment": {"type": "string"}}}
                """));

    assertThat(result)
        .isInstanceOfSatisfying(
            EndpointResult.Rejected.class,
            no -> {
              assertThat(no.rejection()).isEqualTo(Rejection.UNABLE);
              assertThat(no.message()).contains("\"sentiment\"").contains("no language model");
            });
  }

  @Test
  void leavesOutWhatItCannotTellAndNobodyRequires() {
    var result =
        ask(
            Optional.of(
                """
                {"type": "object", "required": ["headline"],
                 "properties": {"headline": {"type": "string"}, "mood": {"type": "string"}}}
                """));

    assertThat(answered(result).json().orElseThrow().properties()).hasSize(1);
  }

  @Test
  void inventsNothingWhereASchemaWantsAChoice() {
    var result =
        ask(
            Optional.of(
                """
                {"type": "object", "required": ["tags"], "properties": {"tags": {"type": "array",
                 "items": {"enum": ["politics", "sport"]}}}}
                """));

    assertThat(result)
        .isInstanceOfSatisfying(
            EndpointResult.Rejected.class,
            no -> assertThat(no.rejection()).isEqualTo(Rejection.UNABLE));
  }

  @Test
  void advisesAgainstPublishingAFewWords() {
    var schema =
        """
        {"type": "object", "required": ["publishable", "reason"], "properties": {
          "publishable": {"type": "boolean"}, "reason": {"type": "string"}}}
        """;
    var request = request("Page not found\n\nSorry, this page is gone.", Optional.of(schema));

    var json =
        answered(endpoint().answer(request, () -> key, Duration.ofSeconds(5))).json().orElseThrow();

    assertThat(json.path("publishable").asBoolean()).isFalse();
    assertThat(json.path("reason").asText()).contains("words");
  }

  @Test
  void isCutOffLikeAnyModelByMaxTokens() {
    var request =
        new ModelRequest(
            List.of(new Message(Message.Role.USER, ARTICLE)),
            Optional.empty(),
            Optional.of(5),
            Optional.empty());

    assertThat(cause(endpoint().answer(request, () -> key, Duration.ofSeconds(5))))
        .isEqualTo(Cause.TRUNCATED);
  }

  @Test
  void refusesATextWithoutEnd() {
    var request = request("word ".repeat(200_000), Optional.empty());

    assertThat(cause(endpoint().answer(request, () -> key, Duration.ofSeconds(5))))
        .isEqualTo(Cause.TOO_LONG);
  }
}
