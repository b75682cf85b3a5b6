package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.wireroom.testkit.ScriptedServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("module")
class DoorTest {
  @Test
  void bringsTheAnswerOfAnAllowedHost() {
    var vertx = Vertx.vertx();
    try (var server = ScriptedServer.start();
        var door = Door.open(vertx, List.of("127.0.0.1:" + server.port()))) {
      server.text("/hello", "text/plain", "hello");
      for (int i = 0; i < 3; i++) {
        var answer = door.send(Request.get(server.uri("/hello")));

        assertThat(answer)
            .isInstanceOfSatisfying(
                Answer.Response.class, r -> assertThat(r.body()).asString().isEqualTo("hello"));
      }
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
