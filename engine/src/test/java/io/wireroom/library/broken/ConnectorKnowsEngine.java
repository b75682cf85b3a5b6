package io.wireroom.library.broken;

import io.wireroom.engine.web.Routes;

/** Breaks the rule of the arrows, on purpose. */
interface ConnectorKnowsEngine {
  Routes routes();
}
