package io.wireroom.net;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The event loops that the door's connections live on; one host stays on one loop, so that nothing
 * hops between loops.
 *
 * <p>why own contexts: a caller on a Vert.x worker or virtual-thread context blocks that context,
 * and an answer delivered there would never arrive.
 */
final class Loops {
  private final List<Context> contexts;

  Loops(Vertx vertx) {
    var internal = (VertxInternal) vertx;
    int count = Math.max(2, Runtime.getRuntime().availableProcessors());
    contexts =
        IntStream.range(0, count)
            .mapToObj(i -> (Context) internal.createEventLoopContext())
            .toList();
  }

  Context of(String authority) {
    return contexts.get(Math.floorMod(authority.hashCode(), contexts.size()));
  }
}
