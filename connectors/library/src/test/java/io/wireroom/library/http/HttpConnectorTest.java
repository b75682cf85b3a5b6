package io.wireroom.library.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wireroom.connector.Connections;
import io.wireroom.connector.Effect;
import io.wireroom.connector.InputBinder;
import io.wireroom.connector.Outcome;
import io.wireroom.library.Outside;
import io.wireroom.testkit.ConnectorRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("module")
class HttpConnectorTest {
  private static final Map<String, Connections.Connection> STORED =
      Map.of(
          "shop", new Connections.Connection("basic", Map.of("user", "ada", "password", "pw 1")),
          "cms", new Connections.Connection("bearer", Map.of("token", "t0ken-secret")),
          "key", new Connections.Connection("api-key", Map.of("header", "X-Key", "value", "k1")),
          "half", new Connections.Connection("api-key", Map.of("header", "X-Key")),
          "evil", new Connections.Connection("bearer", Map.of("token", "a\r\nX-Evil: 1")),
          "hook", new Connections.Connection("webhook-secret", Map.of("secret", "s")));

  private final Outside outside = new Outside();
  private final HttpConnector connector = new HttpConnector(outside.door());

  @AfterEach
  void close() {
    outside.close();
  }

  @Test
  void handsBackStatusHeadersAndParsedJson() {
    outside.server().text("/data", "application/vnd.api+json; charset=utf-8", "{\"a\":[1,null]}");

    var response = call("/data").done();

    assertThat(response.path("status").intValue()).isEqualTo(200);
    assertThat(response.at("/headers/content-type").textValue()).contains("vnd.api+json");
    assertThat(response.at("/body/a/0").intValue()).isEqualTo(1);
  }

  @Test
  void handsBackTextInItsEncodingAndBinaryAsBase64() {
    outside
        .server()
        .on(
            "/latin",
            r ->
                r.response()
                    .putHeader("Content-Type", "text/plain; charset=iso-8859-1")
                    .end(io.vertx.core.buffer.Buffer.buffer(latin("Über"))))
        .text("/picture", "image/png", "abc");

    assertThat(call("/latin").done().path("body").textValue()).isEqualTo("Über");
    assertThat(call("/picture").done().path("body").textValue()).isEqualTo("YWJj");
  }

  @Test
  void hasNoBodyWhereTheServerSendsNone() {
    outside.server().on("/gone", r -> r.response().setStatusCode(204).end());

    assertThat(call("/gone").with("method", "delete").done().path("body").isNull()).isTrue();
  }

  @Test
  void addsTheQueryToTheAddress() {
    outside.server().on("/find", r -> r.response().end(String.valueOf(r.query())));

    var response =
        call("/find?a=1#top").withJson("query", "{\"q\":\"ü &=\",\"t\":[1,2],\"n\":null}").done();

    assertThat(response.path("body").textValue()).isEqualTo("a=1&q=%C3%BC%20%26%3D&t=1&t=2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1}|application/json",
        "\"{\\\"a\\\": 1}\"|application/json",
        "\"{not json\"|text/plain; charset=utf-8",
        "42|application/json",
      })
  void sendsDataAsJsonAndTextAsText(String body, String type) {
    outside.server().text("/in", "text/plain", "ok");

    call("/in").with("method", "POST").withJson("body", body).done();

    assertThat(outside.server().requests().getFirst().headers())
        .containsEntry("content-type", type);
  }

  @Test
  void sendsNoBodyWhenNoneIsGiven() {
    outside.server().text("/in", "text/plain", "ok");

    call("/in").with("method", "POST").done();

    var seen = outside.server().requests().getFirst();
    assertThat(seen.body()).isEmpty();
    assertThat(seen.headers()).doesNotContainKey("content-type");
  }

  @Test
  void namesTheEffectWhenTheMethodIsNotRepeatable() {
    outside.server().text("/in", "text/plain", "ok");

    call("/in").with("method", "POST").effect("effect-7").done();
    call("/in").with("method", "GET").effect("effect-7").done();
    call("/in").with("method", "POST").withJson("headers", "{\"idempotency-key\":\"mine\"}").done();

    assertThat(outside.server().requests())
        .extracting(seen -> seen.headers().get("idempotency-key"))
        .containsExactly("effect-7", null, "mine");
  }

  @ParameterizedTest
  @CsvSource({
    "shop,authorization,Basic YWRhOnB3IDE=",
    "cms,authorization,Bearer t0ken-secret",
    "key,x-key,k1"
  })
  void usesTheConnectionOverAHeaderOfTheSameName(String name, String header, String value) {
    outside.server().text("/in", "text/plain", "ok");

    call("/in")
        .with("connection", name)
        .withJson("headers", "{\"" + header + "\":\"from data\"}")
        .done();

    assertThat(outside.server().requests().getFirst().headers()).containsEntry(header, value);
  }

  @ParameterizedTest
  @CsvSource({
    "nobody,there is no connection named nobody",
    "half,the connection half lacks header and value",
    "evil,the connection's credential has a line break or control character in it",
    "hook,'the connection hook is of type webhook-secret; this step takes basic, bearer or api-key'"
  })
  void breaksWithoutAUsableConnection(String name, String reason) {
    var outcome = call("/in").with("connection", name).run();

    assertThat(outcome).isEqualTo(new Outcome.Broken(reason));
    assertThat(outside.server().requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"400,HTTP_4XX", "404,HTTP_4XX", "422,HTTP_4XX", "500,HTTP_5XX", "501,HTTP_5XX"})
  void rejectsWhatTheServerRefuses(int status, String code) {
    answer(status);

    assertThat(call("/it").run())
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo(code);
              assertThat(rejected.message()).endsWith("/it answered " + status + ": no, sorry");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 502, 503, 504})
  void triesAgainWhatMayPass(int status) {
    answer(status);

    assertThat(call("/it").run())
        .isInstanceOfSatisfying(
            Outcome.TryAgain.class, again -> assertThat(again.usesRetry()).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7|PT7S",
        "999999|PT1H",
        "-3|PT0S",
        "soon|PT0S",
        "Mon, 23 Nov 2026 10:00:30 GMT|PT30S",
        "Mon, 23 Nov 2026 09:00:00 GMT|PT0S",
      })
  void waitsAsLongAsTheServerAsks(String retryAfter, Duration wait) {
    outside
        .server()
        .on(
            "/busy",
            r ->
                r.response()
                    .setStatusCode(429)
                    .putHeader("Date", "Mon, 23 Nov 2026 10:00:00 GMT")
                    .putHeader("Retry-After", retryAfter)
                    .end());

    assertThat(call("/busy").run())
        .isInstanceOfSatisfying(
            Outcome.TryAgain.class, again -> assertThat(again.after()).isEqualTo(wait));
  }

  @Test
  void failsOnlyOnWhatTheStepNames() {
    answer(404);

    assertThat(call("/it").with("failOn", "5xx, 400-403").done().path("status").intValue())
        .isEqualTo(404);
    assertThat(call("/it").with("failOn", "none").done().path("status").intValue()).isEqualTo(404);
    assertThat(call("/it").with("failOn", "404").run()).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void failsOnARedirectOnlyWhenAsked() {
    outside.server().on("/it", r -> r.response().setStatusCode(302).end());

    assertThat(call("/it").done().path("status").intValue()).isEqualTo(302);
    assertThat(code(call("/it").with("failOn", "3xx").run())).isEqualTo("HTTP_3XX");
  }

  @Test
  void takesNoRedirectUnlessAsked() {
    outside
        .server()
        .on("/it", r -> r.response().setStatusCode(301).putHeader("Location", "/there").end())
        .text("/there", "text/plain", "moved");

    assertThat(call("/it").done().path("status").intValue()).isEqualTo(301);
    assertThat(call("/it").with("redirects", 1).done().path("body").textValue()).isEqualTo("moved");
  }

  @Test
  void saysWhenAnAnswerLiesAboutBeingJson() {
    outside.server().text("/lie", "application/json", "<html>");
    outside.server().text("/two", "application/json", "{} {}");

    assertThat(code(call("/lie").run())).isEqualTo("BAD_JSON");
    assertThat(code(call("/two").run())).isEqualTo("BAD_JSON");
  }

  @Test
  void rejectsAnAnswerOverTheSizeLimit() {
    outside.server().text("/big", "text/plain", "x".repeat(2000));

    assertThat(code(call("/big").with("maxBytes", 1999).run())).isEqualTo("TOO_LARGE");
    assertThat(call("/big").with("maxBytes", 2000).run()).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void doesNotKnowWhatHappenedWhenTheServerHangs() {
    outside.server().on("/hang", r -> {});

    assertThat(call("/hang").with("timeout", "100ms").run()).isInstanceOf(Outcome.Unknown.class);
    assertThat(call("/hang").timeout(Duration.ofMillis(100)).run())
        .isInstanceOf(Outcome.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,false,READS",
    "HEAD,false,READS",
    "PUT,false,REPEATABLE",
    "DELETE,false,REPEATABLE",
    "POST,false,ONCE",
    "PATCH,false,ONCE",
    "POST,true,REPEATABLE"
  })
  void saysWhatASecondCallWouldDo(String method, boolean idempotent, Effect.Kind kind) {
    var input = JsonNodeFactory.instance.objectNode();
    input.put("url", "https://shop.example/a?key=1").put("method", method);
    input.put("idempotent", idempotent);

    var effect = connector.effect(InputBinder.bind(input, HttpConnector.Input.class));

    assertThat(effect.kind()).isEqualTo(kind);
    assertThat(effect.target().orElse("https://shop.example/a"))
        .isEqualTo("https://shop.example/a");
  }

  @ParameterizedTest
  @CsvSource({"POST,502", "POST,504", "PATCH,504"})
  void doesNotKnowWhatAGatewayDidWithACallThatMustNotHappenTwice(String method, int status) {
    answer(status);

    assertThat(call("/it").with("method", method).run()).isInstanceOf(Outcome.Unknown.class);
    assertThat(call("/it").with("method", "PUT").run()).isInstanceOf(Outcome.TryAgain.class);
  }

  @Test
  void rejectsAnAddressThatStepsMayNotReach() {
    assertThat(code(run().with("url", "http://169.254.169.254/latest/meta-data").run()))
        .isEqualTo("ADDRESS_REFUSED");
  }

  @Test
  void showsNoSecretInWhatItTellsAPerson() {
    outside
        .server()
        .on(
            "/echo",
            r ->
                r.response()
                    .setStatusCode(401)
                    .putHeader("Content-Type", "text/plain")
                    .end("bad " + r.getHeader("Authorization") + " " + "y".repeat(400)));

    assertThat(call("/echo?apikey=in-the-query").with("connection", "cms").run())
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected ->
                assertThat(rejected.message())
                    .doesNotContain("t0ken", "in-the-query", "yyyy")
                    .endsWith("bad Bearer ••• …"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"X\":\"a\\r\\nEvil: 1\"}",
        "{\"X\":\"a\\nb\"}",
        "{\"X\\r\\nEvil\":\"1\"}",
        "{\"Host\":\"inside\"}",
        "{\"Transfer-Encoding\":\"chunked\"}",
        "{\"content-length\":\"0\"}",
        "{\"X\":{\"a\":1}}",
        "{\"\":\"1\"}"
      })
  void breaksOnHeadersThatWouldChangeTheMessage(String headers) {
    assertThat(call("/in").withJson("headers", headers).run()).isInstanceOf(Outcome.Broken.class);
    assertThat(outside.server().requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "url,ftp://x.example/,must begin with https",
    "url,//x.example/,must begin with https",
    "url,https://me:pw@x.example/,user name",
    "url,https:///x,no host",
    "method,GET / HTTP/1.1,not a method",
    "method,CONNECT,not a method",
    "timeout,soon,write the time limit as 20s",
    "timeout,0,more than 0",
    "timeout,11m,at most 10m",
    "maxBytes,0,from 1 to",
    "maxBytes,70000000,from 1 to",
    "failOn,bad,write the statuses",
    "failOn,500-400,the wrong way",
    "redirects,6,from 0 to 5"
  })
  void breaksWithASentenceOnInputThatCannotBe(String name, String value, String sentence) {
    assertThat(call("/in").with(name, value).run())
        .isInstanceOfSatisfying(
            Outcome.Broken.class, broken -> assertThat(broken.reason()).contains(sentence));
  }

  @Test
  void namesInItsErrorsEveryCodeThatItEndsWith() {
    var named = connector.info().errors().stream().map(error -> error.code()).toList();

    assertThat(named)
        .containsAll(
            List.of(
                "HTTP_2XX",
                "HTTP_3XX",
                "HTTP_4XX",
                "HTTP_5XX",
                "BAD_JSON",
                "TOO_LARGE",
                "ADDRESS_REFUSED"));
  }

  private ConnectorRun<HttpConnector.Input> run() {
    return ConnectorRun.of(connector).connections(name -> Optional.ofNullable(STORED.get(name)));
  }

  private ConnectorRun<HttpConnector.Input> call(String path) {
    return run().with("url", outside.url(path));
  }

  private void answer(int status) {
    outside
        .server()
        .on(
            "/it",
            r ->
                r.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "text/plain")
                    .end("no,\n sorry"));
  }

  private static String code(Outcome outcome) {
    return outcome instanceof Outcome.Rejected(var code, var message) ? code : outcome.toString();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
