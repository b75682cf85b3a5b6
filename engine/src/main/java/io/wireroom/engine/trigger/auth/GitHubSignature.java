package io.wireroom.engine.trigger.auth;

import static io.wireroom.engine.trigger.auth.Crypto.SHA256;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.trigger.auth.HookVerdict.Passed;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import io.wireroom.engine.workflow.WebhookAuth;
import java.util.List;

/**
 * {@code github}: {@code X-Hub-Signature-256: sha256=} and the code over the body. The scheme signs
 * no time and no delivery id: a repetition is told by {@code X-GitHub-Delivery} alone.
 */
final class GitHubSignature implements Scheme {
  private static final String PREFIX = "sha256=";

  @Override
  public HookVerdict verify(HookCall call, WebhookAuth auth, List<Connection> valid) {
    var given =
        call.header("X-Hub-Signature-256")
            .filter(header -> header.startsWith(PREFIX))
            .flatMap(header -> Crypto.hex(header.substring(PREFIX.length())));
    if (given.isEmpty()) {
      return Refused.because("X-Hub-Signature-256 is missing, doubled or not readable.");
    }
    if (call.headers().getAll(DeliveryId.GITHUB).size() > 1) {
      return Refused.because("The request has several delivery ids.");
    }
    for (var secret : Crypto.fields(valid, "secret")) {
      var expected = Crypto.hmac(SHA256, Crypto.utf8(secret), call.body());
      if (Crypto.anyEquals(List.of(given.get()), expected)) {
        return Passed.withholding("x-hub-signature-256", "x-hub-signature");
      }
    }
    return Refused.because("The signature does not match.");
  }
}
