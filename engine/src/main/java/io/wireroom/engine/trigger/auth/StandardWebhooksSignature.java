package io.wireroom.engine.trigger.auth;

import static io.wireroom.engine.trigger.auth.Crypto.SHA256;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.trigger.auth.HookVerdict.Passed;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import io.wireroom.engine.workflow.WebhookAuth;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code standardWebhooks} (standardwebhooks.com): {@code webhook-signature} holds {@code v1,} and
 * the code in Base64 over {@code id.timestamp.body}, several separated by spaces.
 */
final class StandardWebhooksSignature implements Scheme {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String VERSION = "v1,";
  private static final String SECRET = "whsec_";

  private final Freshness freshness;

  StandardWebhooksSignature(Freshness freshness) {
    this.freshness = freshness;
  }

  @Override
  public HookVerdict verify(HookCall call, WebhookAuth auth, List<Connection> valid) {
    var id = call.header(DeliveryId.STANDARD_WEBHOOKS).filter(DeliveryId::isUsable);
    var signatures =
        Stream.of(call.header("webhook-signature").orElse("").split(" "))
            .filter(item -> item.startsWith(VERSION))
            .map(item -> Crypto.base64(item.substring(VERSION.length())))
            .flatMap(Optional::stream)
            .toList();
    if (id.isEmpty() || signatures.isEmpty()) {
      return Refused.because("webhook-id or webhook-signature is missing, doubled or unreadable.");
    }
    var time = call.header("webhook-timestamp").orElse("");
    if (!freshness.isFresh(time, TOLERANCE)) {
      return Refused.because("webhook-timestamp is missing or over 5 minutes from now.");
    }
    for (var secret : Crypto.fields(valid, "secret")) {
      var key = key(secret);
      if (key.length > 0
          && Crypto.anyEquals(
              signatures,
              Crypto.hmac(SHA256, key, Crypto.sent(id.get() + "." + time + "."), call.body()))) {
        return Passed.withholding("webhook-signature");
      }
    }
    return Refused.because("The signature does not match.");
  }

  /** Empty when the secret is none of the scheme's. */
  private static byte[] key(String secret) {
    var base64 = secret.startsWith(SECRET) ? secret.substring(SECRET.length()) : secret;
    return Crypto.base64(base64.strip()).orElseGet(() -> new byte[0]);
  }
}
