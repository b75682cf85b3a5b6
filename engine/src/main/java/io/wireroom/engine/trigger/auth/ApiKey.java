package io.wireroom.engine.trigger.auth;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.trigger.auth.HookVerdict.Passed;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import io.wireroom.engine.workflow.WebhookAuth;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code apiKey}: a secret value in a header that the webhook or its connection names, or in a
 * query parameter where the webhook names one.
 */
final class ApiKey implements Scheme {
  private static final String USUAL = "X-API-Key";

  @Override
  public HookVerdict verify(HookCall call, WebhookAuth auth, List<Connection> valid) {
    return auth.query().isEmpty()
        ? inHeader(call, auth, valid)
        : inQuery(call, auth.query(), valid);
  }

  private static HookVerdict inHeader(HookCall call, WebhookAuth auth, List<Connection> valid) {
    for (var connection : valid) {
      var header = header(auth, connection);
      var given = call.header(header);
      var expected = Crypto.fields(List.of(connection), "value");
      if (given.isPresent() && isAny(expected, Crypto.sent(given.get()))) {
        return Passed.withholding(header.toLowerCase(Locale.ROOT));
      }
    }
    return Refused.because("The key's header is missing, doubled or wrong.");
  }

  private static String header(WebhookAuth auth, Connection connection) {
    var named = connection.fields().getOrDefault("header", "");
    return !auth.hmac().header().isEmpty() ? auth.hmac().header() : named.isBlank() ? USUAL : named;
  }

  private static HookVerdict inQuery(HookCall call, String name, List<Connection> valid) {
    var given = call.parameter(name);
    return given.isPresent() && isAny(Crypto.fields(valid, "value"), Crypto.utf8(given.get()))
        ? new Passed(Set.of(), Set.of(name))
        : Refused.because("The parameter " + name + " with the key is missing, doubled or wrong.");
  }

  private static boolean isAny(List<String> keys, byte[] given) {
    var found = false;
    for (var key : keys) {
      found |= Crypto.same(Crypto.utf8(key), given);
    }
    return found;
  }
}
