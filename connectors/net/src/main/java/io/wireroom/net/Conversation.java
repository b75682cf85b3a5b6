package io.wireroom.net;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One attempt at one address: connect, look where the connection stands, send, gather.
 *
 * <p>Threading: everything runs on one event loop, so that no part of an answer comes before there
 * is somebody to take it; the waiting virtual thread only reads the futures, or gives up.
 */
final class Conversation {
  private static final Set<HttpMethod> BODILESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.DELETE);

  private final Client client;
  private final Context loop;
  private final InetAddress address;
  private final int port;
  private final byte[] body;
  private final Pieces pieces;
  private final Collector collector;
  private final CompletableFuture<HttpClientRequest> connected = new CompletableFuture<>();
  private volatile boolean reused;

  Conversation(
      Client client, InetAddress address, Target target, Request request, boolean inPieces) {
    this.client = client;
    this.loop = client.loop(target.authority());
    this.address = address;
    this.port = target.port();
    this.body = request.body();
    this.pieces = new Pieces(loop);
    this.collector =
        new Collector(
            request.url(),
            target.authority(),
            request.limits().maxBytes(),
            inPieces ? Optional.of(pieces) : Optional.empty());
  }

  /** Ends with the connection; the request goes out at once. */
  CompletableFuture<HttpClientRequest> connected() {
    return connected;
  }

  Collector collector() {
    return collector;
  }

  /** The body on its way, when {@link Collector#flows}. */
  Pieces pieces() {
    return pieces;
  }

  /** Whether the connection had served another request before. */
  boolean reused() {
    return reused;
  }

  void begin(RequestOptions options) {
    loop.runOnContext(on -> connect(options));
  }

  private void connect(RequestOptions options) {
    try {
      client.request(options).onComplete(this::opened, connected::completeExceptionally);
    } catch (RuntimeException e) {
      connected.completeExceptionally(e);
    }
  }

  /** Gives up, at whatever stage: nothing is sent any more and the connection is closed. */
  void abandon() {
    if (!connected.cancel(false) && !connected.isCompletedExceptionally()) {
      var open = connected.join();
      loop.runOnContext(on -> open.reset());
    }
  }

  void opened(HttpClientRequest open) {
    // why: without a handler Vert.x logs each connection that we close as an error.
    open.exceptionHandler(alreadyKnown -> {});
    var connection = open.connection();
    reused = !client.isFresh(connection);
    if (!standsAt(connection.remoteAddress())) {
      connection.close();
      connected.completeExceptionally(new Misled());
    } else if (connected.complete(open)) {
      send(open).onComplete(collector::begin, collector::fail);
    } else {
      open.reset();
    }
  }

  /** why: a GET with "Content-Length: 0" is odd enough for some firewalls to refuse it. */
  private Future<HttpClientResponse> send(HttpClientRequest open) {
    return body.length == 0 && BODILESS.contains(open.getMethod())
        ? open.send()
        : open.send(Buffer.buffer(body));
  }

  private boolean standsAt(SocketAddress remote) {
    return remote != null
        && remote.port() == port
        && address.getHostAddress().equals(remote.hostAddress());
  }

  /** A connection stands at an address that nobody judged. */
  static final class Misled extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
