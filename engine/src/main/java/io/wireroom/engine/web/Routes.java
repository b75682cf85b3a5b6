package io.wireroom.engine.web;

import io.vertx.ext.web.Router;

/** One area's routes. {@code mount} reads as their table of contents. */
public interface Routes {
  void mount(Router router);
}
