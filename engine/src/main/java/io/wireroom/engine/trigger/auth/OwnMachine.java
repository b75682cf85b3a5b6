package io.wireroom.engine.trigger.auth;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.trigger.auth.HookVerdict.Passed;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import io.wireroom.engine.workflow.WebhookAuth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code none}: no sign-in, so this machine's own programs only. */
final class OwnMachine implements Scheme {
  private static final Set<String> OWN_SITES = Set.of("none", "same-origin");

  @Override
  public HookVerdict verify(HookCall call, WebhookAuth auth, List<Connection> valid) {
    if (!call.local() || isForwarded(call)) {
      return refused(
          401, "This webhook takes requests from its own machine only, having no sign-in.");
    }
    if (call.headers().contains("User-Agent", "Wireroom", false)) {
      // why: the demonstration's feed is open to our own door, and a link in a feed must not start
      // runs; a workflow that means to start another one uses a webhook with a bearer token
      return refused(403, "This webhook takes no requests from Wireroom's own steps.");
    }
    if (isFromForeignPage(call)) {
      return refused(403, "This webhook takes no requests from other sites' pages.");
    }
    return Passed.withholding();
  }

  /** why: behind a proxy on this machine every request of the world comes from this machine. */
  private static boolean isForwarded(HookCall call) {
    return call.headers().contains("X-Forwarded-For")
        || call.headers().contains("Forwarded")
        || call.headers().contains("X-Real-IP");
  }

  /** why: any page in a browser on this machine can send a simple request to 127.0.0.1. */
  private static boolean isFromForeignPage(HookCall call) {
    return call.headers().getAll("Sec-Fetch-Site").stream().anyMatch(s -> !OWN_SITES.contains(s))
        || call.headers().getAll("Origin").stream().anyMatch(o -> !o.equals(call.ownOrigin()));
  }

  private static Refused refused(int status, String sentence) {
    return new Refused(status, sentence, sentence, Optional.empty());
  }
}
