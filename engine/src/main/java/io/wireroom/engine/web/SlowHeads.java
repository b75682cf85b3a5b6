package io.wireroom.engine.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes connections on which no request has begun for a time. why: the server's idle time-out
 * starts anew with every byte, so that a head which drips would hold its connection for ever.
 */
final class SlowHeads implements Handler<RoutingContext> {
  private final Map<HttpConnection, Watch> watches = new ConcurrentHashMap<>();
  private final long patienceNanos;

  /**
   * @param patience from the connection, or the end of its last request, to the next one's head
   */
  SlowHeads(Vertx vertx, Duration patience) {
    this.patienceNanos = patience.toNanos();
    vertx.setPeriodic(Math.max(1, patience.toMillis() / 10), id -> closeSlow());
  }

  void connected(HttpConnection connection) {
    watches.put(connection, new Watch());
    connection.closeHandler(closed -> watches.remove(connection));
  }

  @Override
  public void handle(RoutingContext context) {
    var watch = watches.get(context.request().connection());
    if (watch != null) {
      watch.requests++;
      context.addEndHandler(
          ended -> {
            watch.requests--;
            watch.since = System.nanoTime();
          });
    }
    context.next();
  }

  private void closeSlow() {
    var now = System.nanoTime();
    watches.forEach(
        (connection, watch) -> {
          if (watch.requests == 0 && now - watch.since > patienceNanos) {
            connection.close();
          }
        });
  }

  /** Written by the connection's event loop, read by the timer's. */
  private static final class Watch {
    private volatile int requests;
    private volatile long since = System.nanoTime();
  }
}
