package io.wireroom.net;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.TimeUnit;

/** The Vert.x client below the door: pooled, HTTP/1.1, and following nothing by itself. */
final class Client {
  private static final int MAX_HEAD_BYTES = 65_536;
  private static final int SLOWEST_CONNECT_SECONDS = 30;

  private Client() {}

  static HttpClientAgent build(Vertx vertx, DoorSettings settings) {
    var options =
        new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_1_1)
            .setKeepAlive(true)
            .setKeepAliveTimeout(15)
            .setPipelining(false)
            .setDecompressionSupported(false)
            .setMaxRedirects(0)
            .setMaxHeaderSize(MAX_HEAD_BYTES)
            .setMaxInitialLineLength(8192)
            .setConnectTimeout(SLOWEST_CONNECT_SECONDS * 1000)
            .setSslHandshakeTimeout(SLOWEST_CONNECT_SECONDS)
            .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
            .setTcpNoDelay(true)
            .setVerifyHost(true);
    if (!settings.trust().isEmpty()) {
      options.setTrustOptions(Trust.with(settings.trust()));
    }
    // why unbounded waiting here: Lanes bounds it before a request gets this far.
    var pool = new PoolOptions().setHttp1MaxSize(settings.busy()).setMaxWaitQueueSize(-1);
    return vertx.httpClientBuilder().with(options).with(pool).build();
  }
}
