package io.wireroom.engine.trigger.auth;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.web.Loopback;
import java.util.List;
import java.util.Map;
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
    return only(headers.getAll(name));
  }

  /**
   * The query parameter's value when it stands there exactly once, spelt exactly so, and is not
   * empty. why so: under another spelling it would not be found again to be withheld.
   */
  Optional<String> parameter(String name) {
    return only(
        query.entries().stream()
            .filter(entry -> entry.getKey().equals(name))
            .map(Map.Entry::getValue)
            .toList());
  }

  private static Optional<String> only(List<String> values) {
    return values.size() == 1 && !values.getFirst().isEmpty()
        ? Optional.of(values.getFirst())
        : Optional.empty();
  }
}
