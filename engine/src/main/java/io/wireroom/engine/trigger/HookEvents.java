package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.document.LargeValues;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.expression.FeelResult;
import io.wireroom.engine.trigger.auth.DeliveryId;
import io.wireroom.engine.trigger.inbox.DedupeKey;
import io.wireroom.engine.trigger.inbox.Target;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.Webhook;
import java.util.Optional;

/** What a webhook's expressions make of a request. Blocks, within the limits of expressions. */
public final class HookEvents {
  private static final int LONGEST_KEY = 1_000;

  private final Feel feel;
  private final LargeValues large;

  public HookEvents(Feel feel, Documents documents) {
    this.feel = feel;
    this.large = new LargeValues(documents);
  }

  /** What the run gets. */
  ObjectNode variables(Webhook webhook, ObjectNode request) {
    var variables = JsonNodeFactory.instance.objectNode();
    if (!webhook.resultVariable().isEmpty()) {
      variables.set(webhook.resultVariable(), request);
    }
    if (!webhook.resultExpression().isEmpty()) {
      variables.setAll(shaped(webhook.resultExpression(), request));
    } else if (webhook.resultVariable().isEmpty()) {
      variables.set("request", request);
    }
    return variables;
  }

  /** Named values for the run; a text instead refuses the request with that text. */
  private ObjectNode shaped(String expression, ObjectNode request) {
    var readable = (ObjectNode) large.readable(request);
    return switch (value("result expression", expression, readable)) {
      case ObjectNode values -> values;
      case JsonNode nothing when nothing.isNull() -> JsonNodeFactory.instance.objectNode();
      case JsonNode refusal when refusal.isTextual() ->
          throw new HttpProblem(422, refusal.textValue());
      default ->
          throw new HttpProblem(
              422, "The webhook's result expression gives no named values for this request.");
    };
  }

  /** Where the event goes: to the run that waits for its key, or to a new one. */
  Target target(Webhook webhook, String workflow, ObjectNode request) {
    return new Target.Message(
        workflow,
        webhook.elementId(),
        webhook.messageName(),
        key("correlation key", webhook.correlationKey(), request));
  }

  /** By the drawn key, else by the provider's id of the delivery. */
  Optional<DedupeKey> dedupe(
      Webhook webhook, String workflow, ObjectNode request, Optional<String> delivery) {
    var key =
        webhook.dedupeKey().isEmpty() ? delivery : key("dedupe key", webhook.dedupeKey(), request);
    return key.map(k -> new DedupeKey(workflow + ":" + webhook.path(), k));
  }

  static Optional<String> delivery(Webhook webhook, io.vertx.core.MultiMap headers, JsonNode body) {
    return DeliveryId.of(webhook.auth().kind(), headers, body);
  }

  private Optional<String> key(String what, String expression, ObjectNode request) {
    if (expression.isEmpty()) {
      return Optional.empty();
    }
    var value = value(what, expression, request);
    var text = value.isTextual() ? value.textValue() : value.isNumber() ? value.asText() : "";
    if (text.isBlank() || text.length() > LONGEST_KEY) {
      throw new HttpProblem(
          422, "The webhook's " + what + " gives no text or number for this request.");
    }
    return Optional.of(text);
  }

  private JsonNode value(String what, String expression, ObjectNode request) {
    var context = JsonNodeFactory.instance.objectNode();
    context.set("request", request);
    return switch (feel.evaluate(expression, context)) {
      case FeelResult.Value(var value) -> value;
      case FeelResult.Failed failed ->
          throw new HttpProblem(
              422, "The webhook's " + what + " fails for this request: " + failed.message());
    };
  }

  /** The body of a {@code result} answer: the response expression's value, else all variables. */
  JsonNode answer(Webhook webhook, ObjectNode variables) {
    if (webhook.responseExpression().isEmpty()) {
      return variables;
    }
    return switch (feel.evaluate(webhook.responseExpression(), variables)) {
      case FeelResult.Value(var value) -> value;
      case FeelResult.Failed failed ->
          throw new HttpProblem(
              500, "The webhook's response expression fails: " + failed.message());
    };
  }
}
