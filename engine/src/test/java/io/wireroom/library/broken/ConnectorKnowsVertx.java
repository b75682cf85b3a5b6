package io.wireroom.library.broken;

import io.vertx.core.Vertx;

/** Breaks the rule that connectors are plain blocking code, on purpose. */
interface ConnectorKnowsVertx {
  Vertx vertx();
}
