package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.wireroom.testkit.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("module")
class StreamTest {
  private final Vertx vertx = Vertx.vertx();
  private final Door door = Door.open(vertx, List.of("127.0.0.1:*"));
  private final ScriptedServer server = ScriptedServer.start();
  private final List<String> pieces = new ArrayList<>();

  @AfterEach
  void close() {
    door.close();
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Keeps what it is handed. */
  private class Keeper implements PieceReader {
    @Override
    public Duration patience() {
      return Duration.ofSeconds(20);
    }

    @Override
    public boolean take(byte[] piece) {
      pieces.add(new String(piece, StandardCharsets.UTF_8));
      return true;
    }
  }

  @Test
  void handsAGoodBodyOverAsItComes() {
    server.on(
        "/",
        request -> {
          var out = request.response().setChunked(true);
          out.write("one ").onComplete(sent -> out.end("two"));
        });

    var answer = door.stream(Request.get(server.uri("/")), new Keeper());

    assertThat(String.join("", pieces)).isEqualTo("one two");
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Response.class, response -> assertThat(response.body()).isEmpty());
  }

  @Test
  void keepsTheBodyOfABadAnswer() {
    server.on("/", request -> request.response().setStatusCode(429).end("slow down"));

    var answer = door.stream(Request.get(server.uri("/")), new Keeper());

    assertThat(pieces).isEmpty();
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Response.class,
            response ->
                assertThat(new String(response.body(), StandardCharsets.UTF_8))
                    .isEqualTo("slow down"));
  }

  @Test
  void isNoWholeAnswerWhenTheConnectionIsLost() {
    server.on(
        "/",
        request -> {
          var out = request.response().setChunked(true);
          out.write("one ").onComplete(sent -> out.reset());
        });

    assertThat(door.stream(Request.get(server.uri("/")), new Keeper()))
        .isInstanceOf(Answer.Unreachable.class);
  }

  @Test
  void givesUpOnSilence() {
    server.on("/", request -> request.response().setChunked(true).write("one "));

    var answer =
        door.stream(
            Request.get(server.uri("/")),
            new Keeper() {
              @Override
              public Duration patience() {
                return pieces.isEmpty() ? Duration.ofSeconds(20) : Duration.ofMillis(50);
              }
            });

    assertThat(answer).isInstanceOf(Answer.TimedOut.class);
    assertThat(pieces).containsExactly("one ");
  }

  @Test
  void slowsTheServerDownWhileNobodyTakes() throws Exception {
    var written = new AtomicLong();
    var piece = "x".repeat(100_000);
    server.on(
        "/",
        request -> {
          var out = request.response().setChunked(true);
          out.closeHandler(closed -> written.addAndGet(Long.MIN_VALUE));
          vertx.setPeriodic(
              1,
              id -> {
                if (out.closed()) {
                  vertx.cancelTimer(id);
                } else if (!out.writeQueueFull()) {
                  out.write(piece);
                  written.addAndGet(piece.length());
                }
              });
        });
    var first = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var reader =
        Thread.ofVirtual()
            .start(
                () ->
                    door.stream(
                        Request.get(server.uri("/"))
                            .within(
                                new Request.Limits(
                                    Duration.ofSeconds(5),
                                    Duration.ofSeconds(20),
                                    Duration.ofSeconds(60),
                                    1L << 30)),
                        new Keeper() {
                          @Override
                          public boolean take(byte[] taken) {
                            first.countDown();
                            try {
                              goOn.await();
                            } catch (InterruptedException e) {
                              return false;
                            }
                            return false;
                          }
                        }));
    first.await();

    // then the sockets fill, and nothing more is written
    Awaitility.await()
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(20))
        .until(steady(written));
    assertThat(written.get()).isPositive().isLessThan(50_000_000);

    goOn.countDown();
    reader.join();
    Awaitility.await().until(() -> written.get() < 0);
  }

  private static Callable<Boolean> steady(AtomicLong number) {
    var last = new AtomicLong(-1);
    return () -> last.getAndSet(number.get()) == number.get();
  }
}
