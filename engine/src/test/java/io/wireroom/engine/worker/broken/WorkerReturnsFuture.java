package io.wireroom.engine.worker.broken;

import io.vertx.core.Future;

/** Breaks the rule of the two thread zones, on purpose. */
interface WorkerReturnsFuture {
  Future<String> later();
}
