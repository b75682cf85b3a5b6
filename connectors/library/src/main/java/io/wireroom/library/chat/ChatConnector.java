package io.wireroom.library.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Connector;
import io.wireroom.connector.ConnectorInfo;
import io.wireroom.connector.Effect;
import io.wireroom.connector.Field;
import io.wireroom.connector.LiveText;
import io.wireroom.connector.Outcome;
import io.wireroom.connector.Step;
import io.wireroom.models.Asker;
import io.wireroom.models.Budget;
import io.wireroom.models.ModelResult;
import io.wireroom.models.Models;
import io.wireroom.models.endpoint.Listener;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelEvent;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Rejection;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks a model for text, or for JSON that fits a schema. */
public final class ChatConnector implements Connector<ChatConnector.Input> {
  private static final Duration MARGIN = Duration.ofSeconds(1);
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal PICO = BigDecimal.valueOf(1_000_000_000_000L);
  private static final ConnectorInfo INFO =
      new ConnectorInfo(
              "wireroom:chat:1",
              "Ask a model",
              "Asks a language model for text, or for JSON that fits a schema.",
              "message-square-text",
              ConnectorInfo.Kind.MODEL,
              "{text, json, stopReason, usage, cost, route, hardware, latencyMs}",
              Arrays.stream(Rejection.values())
                  .map(r -> new ConnectorInfo.ErrorCode(r.code(), r.meaning()))
                  .toList())
          .says(
              "Asks the model {model}[ for {schema}][, with the prompt {prompt}][, "
                  + "with the conversation {messages}]",
              "Changes nothing outside. When an answer gets lost, the model is asked " + "again.")
          .foundBy(
              "ai",
              "llm",
              "write",
              "rewrite",
              "translate",
              "summarize",
              "sum up",
              "classify",
              "tag",
              "draft",
              "headline",
              "prompt");

  private final Models models;

  public ChatConnector(Models models) {
    this.models = models;
  }

  @Override
  public ConnectorInfo info() {
    return INFO;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public Effect effect(Input input) {
    return Effect.reads();
  }

  @Override
  public Outcome run(Input input, Step step) {
    var timeout = step.timeout().minus(MARGIN);
    var request = input.request();
    var asker = new Asker(step.workflow(), step.connections(), timeout, input.shownTo(step.live()));
    return switch (models.ask(input.model(), request, input.spending(), asker)) {
      case ModelResult.Answered answered ->
          answered.answer().text().isBlank()
              ? new Outcome.Rejected(
                  Rejection.UNUSABLE.code(), answered.route().name() + " answers without any text")
              : new Outcome.Done(ChatResponse.of(answered));
      // why no retry is used: the model is there and only has too much to do
      case ModelResult.Busy(var reason, var after) -> new Outcome.TryAgain(reason, after, false);
      case ModelResult.Unreachable(var reason, var after) ->
          new Outcome.TryAgain(reason, after, true);
      case ModelResult.Rejected(var rejection, var message) ->
          new Outcome.Rejected(rejection.code(), message);
      case ModelResult.Broken(var reason) -> new Outcome.Broken(reason);
    };
  }

  /**
   * What is asked, of which model.
   *
   * @param prompt one message of the user; or give {@code messages}
   * @param messages a list of {@code {role: "system"|"user"|"assistant", content: text}}
   * @param schema a JSON Schema for the answer; its object or its text
   * @param budget in US dollars, for this step
   * @param stream whether the answer is shown while it is written
   */
  public record Input(
      @Field(label = "Model", help = "An alias from the Models page", required = true) String model,
      @Field(
              label = "Instructions",
              help = "Who the model is and how it should answer",
              editor = Field.Editor.TEXT)
          Optional<String> system,
      @Field(label = "Prompt", help = "What you ask", editor = Field.Editor.TEXT)
          Optional<String> prompt,
      @Field(
              label = "Messages",
              help = "A whole conversation instead of a prompt",
              editor = Field.Editor.FEEL)
          Optional<JsonNode> messages,
      @Field(
              label = "Answer schema",
              help = "A JSON Schema; the answer is then in response.json",
              editor = Field.Editor.FEEL)
          Optional<JsonNode> schema,
      @Field(label = "Longest answer", help = "In tokens", editor = Field.Editor.FEEL)
          Optional<Integer> maxTokens,
      @Field(label = "Temperature", help = "0 is the most even", editor = Field.Editor.FEEL)
          Optional<Double> temperature,
      @Field(
              label = "Budget",
              help = "In US dollars; only models with a known price can keep one",
              editor = Field.Editor.FEEL)
          Optional<BigDecimal> budget,
      @Field(
              label = "Show it while it is written",
              help =
                  "true shows the answer word by word on the run's page, and to the caller of a"
                      + " webhook that answers as a stream",
              editor = Field.Editor.FEEL)
          Optional<Boolean> stream) {

    public Input {
      // why: Jackson hands an absent JsonNode over as a null node inside the Optional
      messages = messages.filter(json -> !json.isNull() && !json.isMissingNode());
      schema = schema.filter(json -> !json.isNull() && !json.isMissingNode());
      if (prompt.isPresent() == messages.isPresent()) {
        throw new IllegalArgumentException("give either a prompt or messages");
      }
      maxTokens.ifPresent(most -> check(most > 0, "maxTokens must be above 0"));
      temperature.ifPresent(t -> check(t >= 0 && t <= 2, "temperature must be from 0 to 2"));
      budget.ifPresent(
          b -> check(b.signum() >= 0 && b.compareTo(MOST) <= 0, "budget is no amount"));
      // why here: what cannot be asked is told to the editor before anything is sent
      messages.ifPresent(Conversation::of);
      schema.ifPresent(Conversation::schema);
    }

    ModelRequest request() {
      var own =
          messages
              .map(Conversation::of)
              .orElseGet(() -> List.of(new Message(Message.Role.USER, prompt.orElseThrow())));
      return new ModelRequest(
          Conversation.led(system, own),
          schema.<ObjectNode>map(Conversation::schema),
          maxTokens,
          temperature);
    }

    /** Text only: tools and thoughts are for the workflow. */
    Listener shownTo(LiveText live) {
      return stream.orElse(false)
          ? event -> {
            if (event instanceof ModelEvent.Text(var block, var text)) {
              live.add(text);
            }
            return true;
          }
          : Listener.NONE;
    }

    Optional<Budget> spending() {
      return budget.map(dollars -> new Budget(dollars.multiply(PICO).longValue()));
    }

    private static void check(boolean right, String message) {
      if (!right) {
        throw new IllegalArgumentException(message);
      }
    }
  }
}
