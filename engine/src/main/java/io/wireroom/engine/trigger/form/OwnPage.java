package io.wireroom.engine.trigger.form;

import io.vertx.ext.web.RoutingContext;

/** Whether a browser sends a request from a page of this server. */
final class OwnPage {
  private OwnPage() {}

  /**
   * why Origin must be there: browsers send it with every POST, so without it nobody knows from
   * where the request comes.
   */
  static boolean sent(RoutingContext context) {
    var request = context.request();
    var origin = request.getHeader("Origin");
    var site = request.getHeader("Sec-Fetch-Site");
    return origin != null
        && request.authority() != null
        && origin.equals(request.scheme() + "://" + request.authority())
        && (site == null || site.equals("same-origin"));
  }
}
