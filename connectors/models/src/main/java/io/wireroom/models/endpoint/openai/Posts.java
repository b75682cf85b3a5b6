package io.wireroom.models.endpoint.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Patience;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.endpoint.Turn;
import io.wireroom.models.route.Route;
import io.wireroom.net.Answer;
import io.wireroom.net.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Requests to one part of the interface, and what it means when there is no answer.
 *
 * @param path below {@code /v1}
 */
record Posts(Route route, String path) {
  Request of(ObjectNode body, Patience patience, long largest, ApiKey key) {
    var left = patience.left();
    var limits =
        new Request.Limits(route.deadlines().connect(), patience.next(), left, largest).total(left);
    var request =
        new Request(
            "POST",
            ApiPath.of(route, path),
            List.of(
                Map.entry("Content-Type", "application/json"),
                Map.entry("Accept", "application/json, text/event-stream")),
            body.toString().getBytes(StandardCharsets.UTF_8),
            limits,
            0);
    return key instanceof ApiKey.Present present
        ? request.secret(present.header(), present.text())
        : request;
  }

  static Turn read(Answer answer, Function<Answer.Response, Turn> reader) {
    return switch (answer) {
      case Answer.Response response -> reader.apply(response);
      case Answer.Refused(var reason) ->
          Turn.failed(Cause.BAD_REQUEST, "its address is not allowed: " + reason);
      case Answer.Unreachable(var reason, var sent) ->
          Turn.failed(
              Thread.currentThread().isInterrupted() ? Cause.CANCELLED : Cause.TRANSIENT, reason);
      case Answer.TimedOut(var reason, var sent) -> Turn.failed(Cause.TRANSIENT, reason);
      case Answer.TooLarge(var reason) -> Turn.rejected(Rejection.UNUSABLE, reason);
    };
  }
}
