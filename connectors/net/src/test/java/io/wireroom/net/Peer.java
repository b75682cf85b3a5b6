package io.wireroom.net;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * A TCP server that speaks as badly as a test wants it to: {@code script} runs for each request's
 * head, with the number of the request from 1.
 */
final class Peer implements AutoCloseable {
  private static final String END = "\r\n\r\n";

  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private final BiConsumer<Integer, NetSocket> script;
  private final String host;
  private final NetServer server;

  Peer(Vertx vertx, String host, int port, BiConsumer<Integer, NetSocket> script) {
    this.host = host;
    this.script = script;
    this.server =
        vertx
            .createNetServer(new NetServerOptions().setHost(host).setPort(port))
            .connectHandler(this::accept);
    server.listen().toCompletionStage().toCompletableFuture().join();
  }

  /** Whether {@code host} has {@code port} free just now. */
  static boolean free(String host, int port) {
    try (var probe = new java.net.ServerSocket()) {
      probe.bind(new java.net.InetSocketAddress(host, port));
      return true;
    } catch (BindException taken) {
      return false;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Connections ever accepted. */
  int connections() {
    return connections.get();
  }

  /** The heads of all requests so far. */
  List<String> heads() {
    return List.copyOf(heads);
  }

  /** Connections that stand now. */
  int open() {
    return open.get();
  }

  int port() {
    return server.actualPort();
  }

  URI uri(String path) {
    return uri("http", host.indexOf(':') < 0 ? host : "[" + host + "]", path);
  }

  URI uri(String scheme, String name, String path) {
    return URI.create(scheme + "://" + name + ":" + port() + path);
  }

  private void accept(NetSocket socket) {
    connections.incrementAndGet();
    open.incrementAndGet();
    socket.closeHandler(closed -> open.decrementAndGet());
    socket.exceptionHandler(broken -> {});
    var received = new StringBuilder();
    socket.handler(
        chunk -> {
          received.append(chunk.toString(StandardCharsets.ISO_8859_1));
          for (int end = received.indexOf(END); end >= 0; end = received.indexOf(END)) {
            heads.add(received.substring(0, end));
            received.delete(0, end + END.length());
            script.accept(heads.size(), socket);
          }
        });
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
