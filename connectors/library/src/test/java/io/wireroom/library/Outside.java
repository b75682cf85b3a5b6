package io.wireroom.library;

import io.vertx.core.Vertx;
import io.wireroom.net.Door;
import io.wireroom.testkit.ScriptedServer;
import java.util.List;

/** A scripted server, and a door that may reach it and nothing else on this machine. */
public final class Outside implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final ScriptedServer server = ScriptedServer.start();
  private final Door door = Door.open(vertx, List.of("127.0.0.1:" + server.port()));

  public ScriptedServer server() {
    return server;
  }

  public Door door() {
    return door;
  }

  public String url(String path) {
    return server.uri(path).toString();
  }

  @Override
  public void close() {
    door.close();
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
