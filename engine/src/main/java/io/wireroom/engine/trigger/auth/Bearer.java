package io.wireroom.engine.trigger.auth;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.access.Caller;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.trigger.auth.HookVerdict.Passed;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import io.wireroom.engine.workflow.WebhookAuth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code bearer}: the token of the webhook's connection where it names one, else an API token of
 * Wireroom whose role may start runs.
 */
final class Bearer implements Scheme {
  static final String SIGN_IN = "Bearer realm=\"wireroom\"";

  private final Function<String, Optional<Caller>> holders;

  /**
   * @param holders who holds an API token of Wireroom
   */
  Bearer(Function<String, Optional<Caller>> holders) {
    this.holders = holders;
  }

  @Override
  public HookVerdict verify(HookCall call, WebhookAuth auth, List<Connection> valid) {
    var token = token(call);
    if (token.isEmpty()) {
      return Refused.toldTo(SIGN_IN, "No Authorization header with a bearer token.");
    }
    return auth.connection().isEmpty()
        ? ours(token.get())
        : theirs(token.get(), Crypto.fields(valid, "token"));
  }

  /** The request's only bearer token. */
  static Optional<String> token(HookCall call) {
    return call.header("Authorization")
        .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(header -> header.substring(7).strip())
        .filter(token -> !token.isEmpty());
  }

  private HookVerdict ours(String token) {
    var caller = holders.apply(token);
    if (caller.isEmpty()) {
      return Refused.toldTo(SIGN_IN, "The bearer token is no API token of Wireroom.");
    }
    return caller.get().role().covers(Role.AUTHOR)
        ? Passed.withholding("authorization")
        : new Refused(
            403,
            "The token of " + caller.get().name() + " has a role that may not start runs.",
            "This token's role does not suffice to start runs.",
            Optional.empty());
  }

  private static HookVerdict theirs(String token, List<String> valid) {
    var found = false;
    for (var expected : valid) {
      found |= Crypto.same(Crypto.utf8(expected), Crypto.sent(token));
    }
    return found
        ? Passed.withholding("authorization")
        : Refused.toldTo(SIGN_IN, "The bearer token is wrong.");
  }
}
