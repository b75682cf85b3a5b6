package io.wireroom.engine.effect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.connector.Outcome;
import java.util.Optional;

/** Outcomes that end a call as JSON, and back. */
final class OutcomeText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OutcomeText() {}

  /** Empty for one that does not end the call. */
  static Optional<String> of(Outcome outcome) {
    var json = JSON.createObjectNode();
    switch (outcome) {
      case Outcome.Done(var output) -> json.set("done", output);
      case Outcome.Rejected(var code, var message) ->
          json.putObject("rejected").put("code", code).put("message", message);
      case Outcome.Broken(var reason) -> json.put("broken", reason);
      case Outcome.TryAgain again -> {
        return Optional.empty();
      }
      case Outcome.Unknown unknown -> {
        return Optional.empty();
      }
    }
    return Optional.of(json.toString());
  }

  static Outcome read(String text) {
    try {
      var json = JSON.readTree(text);
      if (json.has("done")) {
        return new Outcome.Done(json.path("done"));
      }
      var rejected = json.path("rejected");
      return rejected.isMissingNode()
          ? new Outcome.Broken(json.path("broken").asText())
          : new Outcome.Rejected(rejected.path("code").asText(), rejected.path("message").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored outcome is not JSON", e);
    }
  }
}
