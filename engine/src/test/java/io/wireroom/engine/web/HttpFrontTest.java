package io.wireroom.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.wireroom.engine.testing.RawClient;
import io.wireroom.engine.trigger.body.RequestBytes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server does with requests that are none. */
@Tag("module")
class HttpFrontTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final String HOST = "Host: 127.0.0.1\r\nConnection: close\r\n";

  private static final Vertx VERTX = Vertx.vertx();
  private static URI patient = URI.create("http://127.0.0.1");
  private static URI impatient = URI.create("http://127.0.0.1");

  /** Answers with the number of bytes; {@code /slow} gives them little time. */
  private static final class EchoRoutes implements Routes {
    @Override
    public void mount(Router router) {
      router
          .post("/size")
          .handler(
              context ->
                  RequestBytes.read(context, 1_000, Duration.ofMinutes(1))
                      .onSuccess(bytes -> context.end("size " + bytes.length))
                      .onFailure(context::fail));
      router.post("/api/echo").handler(context -> context.end(context.body().asString()));
      router
          .post("/slow")
          .handler(
              context ->
                  RequestBytes.read(context, 1_000, SOON)
                      .onSuccess(bytes -> context.end("size " + bytes.length))
                      .onFailure(context::fail));
    }
  }

  @BeforeAll
  static void listen() {
    patient = listening(new HttpFront(VERTX, "127.0.0.1"));
    impatient = listening(new HttpFront(VERTX, "127.0.0.1", SOON));
  }

  private static URI listening(HttpFront front) {
    var server = Future.await(front.listen(0, List.of(new EchoRoutes())));
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  @AfterAll
  static void close() {
    Future.await(VERTX.close());
  }

  @Test
  void readsABodyOfAnyFraming() {
    assertThat(post("/size", "Content-Length: 5\r\n\r\nhello")).contains(" 200 ", "size 5");
    assertThat(post("/size", "\r\n")).contains(" 200 ", "size 0");
    assertThat(post("/size", "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"))
        .contains(" 200 ", "size 5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -1\r\n\r\n",
        "Content-Length: five\r\n\r\nhello",
        "Content-Length: 5, 6\r\n\r\nhello!",
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-2\r\nhe\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nhe\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n",
        "Bad Name: x\r\n\r\n",
        "X: a\u0000b\r\n\r\n"
      })
  void refusesARequestWhoseFramingLies(String rest) {
    assertThat(post("/size", rest)).contains(" 400 ").doesNotContain("size");
  }

  @Test
  void answersOnceWhenLengthAndChunksContradict() {
    var smuggled = "0\r\n\r\nPOST /size HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\n\r\nx";
    var answer =
        post(
            "/size",
            "Content-Length: "
                + smuggled.length()
                + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                + smuggled);

    assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
  }

  @Test
  void refusesABodyThatBreaksOff() {
    try (var client = RawClient.connect(patient)) {
      client.send("POST /size HTTP/1.1\r\n" + HOST + "Content-Length: 5\r\n\r\nhe").finish();

      assertThat(client.rest()).doesNotContain("size");
    }
  }

  @Test
  void refusesABodyThatIsTooLargeHoweverItComes() {
    var large = "x".repeat(1_001);

    assertThat(post("/size", "Content-Length: 1001\r\n\r\n" + large)).contains(" 413 ");
    assertThat(post("/size", "Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + large + "\r\n0\r\n\r\n"))
        .contains(" 413 ");
    assertThat(post("/size", "Content-Length: 1000000\r\n\r\n" + "x".repeat(1_000_000)))
        .contains(" 413 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        " Application/X-WWW-Form-URLEncoded; charset=utf-8",
        "multipart/form-data; boundary=x"
      })
  void theApiSaysThatItTakesNoForm(String type) {
    var answer =
        post("/api/echo", "Content-Type: " + type + "\r\nContent-Length: 7\r\n\r\n{\"a\":1}");

    assertThat(answer).contains(" 415 ", "Content-Type: application/json");
    assertThat(post("/api/echo", "Content-Length: 7\r\n\r\n{\"a\":1}"))
        .contains(" 200 ", "{\"a\":1}");
  }

  @Test
  void givesABodyLimitedTime() {
    try (var client = RawClient.connect(patient)) {
      client.send("POST /slow HTTP/1.1\r\n" + HOST + "Content-Length: 5\r\n\r\nhe");

      assertThat(client.rest()).contains(" 408 ");
    }
  }

  @Test
  void givesAHeadLimitedTime() {
    try (var client = RawClient.connect(impatient)) {
      client.send("POST /size HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");

      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void closesAnIdleConnectionAndNotOneThatIsAnswered() {
    try (var client = RawClient.connect(impatient)) {
      client.send("POST /size HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n");

      assertThat(client.line()).contains(" 200 ");
      assertThat(client.rest()).endsWith("size 0");
    }
  }

  @Test
  void answersBesideAThousandIdleConnections() {
    var idle = Stream.generate(() -> RawClient.connect(patient)).limit(1_000).toList();
    try {
      idle.forEach(client -> client.send("POST /size HTTP/1.1\r\nX: "));

      assertThat(post("/size", "Content-Length: 1\r\n\r\nx")).contains(" 200 ");
    } finally {
      idle.forEach(RawClient::close);
    }
  }

  @Test
  void refusesHeadsThatAreBombs() {
    assertThat(post("/size", "X: " + "x".repeat(40_000) + "\r\n\r\n")).contains(" 431 ");
    assertThat(post("/size", "X: 1\r\n".repeat(20_000) + "\r\n")).contains(" 431 ");
    assertThat(
            RawClient.exchange(
                patient, "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n"))
        .contains(" 414 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%0d%0aSet-Cookie:%20a=b",
        "/size?x=%0d%0aSet-Cookie:%20a=b",
        "/%00",
        "/%zz",
        "/..%2f..%2fetc/passwd",
        "//elsewhere.example/",
        "/%ed%a0%80"
      })
  void anOddAddressGivesAnErrorAndNoHeader(String address) {
    var answer = RawClient.exchange(patient, "GET " + address + " HTTP/1.1\r\n" + HOST + "\r\n");

    assertThat(answer).containsPattern("^HTTP/1.1 4[0-9][0-9] ");
    assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("\nset-cookie");
  }

  private static String post(String path, String rest) {
    return RawClient.exchange(patient, "POST " + path + " HTTP/1.1\r\n" + HOST + rest);
  }
}
