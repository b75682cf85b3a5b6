package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.testkit.ScriptedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("module")
class DoorTest {
  private final Surroundings around = new Surroundings();
  private final ScriptedServer server = around.keep(ScriptedServer.start());
  private final Door door = around.door("127.0.0.1:" + server.port());

  @AfterEach
  void leave() throws Exception {
    around.close();
  }

  @Test
  void bringsStatusHeadersBodyAndAddress() {
    server.on(
        "/a",
        r ->
            r.response()
                .setStatusCode(418)
                .putHeader("X-Kind", (Iterable<String>) List.of("tea", "pot"))
                .end("ü"));

    var answer = response(Request.get(server.uri("/a?q=1")));

    assertThat(answer.status()).isEqualTo(418);
    assertThat(answer.headers()).contains(Map.entry("X-Kind", "tea"), Map.entry("X-Kind", "pot"));
    assertThat(answer.header("x-kind")).contains("tea");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("ü");
    assertThat(answer.url()).isEqualTo(server.uri("/a?q=1"));
  }

  @Test
  void sendsMethodHeadersAndBodyAsGiven() {
    server.text("/a", "text/plain", "ok");

    response(
        Request.post(server.uri("/a"), "application/json", "{\"a\":1}".getBytes())
            .header("X-One", "1"));

    var seen = server.requests().getFirst();
    assertThat(seen.method()).isEqualTo("POST");
    assertThat(seen.body()).isEqualTo("{\"a\":1}");
    assertThat(seen.headers())
        .containsEntry("x-one", "1")
        .containsEntry("content-type", "application/json")
        .containsEntry("content-length", "7")
        .containsEntry("accept-encoding", "gzip, deflate")
        .containsEntry("user-agent", "Wireroom")
        .containsEntry("host", "127.0.0.1:" + server.port());
  }

  @Test
  void aHeadRequestHasNoBodyWhateverLengthIsAnnounced() {
    server.on("/a", r -> r.response().putHeader("Content-Length", "99999999999").end());
    var head =
        new Request("HEAD", server.uri("/a"), List.of(), new byte[0], Request.Limits.DEFAULT, 0);

    assertThat(response(head).body()).isEmpty();
    assertThat(response(head).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "content-length",
        "Transfer-Encoding",
        "connection",
        "Upgrade",
        "Expect",
        "TE",
        "Proxy-Authorization",
        "a b",
        "a:b",
        "a\r\nb",
        "",
        "ä",
      })
  void refusesAHeaderThatBelongsToTheDoorOrIsNone(String name) {
    assertThat(door.send(Request.get(server.uri("/a")).header(name, "x")))
        .isInstanceOf(Answer.Refused.class);
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "日本"})
  void refusesAValueThatWouldBeAnotherHeader(String value) {
    assertThat(door.send(Request.get(server.uri("/a")).header("X-Key", value)))
        .isEqualTo(
            new Answer.Refused("the value of the header X-Key has characters not allowed there"));
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "TRACE", "get", "GET /evil", "", "A\r\nB"})
  void refusesAMethodThatTunnelsOrIsNone(String method) {
    var request =
        new Request(method, server.uri("/a"), List.of(), new byte[0], Request.Limits.DEFAULT, 0);

    assertThat(door.send(request)).isInstanceOf(Answer.Refused.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aRefusalNamesThePlaceAndTheSettingButNoAddressBehindAName() {
    around.names.on("inside.test", List.of("10.1.2.3"));

    assertThat(door.send(Request.get(URI.create("http://inside.test/secret?key=planted"))))
        .isEqualTo(
            new Answer.Refused(
                "inside.test:80 leads to a private address;"
                    + " an administrator can allow it in net.allow"));
  }

  @Test
  void printsNeitherHeadersNorQueryNorBody() {
    var request =
        Request.post(URI.create("http://u:planted@a.test/planted?planted"), "planted", new byte[9])
            .secret("X-Key", "planted");
    var answer =
        new Answer.Response(
            200, List.of(Map.entry("a", "planted")), "planted".getBytes(), request.url());

    assertThat(request + " " + answer).doesNotContain("planted").contains("POST http://a.test");
  }

  @Test
  void opensWithAPlainListOfExceptionsAndReportsAllThatIsWrongWithIt() {
    server.text("/a", "text/plain", "ok");
    try (var plain = Door.open(around.vertx, List.of("localhost:*", "127.0.0.1:*"))) {
      assertThat(plain.send(Request.get(server.uri("/a")))).isInstanceOf(Answer.Response.class);
      assertThat(plain.send(Request.get(URI.create("http://localhost:" + server.port() + "/a"))))
          .isInstanceOf(Answer.Response.class);
    }

    assertThatThrownBy(() -> Door.open(around.vertx, List.of("a", "b:0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("\"a\"", "\"b:0\"");
  }

  @Test
  void limitsWithoutEndAreCutToSomethingThatCanBeMeasured() {
    server.text("/a", "text/plain", "ok");
    var ages = Duration.ofSeconds(Long.MAX_VALUE);
    var limits = new Request.Limits(ages, ages, ages, Long.MAX_VALUE);

    assertThat(response(Request.get(server.uri("/a")).within(limits)).body()).hasSize(2);
  }

  private Answer.Response response(Request request) {
    var answer = door.send(request);
    assertThat(answer).isInstanceOf(Answer.Response.class);
    return (Answer.Response) answer;
  }
}
