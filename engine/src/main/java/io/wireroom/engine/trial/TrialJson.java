package io.wireroom.engine.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Effect;
import io.wireroom.connector.Outcome;
import io.wireroom.engine.expression.FailureJson;
import io.wireroom.engine.process.Verdict;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.worker.StepTrial.Prepared;
import io.wireroom.engine.worker.StepTrial.Tried;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a trial answers. */
final class TrialJson {
  private TrialJson() {}

  static ObjectNode of(Prepared.Unmapped unmapped) {
    var json = ended("unmapped");
    json.set("error", FailureJson.of(unmapped.failure()).put("input", unmapped.input()));
    return json;
  }

  static ObjectNode of(Prepared.Unfit unfit) {
    var json = ended("unfit");
    json.set("inputs", unfit.inputs());
    json.putObject("error").put("message", unfit.reason());
    return json;
  }

  /** The question that is asked before something outside is changed. */
  static ObjectNode asks(Prepared.Ready ready) {
    var json = ended("asks");
    json.set("inputs", ready.inputs());
    var effect = ready.effect();
    var asks = json.putObject("asks");
    asks.put("kind", effect.kind().name().toLowerCase(Locale.ROOT));
    effect.method().ifPresent(method -> asks.put("method", method));
    effect.target().ifPresent(target -> asks.put("target", target));
    asks.put("confirm", word(effect));
    return json;
  }

  /** What a person says yes to; another one is a question of its own. */
  static String word(Effect effect) {
    var said =
        Stream.of(effect.method(), effect.target())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return said.isEmpty() ? effect.kind().name() : said;
  }

  /** {@code hasCost}: a model's answer says what it cost. */
  static ObjectNode of(Tried tried, boolean hasCost) {
    var json = ended(tried.verdict());
    json.put("durationMs", tried.took().toMillis());
    json.set("inputs", tried.inputs());
    if (tried.outcome() instanceof Outcome.Done(var response)) {
      json.set("response", response);
      if (hasCost && response.path("cost").isNumber()) {
        json.set("cost", response.path("cost"));
      }
    }
    return json;
  }

  private static ObjectNode ended(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Complete(var variables) -> withVariables(ended("completed"), variables);
      case Verdict.Throw(var code, var message, var variables) -> {
        var json = withVariables(ended("error"), variables);
        json.putObject("error").put("code", code).put("message", message);
        yield json;
      }
      case Verdict.Fail(var reason, var retriesLeft, var backOff) -> {
        var json = ended("failed");
        json.putObject("error")
            .put("message", reason)
            .put("retriesLeft", retriesLeft)
            .put("retryAfterMs", backOff.toMillis());
        yield json;
      }
    };
  }

  private static ObjectNode ended(String how) {
    return Json.MAPPER.createObjectNode().put("ended", how);
  }

  private static ObjectNode withVariables(ObjectNode json, JsonNode variables) {
    json.set("variables", variables);
    return json;
  }
}
