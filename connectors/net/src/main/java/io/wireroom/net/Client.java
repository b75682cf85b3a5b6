package io.wireroom.net;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The Vert.x client below the door: pooled by address and host, HTTP/1.1, following nothing by
 * itself.
 */
final class Client {
  private static final int MAX_HEAD_BYTES = 65_536;
  private static final int SLOWEST_CONNECT_SECONDS = 30;

  private final Loops loops;
  private final HttpClientAgent agent;
  private final Set<HttpConnection> fresh = ConcurrentHashMap.newKeySet();

  Client(Vertx vertx, DoorSettings settings) {
    loops = new Loops(vertx);
    // why unbounded waiting here: Lanes bounds it before a request gets this far.
    var pool = new PoolOptions().setHttp1MaxSize(settings.busy()).setMaxWaitQueueSize(-1);
    agent =
        vertx
            .httpClientBuilder()
            .with(options(settings))
            .with(pool)
            .withConnectHandler(this::remember)
            .build();
  }

  private static HttpClientOptions options(DoorSettings settings) {
    var options =
        new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_1_1)
            .setKeepAlive(true)
            // why shorter than servers keep them (Node: 5 s): a request that meets a connection
            // while it is closed may have acted, and then a person has to look
            .setKeepAliveTimeout(4)
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
    return options;
  }

  Future<HttpClientRequest> request(RequestOptions options) {
    return agent.request(options);
  }

  /** The loop on which all requests to this host run. */
  Context loop(String authority) {
    return loops.of(authority);
  }

  /** Whether this is the first time that somebody gets the connection. */
  boolean isFresh(HttpConnection connection) {
    return fresh.remove(connection);
  }

  private void remember(HttpConnection connection) {
    fresh.add(connection);
    // why: what a bad server does is an answer to the caller, and no error of ours to be logged.
    connection.exceptionHandler(known -> {});
    connection.closeHandler(closed -> fresh.remove(connection));
  }

  Future<Void> close() {
    return agent.close();
  }
}
