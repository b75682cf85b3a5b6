package io.wireroom.engine.trigger;

import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Loopback;
import io.wireroom.engine.workflow.Webhook;
import java.util.Optional;
import java.util.Set;

/** Who may call a webhook. Fails closed: what is not understood is refused. */
final class HookAccess {
  private static final Set<String> OWN_SITES = Set.of("none", "same-origin");

  private final Access access;

  HookAccess(Access access) {
    this.access = access;
  }

  /** Lets the request pass or ends it with 401 or 403. */
  void check(RoutingContext context, Webhook webhook) {
    switch (webhook.auth().kind()) {
      case NONE -> checkLocal(context);
      case BEARER -> checkToken(context);
      default -> throw new HttpProblem(401, "This webhook's way to sign in is not known.");
    }
  }

  private void checkToken(RoutingContext context) {
    var caller = access.byToken(context);
    if (caller.isEmpty()) {
      context.response().putHeader("WWW-Authenticate", "Bearer realm=\"wireroom\"");
      throw new HttpProblem(401, "Send an API token as Authorization: Bearer …");
    }
    if (!caller.get().role().covers(Role.AUTHOR)) {
      throw new HttpProblem(403, "This token's role does not suffice to start runs.");
    }
  }

  private static void checkLocal(RoutingContext context) {
    if (!Loopback.sent(context)) {
      throw new HttpProblem(
          401, "This webhook takes requests from its own machine only, having no sign-in.");
    }
    if ("Wireroom".equals(context.request().getHeader("User-Agent"))) {
      // why: the demonstration's feed is open to our own door, and a link in a feed must not start
      // runs; a workflow that means to start another one uses a webhook with a bearer token
      throw new HttpProblem(403, "This webhook takes no requests from Wireroom's own steps.");
    }
    if (fromForeignPage(context)) {
      throw new HttpProblem(403, "This webhook takes no requests from other sites' pages.");
    }
  }

  /** why: any page in a browser on this machine can send a simple request to 127.0.0.1. */
  private static boolean fromForeignPage(RoutingContext context) {
    var request = context.request();
    var site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site"));
    var origin = Optional.ofNullable(request.getHeader("Origin"));
    var own = request.scheme() + "://" + request.authority();
    return site.filter(s -> !OWN_SITES.contains(s)).isPresent()
        || origin.filter(o -> !o.equals(own)).isPresent();
  }
}
