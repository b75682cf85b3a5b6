package io.wireroom.engine.trigger.auth;

import static io.wireroom.engine.trigger.auth.Crypto.SHA256;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.trigger.auth.HookVerdict.Passed;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.workflow.WebhookAuth;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * {@code slack}: {@code X-Slack-Signature: v0=} and the code over {@code v0:time:body}. Answers
 * Slack's {@code url_verification}, once its signature is verified.
 */
final class SlackSignature implements Scheme {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String PREFIX = "v0=";
  private static final int LARGEST_CHECK = 4_096;

  private final Freshness freshness;

  SlackSignature(Freshness freshness) {
    this.freshness = freshness;
  }

  @Override
  public HookVerdict verify(HookCall call, WebhookAuth auth, List<Connection> valid) {
    var given =
        call.header("X-Slack-Signature")
            .filter(header -> header.startsWith(PREFIX))
            .flatMap(header -> Crypto.hex(header.substring(PREFIX.length())));
    if (given.isEmpty()) {
      return Refused.because("X-Slack-Signature is missing, doubled or not readable.");
    }
    var time = call.header("X-Slack-Request-Timestamp").orElse("");
    if (!freshness.isFresh(time, TOLERANCE)) {
      return Refused.because("X-Slack-Request-Timestamp is missing or over 5 minutes from now.");
    }
    for (var secret : Crypto.fields(valid, "secret")) {
      var expected =
          Crypto.hmac(SHA256, Crypto.utf8(secret), Crypto.sent("v0:" + time + ":"), call.body());
      if (Crypto.anyEquals(List.of(given.get()), expected)) {
        return passed(call.body());
      }
    }
    return Refused.because("The signature does not match.");
  }

  private static HookVerdict passed(byte[] body) {
    var json = body.length <= LARGEST_CHECK ? json(body) : MissingNode.getInstance();
    return json.path("type").asText().equals("url_verification")
        ? AddressCheck.echo(json.path("challenge").asText())
        : Passed.withholding("x-slack-signature");
  }

  private static JsonNode json(byte[] body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance(); // why: a form of Slack's, or left to the body's reader
    }
  }
}
