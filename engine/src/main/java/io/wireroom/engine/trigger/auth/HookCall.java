package io.wireroom.engine.trigger.auth;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.web.Loopback;
import java.util.Optional;

/**
 * A request to a webhook as it came, before anything of it is believed.
 *
 * @param method upper case
 * @param local whether the connection comes from this machine
 * @param ownOrigin this server as the caller names it, {@code http://host:port}
 */
public record HookCall(
    String method, MultiMap headers, MultiMap query, byte[] body, boolean local, String ownOrigin) {

  public static HookCall of(RoutingContext context, byte[] body) {
    var request = context.request();
    return new HookCall(
        request.method().name(),
        request.headers(),
        context.queryParams(),
        body,
        Loopback.sent(context),
        request.scheme() + "://" + request.authority());
  }

  /** The header's value when it stands there exactly once and is not empty. */
  Optional<String> header(String name) {
    return only(headers, name);
  }

  /** The query parameter's value when it stands there exactly once and is not empty. */
  Optional<String> parameter(String name) {
    return only(query, name);
  }

  private static Optional<String> only(MultiMap values, String name) {
    var all = values.getAll(name);
    return all.size() == 1 && !all.getFirst().isEmpty()
        ? Optional.of(all.getFirst())
        : Optional.empty();
  }
}
