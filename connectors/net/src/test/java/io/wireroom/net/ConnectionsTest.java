package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("module")
class ConnectionsTest {
  private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  private final Surroundings around = new Surroundings();

  @AfterEach
  void leave() throws Exception {
    around.close();
  }

  @Test
  void manyRequestsToOneHostShareAConnection() {
    var peer = around.saying(HELLO);
    var door = around.door("127.0.0.1:*");

    for (int i = 0; i < 10; i++) {
      assertThat(door.send(get(peer))).isInstanceOf(Answer.Response.class);
    }

    assertThat(peer.heads()).hasSize(10);
    assertThat(peer.connections()).isEqualTo(1);
  }

  @Test
  void twoNamesOfOneAddressNeverShareAConnection() {
    around.names.on("one.test", List.of("127.0.0.1")).on("two.test", List.of("127.0.0.1"));
    var peer = around.saying(HELLO);
    var door = around.door("one.test:*", "two.test:*");

    door.send(Request.get(peer.uri("http", "one.test", "/")));
    door.send(Request.get(peer.uri("http", "two.test", "/")));

    assertThat(peer.connections()).isEqualTo(2);
    assertThat(peer.heads().getFirst()).containsIgnoringCase("Host: one.test:" + peer.port());
    assertThat(peer.heads().getLast()).containsIgnoringCase("Host: two.test:" + peer.port());
  }

  @Test
  void aClosedConnectionInThePoolIsReplacedWhenTheRequestMayBeRepeated() {
    var peer = around.answering((n, s) -> reply(s, n == 2));
    var door = around.door("127.0.0.1:*");

    assertThat(door.send(get(peer))).isInstanceOf(Answer.Response.class);
    assertThat(door.send(get(peer))).isInstanceOf(Answer.Response.class);
    assertThat(peer.heads()).hasSize(3);
    assertThat(peer.connections()).isEqualTo(2);
  }

  @Test
  void aRequestThatMayHaveActedIsNotRepeated() {
    var peer = around.answering((n, s) -> reply(s, n == 2));
    var door = around.door("127.0.0.1:*");
    var post = Request.post(peer.uri("/"), "text/plain", new byte[0]);

    assertThat(door.send(post)).isInstanceOf(Answer.Response.class);
    assertThat(door.send(post)).isInstanceOf(Answer.Unreachable.class);
    assertThat(peer.heads()).hasSize(2);
  }

  @Test
  void aNewConnectionThatClosesIsNotTriedAgain() {
    var peer = around.answering((n, s) -> reply(s, true));

    assertThat(around.door("127.0.0.1:*").send(get(peer))).isInstanceOf(Answer.Unreachable.class);
    assertThat(peer.heads()).hasSize(1);
  }

  @Test
  void anAnswerThatNobodyAskedForIsNeverGivenToTheNextRequest() {
    var evil = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil";
    var peer = around.answering((n, s) -> s.write(n == 1 ? HELLO + evil : HELLO));
    var door = around.door("127.0.0.1:*");

    for (int i = 0; i < 3; i++) {
      assertThat(door.send(get(peer)))
          .isInstanceOfSatisfying(
              Answer.Response.class, r -> assertThat(r.body()).asString().isEqualTo("hello"));
    }
  }

  @Test
  void nothingIsSentOverAConnectionThatStandsElsewhere() throws Exception {
    var peer = around.saying(HELLO);
    var client = new Client(around.vertx, around.settings());
    var request = get(peer);
    var judged = Literal.nameless(new byte[] {127, 0, 0, 2});
    var talk = new Conversation(client, judged, Target.of(request.url()), request, false);

    talk.begin(
        new io.vertx.core.http.RequestOptions()
            .setHost("127.0.0.1")
            .setPort(peer.port())
            .setURI("/"));

    await().untilAsserted(() -> assertThat(talk.connected()).isCompletedExceptionally());
    await().untilAsserted(() -> assertThat(peer.connections()).isEqualTo(1));
    await().untilAsserted(() -> assertThat(peer.open()).isZero());
    assertThat(peer.heads()).isEmpty();
    assertThat(Trouble.answer(talk.connected().exceptionNow(), "a.test:80"))
        .isInstanceOf(Answer.Refused.class);
    client.close();
  }

  @Test
  void onlySoManyRequestsAreUnderWayToOneHost() throws Exception {
    var together = new AtomicInteger();
    var most = new AtomicInteger();
    var peer =
        around.answering(
            (n, s) -> {
              most.accumulateAndGet(together.incrementAndGet(), Math::max);
              around.vertx.setTimer(
                  20,
                  later -> {
                    together.decrementAndGet();
                    s.write(HELLO);
                  });
            });
    var door = around.door(around.settings("127.0.0.1:*").places(3, 100));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 20)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> door.send(get(peer)), threads))
              .toList();
      assertThat(answers.stream().map(CompletableFuture::join))
          .allSatisfy(a -> assertThat(a).isInstanceOf(Answer.Response.class));
    }
    assertThat(most).hasValue(3);
    assertThat(peer.connections()).isEqualTo(3);
  }

  @Test
  void whoFindsNoPlaceToWaitIsToldAtOnceAndWhoWaitsTooLongTimesOut() throws Exception {
    var peer = around.silent("127.0.0.1", 0);
    var other = around.saying(HELLO);
    var door = around.door(around.settings("127.0.0.1:*").places(1, 1));
    var hour = Surroundings.SHORT.total(java.time.Duration.ofSeconds(2));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var both =
          List.of(
              CompletableFuture.supplyAsync(() -> door.send(get(peer).within(hour)), threads),
              CompletableFuture.supplyAsync(() -> door.send(get(peer).within(hour)), threads));
      await().untilAsserted(() -> assertThat(peer.heads()).isNotEmpty());
      await()
          .untilAsserted(
              () -> assertThat(door.send(get(peer))).isInstanceOf(Answer.Unreachable.class));
      assertThat(door.send(get(other))).isInstanceOf(Answer.Response.class);
      assertThat(both).allSatisfy(a -> assertThat(a.join()).isInstanceOf(Answer.TimedOut.class));
    }
  }

  @Test
  void anInterruptedRequestEndsAndClosesItsConnection() throws Exception {
    var peer = around.silent("127.0.0.1", 0);
    var door = around.door("127.0.0.1:*");
    var ended = new CompletableFuture<Answer>();
    var thread = Thread.startVirtualThread(() -> ended.complete(door.send(get(peer))));
    await().untilAsserted(() -> assertThat(peer.heads()).hasSize(1));

    thread.interrupt();

    assertThat(ended.join()).isInstanceOf(Answer.Unreachable.class);
    await().untilAsserted(() -> assertThat(peer.open()).isZero());
  }

  @ParameterizedTest
  @EnumSource(
      value = ThreadingModel.class,
      names = {"WORKER", "VIRTUAL_THREAD"})
  void answersToACallerOnABlockingVertxContext(ThreadingModel model) {
    var peer = around.saying(HELLO);
    var door = around.door("127.0.0.1:*");
    var answer = new CompletableFuture<Answer>();

    around.vertx.deployVerticle(
        new VerticleBase() {
          @Override
          public Future<?> start() {
            answer.complete(door.send(get(peer)));
            return Future.succeededFuture();
          }
        },
        new DeploymentOptions().setThreadingModel(model));

    assertThat(answer.join()).isInstanceOf(Answer.Response.class);
  }

  @Test
  void isRefusedOnAnEventLoop() throws Exception {
    var door = around.door();
    var thrown = new CompletableFuture<Throwable>();
    var done = new CountDownLatch(1);

    around.vertx.runOnContext(
        on -> {
          try {
            door.send(Request.get(java.net.URI.create("http://a.test/")));
          } catch (IllegalStateException e) {
            thrown.complete(e);
          }
          done.countDown();
        });

    done.await();
    assertThat(thrown.getNow(new AssertionError("nothing was thrown")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void reply(io.vertx.core.net.NetSocket socket, boolean close) {
    if (close) {
      socket.close();
    } else {
      socket.write(HELLO);
    }
  }

  private static Request get(Peer peer) {
    return Request.get(peer.uri("/"));
  }
}
