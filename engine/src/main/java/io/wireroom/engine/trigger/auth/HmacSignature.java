package io.wireroom.engine.trigger.auth;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.trigger.auth.HookVerdict.Passed;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import io.wireroom.engine.workflow.WebhookAuth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code hmac}: a signature in a header, with the scheme's details set by the webhook. */
final class HmacSignature implements Scheme {
  private final Freshness freshness;

  HmacSignature(Freshness freshness) {
    this.freshness = freshness;
  }

  @Override
  public HookVerdict verify(HookCall call, WebhookAuth auth, List<Connection> valid) {
    var settings = auth.hmac();
    var given = call.header(settings.header()).flatMap(header -> signature(header, settings));
    if (given.isEmpty()) {
      return Refused.because(
          "The signature " + settings.header() + " is missing, doubled or not readable.");
    }
    var time = "";
    if (!settings.timestampHeader().isEmpty()) {
      time = call.header(settings.timestampHeader()).orElse("");
      if (!freshness.isFresh(time, settings.tolerance())) {
        return Refused.because(
            "The time in " + settings.timestampHeader() + " is missing or too far from now.");
      }
    }
    var around = settings.signed().replace("{timestamp}", time).split("\\{body}", 2);
    for (var secret : Crypto.fields(valid, "secret")) {
      var expected =
          Crypto.hmac(
              settings.algorithm(),
              Crypto.utf8(secret),
              Crypto.utf8(around[0]),
              call.body(),
              Crypto.utf8(around[1]));
      if (Crypto.anyEquals(List.of(given.get()), expected)) {
        return Passed.withholding(settings.header().toLowerCase(Locale.ROOT));
      }
    }
    return Refused.because("The signature does not match.");
  }

  private static Optional<byte[]> signature(String header, WebhookAuth.Hmac settings) {
    if (!header.startsWith(settings.prefix())) {
      return Optional.empty();
    }
    var text = header.substring(settings.prefix().length());
    return settings.base64() ? Crypto.base64(text) : Crypto.hex(text);
  }
}
