package io.wireroom.engine.architecture.broken;

import io.vertx.ext.web.Router;
import io.wireroom.engine.web.Routes;

/** Breaks the rule of route classes' names, on purpose. */
final class RoutesUnderAnotherName implements Routes {
  @Override
  public void mount(Router router) {}
}
