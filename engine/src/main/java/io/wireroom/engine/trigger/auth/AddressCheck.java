package io.wireroom.engine.trigger.auth;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.trigger.auth.HookVerdict.Challenge;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import io.wireroom.engine.workflow.WebhookAuth;
import java.util.List;
import java.util.Optional;

/** Providers that ask once, by a GET, whether the address belongs to who gave it to them. */
final class AddressCheck {
  private AddressCheck() {}

  /** The answer when the request is such a question and the webhook takes it; else nothing. */
  static Optional<HookVerdict> answer(HookCall call, WebhookAuth auth, List<Connection> valid) {
    if (!call.method().equals("GET")) {
      return Optional.empty();
    }
    return switch (auth.challenge()) {
      case NONE -> Optional.empty();
      case META ->
          call.query().contains("hub.mode") ? Optional.of(meta(call, valid)) : Optional.empty();
      case DROPBOX ->
          call.query().contains("challenge")
              ? Optional.of(echo(call.parameter("challenge").orElse("")))
              : Optional.empty();
    };
  }

  private static HookVerdict meta(HookCall call, List<Connection> valid) {
    var given = call.parameter("hub.verify_token").map(Crypto::utf8);
    var found = false;
    for (var expected : Crypto.fields(valid, "verifyToken")) {
      found |= given.isPresent() && Crypto.same(Crypto.utf8(expected), given.get());
    }
    if (!found || !call.parameter("hub.mode").equals(Optional.of("subscribe"))) {
      return Refused.because("The address check's token is missing, doubled or wrong.");
    }
    return echo(call.parameter("hub.challenge").orElse(""));
  }

  /** why so few characters: what comes back must be markup or a script to nobody. */
  static HookVerdict echo(String challenge) {
    return challenge.matches("[A-Za-z0-9._~-]{1,256}")
        ? Challenge.echo(challenge)
        : Refused.because("The address check's challenge is missing, doubled or unusual.");
  }
}
