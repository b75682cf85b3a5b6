package io.wireroom.engine.trigger.auth;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.trigger.auth.HookVerdict.Passed;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import io.wireroom.engine.workflow.WebhookAuth;
import java.util.List;
import java.util.Optional;

/** {@code basic}: a name and a password (RFC 7617), in UTF-8. */
final class BasicCredentials implements Scheme {
  private static final String SIGN_IN = "Basic realm=\"wireroom\", charset=\"UTF-8\"";

  @Override
  public HookVerdict verify(HookCall call, WebhookAuth auth, List<Connection> valid) {
    var given = call.header("Authorization").flatMap(BasicCredentials::credentials);
    if (given.isEmpty()) {
      return Refused.toldTo(SIGN_IN, "No Authorization header with a name and a password.");
    }
    var known = false;
    for (var connection : valid) {
      known |= is(connection, given.get());
    }
    return known
        ? Passed.withholding("authorization")
        : Refused.toldTo(SIGN_IN, "The name or the password is wrong.");
  }

  private static Optional<byte[]> credentials(String header) {
    return header.regionMatches(true, 0, "Basic ", 0, 6)
        ? Crypto.base64(header.substring(6).strip())
        : Optional.empty();
  }

  private static boolean is(Connection connection, byte[] given) {
    var user = connection.fields().getOrDefault("user", "");
    var password = connection.fields().getOrDefault("password", "");
    return !user.isEmpty()
        && !password.isBlank()
        && Crypto.same(Crypto.utf8(user + ":" + password), given);
  }
}
