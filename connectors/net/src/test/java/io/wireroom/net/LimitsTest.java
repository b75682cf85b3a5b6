package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that hang, drip, never end or lie; each ends as an answer, and its connection closes. */
@Tag("module")
class LimitsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private static final String NO_BEGINNING = "TimedOut.* did not begin .*";
  private static final String NO_END = "TimedOut.* did not finish .*";
  private static final String SILENCE = "TimedOut.* fell silent .*";
  private static final String LOST = "Unreachable.* was lost.*";
  private static final String OTHER_PROTOCOL = "Unreachable.* another protocol.*";
  private static final String TOO_LARGE = "TooLarge.* larger than 100000 bytes.*";
  private static final String LONG_HEAD = "TooLarge.* head .* is too long.*";
  private static final String MANY_HEADERS = "TooLarge.* more than 200 headers.*";

  private static Surroundings around;

  @BeforeAll
  static void open() {
    around = new Surroundings();
  }

  @AfterAll
  static void close() throws Exception {
    around.close();
  }

  static Stream<Arguments> badServers() {
    return Stream.of(
        bad("says nothing", s -> {}, NO_BEGINNING),
        bad("drips its head", s -> drip(s, "HTTP/1.1 200 OK\r\nA", "a"), NO_BEGINNING),
        bad("sends interim heads", s -> drip(s, "", "HTTP/1.1 100 C\r\n\r\n"), NO_BEGINNING),
        bad("drips its body", s -> drip(s, OK + "Content-Length: 9999\r\n\r\n", "a"), NO_END),
        bad(
            "drips its chunks",
            s -> drip(s, OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n"),
            NO_END),
        bad("falls silent after its head", saying(OK + "Content-Length: 9\r\n\r\n"), SILENCE),
        bad("falls silent in its body", saying(OK + "Content-Length: 9\r\n\r\nhalf"), SILENCE),
        bad("closes at once", NetSocket::close, LOST),
        bad("closes in its head", s -> finish(s, "HTTP/1.1 200"), LOST),
        bad("closes in its body", s -> finish(s, OK + "Content-Length: 9\r\n\r\nhalf"), LOST),
        bad(
            "closes in a chunk",
            s -> finish(s, OK + "Transfer-Encoding: chunked\r\n\r\n9\r\nhalf"),
            LOST),
        bad(
            "closes before the last chunk",
            s -> finish(s, OK + "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"),
            LOST),
        bad("speaks something else", saying("SSH-2.0-OpenSSH_9.6\r\n"), LOST),
        bad(
            "switches protocols",
            saying("HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
            OTHER_PROTOCOL),
        bad("states a length that is none", saying(OK + "Content-Length: many\r\n\r\n"), LOST),
        bad(
            "states two lengths",
            saying(OK + "Content-Length: 1\r\nContent-Length: 2\r\n\r\naa"),
            LOST),
        bad("states a negative length", saying(OK + "Content-Length: -1\r\n\r\n"), LOST),
        bad("announces too much", saying(OK + "Content-Length: 100001\r\n\r\n"), TOO_LARGE),
        bad(
            "announces far too much",
            saying(OK + "Content-Length: 9223372036854775807\r\n\r\n"),
            TOO_LARGE),
        bad("never ends", s -> flood(s, OK + "\r\n", "a".repeat(10_000)), TOO_LARGE),
        bad(
            "never ends its chunks",
            s -> flood(s, OK + "Transfer-Encoding: chunked\r\n\r\n", "4\r\nmore\r\n".repeat(1000)),
            TOO_LARGE),
        bad("never ends its head", s -> flood(s, OK, "A: a\r\n".repeat(1000)), LONG_HEAD),
        bad("never ends a header", s -> flood(s, OK + "A: ", "a".repeat(10_000)), LONG_HEAD),
        bad(
            "never ends its first line",
            s -> flood(s, "HTTP/1.1 200 ", "a".repeat(10_000)),
            LONG_HEAD),
        bad("sends 201 headers", saying(OK + "A: a\r\n".repeat(201) + "\r\n"), MANY_HEADERS));
  }

  @ParameterizedTest(name = "a server that {0}")
  @MethodSource("badServers")
  void endsAsAnAnswerAndLeavesNoConnection(
      String name, Consumer<NetSocket> script, String expected) {
    var peer = around.answering((n, socket) -> script.accept(socket));
    var door = around.door("127.0.0.1:" + peer.port());

    var answer = door.send(Request.get(peer.uri("/")).within(Surroundings.SHORT));

    assertThat(answer.toString()).matches(expected);
    assertThat(peer.heads()).hasSize(1);
    await().untilAsserted(() -> assertThat(peer.open()).isZero());
  }

  /** why a stop: without the phase's own limit these would take the hour of the total one. */
  @Timeout(60)
  @ParameterizedTest(name = "after \"{0}\"")
  @ValueSource(strings = {"", OK + "Content-Length: 9\r\n\r\nhalf"})
  void aPhaseEndsByItsOwnLimitHoweverMuchTimeThereIsInTotal(String said) {
    var peer = around.saying(said);
    var door = around.door("127.0.0.1:" + peer.port());
    var patient =
        new Request.Limits(Duration.ofHours(1), Duration.ofMillis(700), Duration.ofHours(1), 1000);

    var answer = door.send(Request.get(peer.uri("/")).within(patient));

    assertThat(answer.toString()).matches(said.isEmpty() ? NO_BEGINNING : SILENCE);
  }

  @Test
  void aServerThatNeverFinishesTheHandshakeTimesOut() {
    var peer = around.silent("127.0.0.1", 0);
    var door = around.door("127.0.0.1:" + peer.port());
    var hasty =
        new Request.Limits(
            Duration.ofMillis(300), Duration.ofSeconds(5), Duration.ofSeconds(5), 1000);

    var answer = door.send(Request.get(peer.uri("https", "127.0.0.1", "/")).within(hasty));

    assertThat(answer).isInstanceOf(Answer.TimedOut.class);
    await().untilAsserted(() -> assertThat(peer.connections()).isEqualTo(1));
  }

  @Test
  void aNameServerThatNeverAnswersTimesOut() {
    around.names.silent("silent.test");
    var peer = around.silent("127.0.0.1", 0);
    var hasty = Surroundings.SHORT.total(Duration.ofMillis(300));

    var answer =
        around.door().send(Request.get(peer.uri("http", "silent.test", "/")).within(hasty));

    assertThat(answer).isInstanceOf(Answer.TimedOut.class);
  }

  @Test
  void aNameThatDoesNotExistIsUnreachable() {
    var answer = around.door().send(Request.get(java.net.URI.create("http://nobody.test/")));

    assertThat(answer).isEqualTo(new Answer.Unreachable("no such host: nobody.test"));
  }

  @Test
  void aPortWhereNobodyListensIsUnreachable() {
    var gone = around.silent("127.0.0.1", 0);
    var address = gone.uri("/");
    gone.close();

    var answer = around.door("127.0.0.1:*").send(Request.get(address));

    assertThat(answer).isInstanceOf(Answer.Unreachable.class);
  }

  private static Arguments bad(String name, Consumer<NetSocket> script, String expected) {
    return arguments(name, script, expected);
  }

  private static Consumer<NetSocket> saying(String text) {
    return socket -> socket.write(text);
  }

  private static void finish(NetSocket socket, String text) {
    socket.write(text).onSuccess(sent -> socket.close());
  }

  private static void drip(NetSocket socket, String head, String drop) {
    socket.write(head);
    around.vertx.setPeriodic(
        20, timer -> socket.write(drop).onFailure(gone -> around.vertx.cancelTimer(timer)));
  }

  /** Writes as fast as the other side reads, until the connection closes. */
  private static void flood(NetSocket socket, String head, String more) {
    socket.write(head).onSuccess(sent -> flood(socket, more, more));
  }
}
