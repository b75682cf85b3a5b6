package io.wireroom.models.endpoint.openai;

import io.wireroom.models.route.Route;
import java.net.URI;

/** Where the parts of the interface live under a route's base address. */
final class ApiPath {
  private ApiPath() {}

  /** {@code base} may end in {@code /v1} or not, with a slash or not. */
  static URI of(Route route, String path) {
    var base =
        route
            .baseUrl()
            .orElseThrow(() -> new IllegalArgumentException("no address: " + route.name()))
            .toString()
            .replaceAll("/+$", "");
    return URI.create(base.endsWith("/v1") ? base + path : base + "/v1" + path);
  }
}
