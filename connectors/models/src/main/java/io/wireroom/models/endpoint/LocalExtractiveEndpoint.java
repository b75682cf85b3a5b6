package io.wireroom.models.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.extractive.Answers;
import io.wireroom.models.extractive.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The built-in route: answers by counting words, without a language model. It takes the text from
 * the user's messages, fills the properties of the schema that it understands, and says so when it
 * is asked for more. It follows no instruction.
 */
public final class LocalExtractiveEndpoint implements Endpoint {
  private static final int LONGEST = 500_000;
  private static final int SUMMARY = 500;

  @Override
  public EndpointResult answer(ModelRequest request, Asking asking) {
    var result = answer(request);
    return result instanceof EndpointResult.Answered(var reply, var json, var cost)
            && !asking.listener().on(new ModelEvent.Text(0, reply.text()))
        ? new EndpointResult.Failed(Cause.CANCELLED, "nobody waits any more")
        : result;
  }

  private static EndpointResult answer(ModelRequest request) {
    var text = textOf(request);
    if (text.length() > LONGEST) {
      return new EndpointResult.Failed(
          Cause.TOO_LONG, "the text has more than " + LONGEST + " characters");
    }
    var digest = Digest.of(text);
    if (digest.isEmpty()) {
      return rejected(Rejection.UNABLE, "there is no text to work on in the prompt");
    }
    return request
        .schema()
        .map(schema -> inSchema(request, schema, digest))
        .orElseGet(
            () -> answered(request, digest.summary(SUMMARY), Optional.empty(), digest.words()));
  }

  private static EndpointResult inSchema(ModelRequest request, ObjectNode schema, Digest digest) {
    return switch (AnswerSchema.compile(schema)) {
      case AnswerSchema.Compiled.Wrong(var reason) ->
          new EndpointResult.Failed(Cause.BAD_REQUEST, reason);
      case AnswerSchema.Compiled.Usable(var usable) -> {
        var json = new Answers(digest).fill(schema);
        var missing = missing(schema, json);
        yield missing.isEmpty()
            ? checked(request, usable, json, digest)
            : rejected(
                Rejection.UNABLE,
                "local-extractive is no language model and cannot tell %s from this text; it knows %s"
                    .formatted(String.join(", ", missing), Answers.known()));
      }
    };
  }

  private static EndpointResult checked(
      ModelRequest request, AnswerSchema schema, ObjectNode json, Digest digest) {
    return switch (schema.check(json)) {
      case AnswerSchema.Checked.Fits(var fits) ->
          answered(request, json.toString(), Optional.of(fits), digest.words());
      case AnswerSchema.Checked.Misfits(var problems) ->
          rejected(
              Rejection.UNABLE,
              "local-extractive cannot fit the schema: " + String.join("; ", problems));
    };
  }

  private static EndpointResult answered(
      ModelRequest request,
      String text,
      Optional<com.fasterxml.jackson.databind.JsonNode> json,
      int wordsRead) {
    var words = text.isBlank() ? 0 : text.strip().split("\\s+").length;
    return request.maxTokens().filter(most -> words > most).isPresent()
        ? new EndpointResult.Failed(
            Cause.TRUNCATED, "the answer has " + words + " words, more than maxTokens allows")
        : new EndpointResult.Answered(
            new Reply(text, StopReason.END_TURN, new Usage.Words(wordsRead, words)),
            json,
            new Cost.Known(0));
  }

  private static List<String> missing(ObjectNode schema, ObjectNode json) {
    var missing = new ArrayList<String>();
    for (var name : schema.path("required")) {
      if (!json.has(name.asText())) {
        missing.add("\"" + name.asText() + "\"");
      }
    }
    return missing;
  }

  private static String textOf(ModelRequest request) {
    return String.join(
        "\n",
        request.messages().stream()
            .filter(message -> message.role() == Message.Role.USER)
            .map(Message::text)
            .toList());
  }

  private static EndpointResult rejected(Rejection rejection, String message) {
    return new EndpointResult.Rejected(rejection, message);
  }
}
