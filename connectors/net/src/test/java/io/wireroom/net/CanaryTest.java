package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A silent canary listens where nothing may go. With every rule given to the guard the same probes
 * do reach it, so its silence means something.
 */
@Tag("module")
class CanaryTest {
  private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  private static Surroundings around;
  private static Peer canary;
  private static Peer canary6;

  @BeforeAll
  static void listen() {
    around = new Surroundings();
    canary = around.silent("127.0.0.1", 0);
    canary6 = around.silent("::1", 0);
    around
        .names
        .on("four.test", List.of("127.0.0.1"))
        .on("six.test", List.of("::1"))
        .on("unspecified.test", List.of("0.0.0.0"))
        .on("mapped.test", List.of("::ffff:127.0.0.1"))
        .on("nat64.test", List.of("64:ff9b::7f00:1"))
        .on("metadata.test", List.of("169.254.169.254"))
        .on("other.test", List.of("127.0.0.1"));
  }

  @AfterAll
  static void leave() throws Exception {
    around.close();
  }

  /** Hosts that reach a server on a loopback address when nothing holds them back. */
  static Stream<String> openDoors() {
    return Stream.of("127.0.0.1", "[::1]", "four.test", "six.test", "FOUR.test.", "[0::0:1]");
  }

  /** Hosts that some parser, resolver or network stack takes for a loopback address. */
  static Stream<String> disguises() {
    return Stream.of(
        "127.1",
        "127.0.1",
        "127.0.0.1.",
        "2130706433",
        "0x7f000001",
        "0x7F.1",
        "0177.0.0.1",
        "017700000001",
        "0",
        "0.0.0.0",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::1]",
        "[::1%25lo]",
        "unspecified.test",
        "mapped.test",
        "nat64.test",
        "metadata.test",
        "169.254.169.254",
        "user@127.0.0.1",
        "example.org@127.0.0.1",
        "user:word@[::1]",
        "127%2e0%2e0%2e1",
        "%31%32%37.0.0.1",
        "１２７.０.０.１",
        "①②⑦.⓪.⓪.①",
        "127。0。0。1",
        "four%2etest");
  }

  static Stream<String> hosts() {
    return Stream.concat(openDoors(), disguises());
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void nothingReachesTheCanaryByItsAddress(String host) {
    var door = around.door();

    assertThat(List.of(door.send(ask(host, canary)), door.send(ask(host, canary6))))
        .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Refused.class));
    assertSilence();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void nothingReachesTheCanaryByARedirect(String host) {
    var mover = around.saying(moved(host, canary));
    var mover6 = around.saying(moved(host, canary6));
    var door = around.door(rule(mover), rule(mover6));

    var answers =
        List.of(
            door.send(Request.get(mover.uri("/")).following(5)),
            door.send(Request.get(mover6.uri("/")).following(5)));

    assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Refused.class));
    assertThat(mover.heads().size() + mover6.heads().size()).isEqualTo(2);
    assertSilence();
  }

  @ParameterizedTest
  @MethodSource("openDoors")
  void withEveryRuleGivenTheSameProbesReachTheCanary(String host) {
    var door = around.door(Surroundings.EVERYTHING);
    var there =
        around.saying(host.contains("six") || host.contains("[") ? "::1" : "127.0.0.1", 0, HELLO);
    var mover = around.saying(moved(host, there));

    assertThat(door.send(ask(host, there))).isInstanceOf(Answer.Response.class);
    assertThat(there.heads()).hasSize(1);
    assertThat(door.send(Request.get(mover.uri("/")).following(5)))
        .isInstanceOf(Answer.Response.class);
    assertThat(there.heads()).hasSize(2);
  }

  @Test
  void theControlIsReachedByItsRuleAndItsNeighbourPortIsNot() {
    var control = around.saying(HELLO);
    var door = around.door(rule(control));

    assertThat(door.send(Request.get(control.uri("/")))).isInstanceOf(Answer.Response.class);
    assertThat(door.send(ask("127.0.0.1", canary))).isInstanceOf(Answer.Refused.class);
    assertThat(control.connections()).isEqualTo(1);
    assertSilence();
  }

  @Test
  void aRuleForANameOpensThatNameAndNoOther() {
    var control = around.saying(HELLO);
    var door = around.door("four.test:" + control.port());

    var named = door.send(ask("four.test", control));
    var other = door.send(ask("other.test", control));
    var bare = door.send(ask("127.0.0.1", control));

    assertThat(named).isInstanceOf(Answer.Response.class);
    assertThat(other).isInstanceOf(Answer.Refused.class);
    assertThat(bare).isInstanceOf(Answer.Refused.class);
    assertThat(control.connections()).isEqualTo(1);
  }

  @Test
  void onlyWebAddressesLeave() {
    var door = around.door(Surroundings.EVERYTHING);

    assertThat(Stream.of("file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1/x"))
        .allSatisfy(
            url ->
                assertThat(door.send(Request.get(URI.create(url))))
                    .isInstanceOf(Answer.Refused.class));
  }

  private static Request ask(String host, Peer peer) {
    return Request.get(peer.uri("http", host, "/"));
  }

  private static String moved(String host, Peer peer) {
    return "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://"
        + host
        + ":"
        + peer.port()
        + "/\r\n\r\n";
  }

  private static String rule(Peer peer) {
    return "127.0.0.1:" + peer.port();
  }

  private static void assertSilence() {
    assertThat(canary.connections() + canary6.connections()).isZero();
  }
}
