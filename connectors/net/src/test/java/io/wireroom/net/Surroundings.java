package io.wireroom.net;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import io.wireroom.testkit.ScriptedNameServer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/** An event loop, a name server, and doors and peers that go away together. */
final class Surroundings implements AutoCloseable {
  /** Every rule there is: a door with these lets everything out. */
  static final String[] EVERYTHING = {"0.0.0.0/0", "::/0"};

  /** Quick enough for peers that never answer. */
  static final Request.Limits SHORT =
      new Request.Limits(
          Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofSeconds(2), 100_000);

  final Vertx vertx = Vertx.vertx();
  final ScriptedNameServer names = ScriptedNameServer.start();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** A door that asks the name server for every single request. */
  Door door(String... allow) {
    return door(settings(allow));
  }

  Door door(DoorSettings settings) {
    return keep(Door.open(vertx, settings));
  }

  DoorSettings settings(String... allow) {
    var resolver = new DnsResolver(vertx, List.of(names.address()));
    return DoorSettings.allowing(AllowList.of(allow), resolver).gap(Duration.ofMillis(700));
  }

  /** Runs {@code script} for each request's head, with the number of the request from 1. */
  Peer answering(BiConsumer<Integer, NetSocket> script) {
    return keep(new Peer(vertx, "127.0.0.1", 0, script));
  }

  /** Says this whatever is asked. */
  Peer saying(String answer) {
    return answering((n, socket) -> socket.write(answer));
  }

  Peer saying(String host, int port, String answer) {
    return keep(new Peer(vertx, host, port, (n, socket) -> socket.write(answer)));
  }

  /** Accepts and counts, and never says anything: a canary. */
  Peer silent(String host, int port) {
    return keep(new Peer(vertx, host, port, (n, socket) -> {}));
  }

  <T extends AutoCloseable> T keep(T resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public void close() throws Exception {
    for (var resource : open) {
      resource.close();
    }
    names.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
