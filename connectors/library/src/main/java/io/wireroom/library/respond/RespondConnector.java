package io.wireroom.library.respond;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Connector;
import io.wireroom.connector.ConnectorInfo;
import io.wireroom.connector.Effect;
import io.wireroom.connector.Field;
import io.wireroom.connector.Field.Editor;
import io.wireroom.connector.Outcome;
import io.wireroom.connector.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the caller whose webhook started the run. */
public final class RespondConnector implements Connector<RespondConnector.Input> {
  private static final ConnectorInfo INFO =
      new ConnectorInfo(
              "wireroom:respond:1",
              "Answer the caller",
              "Answers the webhook that started this run; the run goes on afterwards.",
              "reply",
              ConnectorInfo.Kind.ACTION,
              "{answered}: false when nobody waits any more",
              List.of())
          .says(
              "Answers the caller[ with {body}][, status {status}]",
              "The caller gets one answer, the first.")
          .foundBy("reply", "respond", "response", "return a result", "webhook");

  private final CallerAnswers callers;

  public RespondConnector(CallerAnswers callers) {
    this.callers = callers;
  }

  @Override
  public ConnectorInfo info() {
    return INFO;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  /** A caller takes one answer; there is nobody for a second one. */
  @Override
  public Effect effect(Input input) {
    return Effect.repeatable("ANSWER", "the caller");
  }

  @Override
  public Outcome run(Input input, Step step) {
    var nodes = JsonNodeFactory.instance;
    var answered =
        step.eventId()
            .map(
                event ->
                    callers.answer(
                        event,
                        input.status().orElse(200),
                        input.fields(),
                        input.body().orElse(nodes.nullNode())))
            .orElse(false);
    return new Outcome.Done(nodes.objectNode().put("answered", answered));
  }

  /** What the caller gets. */
  public record Input(
      @Field(label = "Status", help = "200 when empty", value = "200") Optional<Integer> status,
      @Field(
              label = "Headers",
              help = "Names and values, such as {\"Cache-Control\": \"no-store\"}",
              editor = Editor.FEEL)
          Optional<ObjectNode> headers,
      @Field(label = "Body", help = "Text, or data that is sent as JSON", editor = Editor.TEXT)
          Optional<JsonNode> body) {

    public Input {
      if (status.filter(code -> code < 200 || code > 599).isPresent()) {
        throw new IllegalArgumentException("the status must be from 200 to 599");
      }
      // why: for Jackson an absent node is a node all the same.
      body = body.filter(given -> !given.isNull() && !given.isMissingNode());
      headers.ifPresent(AnswerHeaders::read);
    }

    Map<String, String> fields() {
      return headers.map(AnswerHeaders::read).orElse(Map.of());
    }
  }
}
