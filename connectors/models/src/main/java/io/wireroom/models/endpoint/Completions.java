package io.wireroom.models.endpoint;

import io.wireroom.models.route.Route;
import java.net.URI;

/** Where chat completions live under a route's base address. */
final class Completions {
  private Completions() {}

  /** {@code base} may end in {@code /v1} or not, with a slash or not. */
  static URI url(Route route) {
    var base =
        route
            .baseUrl()
            .orElseThrow(() -> new IllegalArgumentException("no address: " + route.name()))
            .toString()
            .replaceAll("/+$", "");
    return URI.create(base.endsWith("/v1") ? base + PATH : base + "/v1" + PATH);
  }

  private static final String PATH = "/chat/completions";
}
