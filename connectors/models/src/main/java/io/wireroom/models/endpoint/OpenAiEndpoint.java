package io.wireroom.models.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.route.Route;
import io.wireroom.net.Answer;
import io.wireroom.net.Door;
import io.wireroom.net.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code POST /v1/chat/completions} through the door, without streaming.
 *
 * <p>With a schema there is a ladder: the endpoint's own {@code response_format}; where it does not
 * know that, the schema in the prompt; and one repair when the answer does not fit.
 */
public final class OpenAiEndpoint implements Endpoint {
  private static final long LARGEST_ANSWER = 2_000_000;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Route route;
  private final Door door;
  private final InstantSource clock;
  private volatile OpenAiDialect dialect = OpenAiDialect.USUAL;

  public OpenAiEndpoint(Route route, Door door, InstantSource clock) {
    this.route = route;
    this.door = door;
    this.clock = clock;
  }

  @Override
  public EndpointResult answer(ModelRequest request, Supplier<ApiKey> key, Duration timeout) {
    var asking = new Asking(key, clock.instant().plus(timeout));
    return request
        .schema()
        .map(schema -> inSchema(request, schema, asking))
        .orElseGet(() -> asText(request, asking));
  }

  private EndpointResult asText(ModelRequest request, Asking asking) {
    return switch (ask(request.messages(), request, asking)) {
      case OpenAiReply.Complete answer -> answered(answer, Optional.empty(), answer.usage());
      case OpenAiReply.Ended(var result) -> result;
      case OpenAiReply.NotUnderstood(var error, var result) -> result;
    };
  }

  private EndpointResult inSchema(ModelRequest request, ObjectNode schema, Asking asking) {
    return switch (AnswerSchema.compile(schema)) {
      case AnswerSchema.Compiled.Wrong(var reason) -> new EndpointResult.Broken(reason);
      case AnswerSchema.Compiled.Usable(var usable) -> inSchema(request, usable, asking);
    };
  }

  private EndpointResult inSchema(ModelRequest request, AnswerSchema schema, Asking asking) {
    return switch (ask(request.messages(), request, asking)) {
      case OpenAiReply.Ended(var result) -> result;
      case OpenAiReply.NotUnderstood(var error, var result) -> result;
      case OpenAiReply.Complete answer ->
          switch (schema.check(answer.text())) {
            case AnswerSchema.Checked.Fits(var json) ->
                answered(answer, Optional.of(json), answer.usage());
            case AnswerSchema.Checked.Misfits(var problems) ->
                repaired(request, schema, answer, problems, asking);
          };
    };
  }

  private EndpointResult repaired(
      ModelRequest request,
      AnswerSchema schema,
      OpenAiReply.Complete first,
      List<String> problems,
      Asking asking) {
    var messages = new ArrayList<>(request.messages());
    messages.add(new Message(Message.Role.ASSISTANT, first.text()));
    messages.add(SchemaPrompt.repair(request, problems));
    return switch (ask(messages, request, asking)) {
      case OpenAiReply.Ended(var result) -> result;
      case OpenAiReply.NotUnderstood(var error, var result) -> result;
      case OpenAiReply.Complete second ->
          switch (schema.check(second.text())) {
            case AnswerSchema.Checked.Fits(var json) ->
                answered(second, Optional.of(json), first.usage().plus(second.usage()));
            case AnswerSchema.Checked.Misfits(var still) ->
                new EndpointResult.Rejected(
                    Rejection.NOT_SCHEMA,
                    "the answer does not fit the schema: " + String.join("; ", still));
          };
    };
  }

  /** Asks, and once more for each thing that the endpoint turns out not to understand. */
  private OpenAiReply ask(List<Message> messages, ModelRequest request, Asking asking) {
    while (true) {
      var speaking = dialect;
      var all = speaking.schema() ? messages : SchemaPrompt.with(messages, request);
      var reply = send(speaking.body(route.model(), all, request), asking);
      var simpler =
          reply instanceof OpenAiReply.NotUnderstood(var error, var result)
              ? speaking.without(error)
              : Optional.<OpenAiDialect>empty();
      if (simpler.isEmpty()) {
        return reply;
      }
      dialect = simpler.get();
    }
  }

  private OpenAiReply send(ObjectNode body, Asking asking) {
    var left = Duration.between(clock.instant(), asking.deadline());
    if (!left.isPositive()) {
      return ended(new EndpointResult.Unreachable("it took longer than the step may take"));
    }
    return switch (asking.key().get()) {
      case ApiKey.Missing(var reason) ->
          ended(new EndpointResult.Broken("its key is missing: " + reason));
      case ApiKey.NotNeeded none -> read(door.send(request(body, left)));
      case ApiKey.Present present ->
          read(
              present.mask(
                  door.send(request(body, left).secret(present.header(), present.text()))));
    };
  }

  private OpenAiReply read(Answer answer) {
    return switch (answer) {
      case Answer.Response response -> OpenAiReply.of(response, clock.instant());
      case Answer.Refused(var reason) ->
          ended(new EndpointResult.Broken("its address is not allowed: " + reason));
      case Answer.Unreachable(var reason, var _) -> ended(new EndpointResult.Unreachable(reason));
      case Answer.TimedOut(var reason, var _) -> ended(new EndpointResult.Unreachable(reason));
      case Answer.TooLarge(var reason) ->
          ended(new EndpointResult.Rejected(Rejection.UNUSABLE, reason));
    };
  }

  private Request request(ObjectNode body, Duration left) {
    var limits = new Request.Limits(CONNECT, left, left, LARGEST_ANSWER).total(left);
    return new Request(
        "POST",
        Completions.url(route),
        List.of(
            Map.entry("Content-Type", "application/json"), Map.entry("Accept", "application/json")),
        body.toString().getBytes(StandardCharsets.UTF_8),
        limits,
        0);
  }

  private static OpenAiReply ended(EndpointResult result) {
    return new OpenAiReply.Ended(result);
  }

  private static EndpointResult answered(
      OpenAiReply.Complete answer, Optional<JsonNode> json, Usage usage) {
    return new EndpointResult.Answered(
        answer.text(), json, answer.stopReason(), usage, new Cost.Unknown());
  }

  /** What all requests for one answer share. */
  private record Asking(Supplier<ApiKey> key, Instant deadline) {}
}
