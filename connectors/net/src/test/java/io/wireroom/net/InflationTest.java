package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InflationTest {
  private static final byte[] TEXT = "a paragraph. ".repeat(500).getBytes(StandardCharsets.UTF_8);
  private static final int LIMIT = 10_000;

  static Stream<Arguments> good() {
    return Stream.of(
        arguments("gzip", Bodies.gzip(TEXT)),
        arguments("X-GZIP", Bodies.gzip(TEXT)),
        arguments("deflate", Bodies.deflate(TEXT, true)),
        arguments("deflate", Bodies.deflate(TEXT, false)),
        arguments("identity, gzip", Bodies.gzip(TEXT)),
        arguments("deflate, gzip", Bodies.gzip(Bodies.deflate(TEXT, true))),
        arguments("gzip", twoMembers()));
  }

  @Tag("unit")
  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void undoesWhatTheServerDidAndSaysSo(String encoding, byte[] body) {
    var answer = Inflation.of(response(encoding, body), LIMIT);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Response.class,
            r -> {
              assertThat(r.body()).isEqualTo(TEXT);
              assertThat(r.header("Content-Encoding")).isEmpty();
              assertThat(r.header("Content-Length")).isEmpty();
              assertThat(r.header("Content-Type")).contains("text/plain");
            });
  }

  static Stream<Arguments> bad() {
    var gzip = Bodies.gzip(TEXT);
    var wrongSum = gzip.clone();
    wrongSum[gzip.length - 6] ^= 1;
    return Stream.of(
        arguments("gzip", Bodies.gzip(new byte[LIMIT + 1]), Answer.TooLarge.class),
        arguments("gzip", Bodies.gzip(new byte[20_000_000]), Answer.TooLarge.class),
        arguments("deflate", Bodies.deflate(new byte[20_000_000], true), Answer.TooLarge.class),
        arguments("deflate", Bodies.deflate(new byte[20_000_000], false), Answer.TooLarge.class),
        arguments(
            "gzip, gzip", Bodies.gzip(Bodies.gzip(new byte[20_000_000])), Answer.TooLarge.class),
        arguments("gzip", twoGigabytes(), Answer.TooLarge.class),
        arguments("gzip, gzip, gzip", Bodies.gzip(TEXT), Answer.TooLarge.class),
        arguments("gzip", TEXT, Answer.Unreachable.class),
        arguments("gzip", Arrays.copyOf(gzip, gzip.length / 2), Answer.Unreachable.class),
        arguments("gzip", wrongSum, Answer.Unreachable.class),
        arguments("deflate", TEXT, Answer.Unreachable.class));
  }

  @Tag("unit")
  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("bad")
  void refusesBombsAndDamage(String encoding, byte[] body, Class<? extends Answer> expected) {
    assertThat(Inflation.of(response(encoding, body), LIMIT)).isInstanceOf(expected);
  }

  @Tag("unit")
  @Test
  void leavesWhatItDoesNotKnowAsItIs() {
    var brotli = response("br", TEXT);

    assertThat(Inflation.of(brotli, LIMIT)).isSameAs(brotli);
  }

  @Tag("unit")
  @Test
  void anAnswerThatFitsExactlyIsKept() {
    var exact = response("gzip", Bodies.gzip(new byte[LIMIT]));

    assertThat(Inflation.of(exact, LIMIT)).isInstanceOf(Answer.Response.class);
  }

  @Tag("module")
  @Test
  void aBombOverTheWireIsTooLarge() throws Exception {
    try (var around = new Surroundings()) {
      var bomb = Bodies.answer("gzip", Bodies.gzip(new byte[20_000_000]));
      var peer = around.answering((n, socket) -> socket.write(bomb));
      var door = around.door("127.0.0.1:" + peer.port());

      assertThat(door.send(Request.get(peer.uri("/")).within(Surroundings.SHORT)))
          .isEqualTo(new Answer.TooLarge("the answer inflates to more than 100000 bytes"));
    }
  }

  /** More than the heap holds: a limit that only looks at the end result dies of it. */
  private static byte[] twoGigabytes() {
    var megabyte = Bodies.gzip(new byte[1 << 20]);
    var all = ByteBuffer.allocate(megabyte.length * 2048);
    while (all.hasRemaining()) {
      all.put(megabyte);
    }
    return all.array();
  }

  private static byte[] twoMembers() {
    var first = Bodies.gzip(Arrays.copyOf(TEXT, 100));
    var second = Bodies.gzip(Arrays.copyOfRange(TEXT, 100, TEXT.length));
    var both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static Answer.Response response(String encoding, byte[] body) {
    return new Answer.Response(
        200,
        List.of(
            Map.entry("content-encoding", encoding),
            Map.entry("Content-Length", "" + body.length),
            Map.entry("Content-Type", "text/plain")),
        body,
        URI.create("http://a.test/"));
  }
}
