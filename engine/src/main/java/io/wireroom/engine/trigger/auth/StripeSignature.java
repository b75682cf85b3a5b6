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
 * {@code stripe}: {@code Stripe-Signature: t=…,v1=…}, several {@code v1} while a secret is rolled,
 * over {@code t.body}.
 */
final class StripeSignature implements Scheme {
  private static final Duration TOLERANCE = Duration.ofSeconds(300);

  private final Freshness freshness;

  StripeSignature(Freshness freshness) {
    this.freshness = freshness;
  }

  @Override
  public HookVerdict verify(HookCall call, WebhookAuth auth, List<Connection> valid) {
    var header = call.header("Stripe-Signature").orElse("");
    var times = values(header, "t=").toList();
    var signatures = values(header, "v1=").map(Crypto::hex).flatMap(Optional::stream).toList();
    if (times.size() != 1 || signatures.isEmpty()) {
      return Refused.because("Stripe-Signature is missing, doubled or not readable.");
    }
    var time = times.getFirst();
    if (!freshness.isFresh(time, TOLERANCE)) {
      return Refused.because("The signature's time is more than 300 seconds from now.");
    }
    for (var secret : Crypto.fields(valid, "secret")) {
      var expected = Crypto.hmac(SHA256, Crypto.utf8(secret), Crypto.sent(time + "."), call.body());
      if (Crypto.anyEquals(signatures, expected)) {
        return Passed.withholding("stripe-signature");
      }
    }
    return Refused.because("The signature does not match.");
  }

  private static Stream<String> values(String header, String key) {
    return Stream.of(header.split(","))
        .map(String::strip)
        .filter(item -> item.startsWith(key))
        .map(item -> item.substring(key.length()));
  }
}
