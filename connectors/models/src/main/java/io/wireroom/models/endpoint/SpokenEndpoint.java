package io.wireroom.models.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.route.Route;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An endpoint behind a wire. With a schema there is a ladder: the endpoint's own means; where it
 * knows none, the schema in the prompt; and one repair when the answer does not fit.
 */
public final class SpokenEndpoint implements Endpoint {
  private final Speaker speaker;
  private final Tariff tariff;
  private volatile boolean knowsSchemas;

  public SpokenEndpoint(Route route, Speaker speaker, InstantSource clock) {
    this.speaker = speaker;
    this.tariff = new Tariff(route, clock);
    this.knowsSchemas = speaker.knowsSchemas();
  }

  @Override
  public EndpointResult answer(ModelRequest request, Asking asking) {
    return request
        .schema()
        .map(schema -> inSchema(request, schema, asking))
        .orElseGet(() -> asText(request, asking));
  }

  @Override
  public boolean well(ApiKey key) {
    return speaker.well(key);
  }

  private EndpointResult asText(ModelRequest request, Asking asking) {
    return switch (speaker.ask(request, asking)) {
      case Turn.Whole(var reply) -> answered(reply, Optional.empty(), tariff.cost(reply));
      case Turn.Ended(var result) -> result;
      case Turn.NotUnderstood(var error, var result) -> result;
    };
  }

  private EndpointResult inSchema(ModelRequest request, ObjectNode schema, Asking asking) {
    return switch (AnswerSchema.compile(schema)) {
      case AnswerSchema.Compiled.Wrong(var reason) ->
          new EndpointResult.Failed(Cause.BAD_REQUEST, reason);
      case AnswerSchema.Compiled.Usable(var usable) -> inSchema(request, usable, asking);
    };
  }

  private EndpointResult inSchema(ModelRequest request, AnswerSchema schema, Asking asking) {
    return switch (ask(request, asking)) {
      case Turn.Ended(var result) -> result;
      case Turn.NotUnderstood(var error, var result) -> result;
      case Turn.Whole(var reply) ->
          reply.stop() == StopReason.TOOL_USE
              ? answered(reply, Optional.empty(), tariff.cost(reply))
              : switch (schema.check(reply.text())) {
                case AnswerSchema.Checked.Fits(var json) ->
                    answered(reply, Optional.of(json), tariff.cost(reply));
                case AnswerSchema.Checked.Misfits(var problems) ->
                    repaired(request, schema, reply, problems, asking);
              };
    };
  }

  private EndpointResult repaired(
      ModelRequest request,
      AnswerSchema schema,
      Reply first,
      List<String> problems,
      Asking asking) {
    if (asking.streamed()) {
      return misfit(problems); // why no repair: the first answer was shown already
    }
    var messages = new ArrayList<>(request.messages());
    messages.add(new Message(Message.Role.ASSISTANT, first.text()));
    messages.add(SchemaPrompt.repair(request, problems));
    return switch (ask(request.with(messages), asking)) {
      case Turn.Ended(var result) -> result;
      case Turn.NotUnderstood(var error, var result) -> result;
      case Turn.Whole(var second) ->
          switch (schema.check(second.text())) {
            case AnswerSchema.Checked.Fits(var json) ->
                answered(
                    second.counted(first.usage().plus(second.usage())),
                    Optional.of(json),
                    tariff.cost(first).plus(tariff.cost(second)));
            case AnswerSchema.Checked.Misfits(var still) -> misfit(still);
          };
    };
  }

  /** By the endpoint's own means, or in words from the moment on when it turns out to know none. */
  private Turn ask(ModelRequest request, Asking asking) {
    if (knowsSchemas) {
      var turn = speaker.ask(request, asking);
      if (!(turn instanceof Turn.NotUnderstood(var error, var result)) || !aboutFormat(error)) {
        return turn;
      }
      knowsSchemas = false;
    }
    asking.patience().again();
    return speaker.ask(
        request.with(SchemaPrompt.with(request.messages(), request)).withoutSchema(), asking);
  }

  private static boolean aboutFormat(String error) {
    return List.of(
            "response_format",
            "json_schema",
            "structured output",
            "structured_output",
            "guided",
            "outputconfig",
            "output_config",
            "output_format",
            "textformat",
            "output config")
        .stream()
        .anyMatch(error::contains);
  }

  private static EndpointResult misfit(List<String> problems) {
    return new EndpointResult.Rejected(
        Rejection.NOT_SCHEMA, "the answer does not fit the schema: " + String.join("; ", problems));
  }

  private static EndpointResult answered(Reply reply, Optional<JsonNode> json, Cost cost) {
    return new EndpointResult.Answered(reply, json, cost);
  }
}
