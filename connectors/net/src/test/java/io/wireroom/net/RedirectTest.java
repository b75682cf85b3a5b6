package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.testkit.ScriptedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("module")
class RedirectTest {
  private final Surroundings around = new Surroundings();
  private final ScriptedServer here = around.keep(ScriptedServer.start());
  private final ScriptedServer there = around.keep(ScriptedServer.start());
  private Door door = around.door("127.0.0.1:*");

  @BeforeEach
  void answer() {
    here.text("/end", "text/plain", "here");
    there.text("/end", "text/plain", "there");
  }

  @AfterEach
  void leave() throws Exception {
    around.close();
  }

  @Test
  void returnsTheRedirectAsItIsWhenNobodyAskedToFollow() {
    moves("/start", 302, "/end");

    var answer = response(door.send(Request.get(here.uri("/start"))));

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).contains("/end");
    assertThat(here.requests()).hasSize(1);
  }

  @Test
  void followsAsOftenAsAskedAndThenReturnsTheRedirect() {
    moves("/1", 302, "/2");
    moves("/2", 302, "/3");
    moves("/3", 302, "/end");

    var enough = response(door.send(Request.get(here.uri("/1")).following(3)));
    var less = response(door.send(Request.get(here.uri("/1")).following(2)));

    assertThat(enough.status()).isEqualTo(200);
    assertThat(enough.url()).isEqualTo(here.uri("/end"));
    assertThat(less.status()).isEqualTo(302);
    assertThat(less.url()).isEqualTo(here.uri("/3"));
  }

  @Test
  void aCircleEndsAfterTheAskedNumberOfSteps() {
    moves("/round", 307, "/round");

    var answer = response(door.send(Request.get(here.uri("/round")).following(5)));

    assertThat(answer.status()).isEqualTo(307);
    assertThat(here.requests()).hasSize(6);
  }

  @ParameterizedTest(name = "{0} on {1} becomes {2} with body \"{3}\"")
  @CsvSource({
    "301, GET,    GET,    ''",
    "301, POST,   GET,    ''",
    "301, PUT,    PUT,    text",
    "302, POST,   GET,    ''",
    "302, DELETE, DELETE, text",
    "303, POST,   GET,    ''",
    "303, PUT,    GET,    ''",
    "307, POST,   POST,   text",
    "307, GET,    GET,    ''",
    "308, PATCH,  PATCH,  text",
  })
  void changesTheMethodAsTheStatusSays(int status, String method, String then, String body) {
    moves("/start", status, "/end");
    var text = (method.equals("GET") ? "" : "text").getBytes(StandardCharsets.UTF_8);
    var type = List.of(Map.entry("Content-Type", "text/plain"));
    var request = new Request(method, here.uri("/start"), type, text, Request.Limits.DEFAULT, 1);

    assertThat(response(door.send(request)).status()).isEqualTo(200);
    var second = here.requests().getLast();
    assertThat(second.method()).isEqualTo(then);
    assertThat(second.body()).isEqualTo(body);
    assertThat(second.headers().containsKey("content-type")).isEqualTo(method.equals(then));
  }

  @Test
  void carriesEveryHeaderWithinOneOrigin() {
    moves("/start", 302, "/end");

    door.send(credentials(Request.get(here.uri("/start"))).following(1));

    assertThat(here.requests().getLast().headers())
        .containsKeys("authorization", "cookie", "x-api-key", "accept", "user-agent");
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1", "other.test"})
  void carriesNoCredentialToAnotherPortOrName(String host) {
    around.names.on("other.test", List.of("127.0.0.1"));
    moves("/start", 302, "http://" + host + ":" + there.port() + "/end");
    door = around.door("127.0.0.1:*", "other.test:*");

    var answer = response(door.send(credentials(Request.get(here.uri("/start"))).following(1)));

    assertThat(answer.body()).asString().isEqualTo("there");
    var carried = there.requests().getLast().headers();
    assertThat(carried.keySet())
        .containsExactlyInAnyOrder("host", "accept", "accept-encoding", "user-agent");
    assertThat(carried.values()).noneMatch(value -> value.contains("planted"));
  }

  @Test
  void doesNotGiveCredentialsBackToTheFirstOriginOnceTheyWereDropped() {
    moves("/start", 302, there.uri("/back").toString());
    there.on(
        "/back",
        r ->
            r.response()
                .setStatusCode(302)
                .putHeader("Location", here.uri("/end").toString())
                .end());

    door.send(credentials(Request.get(here.uri("/start"))).following(2));

    assertThat(here.requests().getLast().headers()).doesNotContainKey("authorization");
  }

  @Test
  void doesNotCarryABodyToAnotherOrigin() {
    moves("/start", 307, there.uri("/end").toString());
    var post = Request.post(here.uri("/start"), "text/plain", new byte[] {1}).following(1);

    assertThat(door.send(post))
        .isEqualTo(new Answer.Refused("the server redirects the body to another origin"));
    assertThat(there.requests()).isEmpty();
  }

  @Test
  void neverStepsDownFromHttpsToHttp() {
    var request = Request.get(URI.create("https://a.test/"));
    var moved =
        new Answer.Response(
            302, List.of(Map.entry("location", "http://a.test/")), new byte[0], request.url());

    assertThat(Redirect.of(request, moved))
        .isEqualTo(new Redirect.Stop("the server redirects from https to http"));
  }

  @ParameterizedTest(name = "{0} and {1} lead to {2}")
  @CsvSource({
    "http://a.test,          b,                  http://a.test/b",
    "http://a.test,          ?q,                 http://a.test/?q",
    "http://a.test/x/y,      ?q=1,               http://a.test/x/y?q=1",
    "http://a.test/x/y,      z,                  http://a.test/x/z",
    "http://a.test/x/y,      /z w,               http://a.test/z%20w",
    "http://a.test/x/y,      //b.test/z,         http://b.test/z",
    "http://a.test/x/y,      https://b.test:8/z, https://b.test:8/z",
  })
  void readsALocationAsTheStandardSays(URI page, String location, URI expected) {
    assertThat(Location.of(page, location)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'file:///etc/passwd'",
    "'http:\\\\127.0.0.1\\'",
    "'javascript:alert(1)'",
    "'http://'",
    "'http://a b/'",
    "'//user@127.0.0.1/'",
    "'http://127.1/'",
  })
  void refusesALocationThatIsNoPlainWebAddress(String location) {
    moves("/start", 302, location);

    assertThat(door.send(Request.get(here.uri("/start")).following(3)))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void aRedirectWithoutLocationIsAnAnswer() {
    here.on("/start", r -> r.response().setStatusCode(302).end("lost"));

    assertThat(response(door.send(Request.get(here.uri("/start")).following(3))).body())
        .asString()
        .isEqualTo("lost");
  }

  private static Request credentials(Request request) {
    return new Request(
            request.method(),
            request.url(),
            List.of(
                Map.entry("Authorization", "Bearer planted"),
                Map.entry("cookie", "session=planted"),
                Map.entry("X-Api-Key", "planted"),
                Map.entry("Accept", "text/plain")),
            request.body(),
            request.limits(),
            request.redirects(),
            Set.of())
        .secret("User-Agent", "planted");
  }

  private void moves(String path, int status, String location) {
    here.on(
        path, r -> r.response().setStatusCode(status).putHeader("Location", location).end("moved"));
  }

  private static Answer.Response response(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Response.class);
    return (Answer.Response) answer;
  }
}
