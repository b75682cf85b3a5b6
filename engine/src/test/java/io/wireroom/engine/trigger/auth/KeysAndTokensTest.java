package io.wireroom.engine.trigger.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.trigger.auth.HookVerdict.Passed;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class KeysAndTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  @Test
  void noneTakesThisMachinesOwnProgramsOnly() {
    assertThat(none()).isInstanceOf(Passed.class);
    assertThat(none("X-Forwarded-For", "203.0.113.9")).isInstanceOf(Refused.class);
    assertThat(none("Forwarded", "for=203.0.113.9")).isInstanceOf(Refused.class);
    assertThat(none("Origin", "https://elsewhere.example")).isInstanceOf(Refused.class);
    assertThat(none("Origin", "http://127.0.0.1:8080")).isInstanceOf(Passed.class);
    assertThat(none("Sec-Fetch-Site", "cross-site")).isInstanceOf(Refused.class);
    assertThat(none("User-Agent", "Wireroom")).isInstanceOf(Refused.class);
    var remote =
        new HookCall(
            "POST",
            MultiMap.caseInsensitiveMultiMap(),
            MultiMap.caseInsensitiveMultiMap(),
            new byte[0],
            false,
            "http://192.0.2.1");
    assertThat(with().check(remote, Calls.auth("none"))).isInstanceOf(Refused.class);
  }

  private static HookVerdict none(String... headers) {
    return with().check(Calls.post("{}", headers), Calls.auth("none"));
  }

  @Test
  void basicKnowsBothPasswordsOfARotation() {
    var auth =
        with(
            new Connection("basic", Map.of("user", "ada", "password", "n\u00ebw")),
            new Connection("basic", Map.of("user", "ada", "password", "old")));

    assertThat(basic(auth, "ada:n\u00ebw")).isInstanceOf(Passed.class);
    assertThat(basic(auth, "ada:old")).isInstanceOf(Passed.class);
    for (var wrong : List.of("ada:", "ada:ol", "ada:oldd", ":old", "bob:old", "ada", "", ":")) {
      assertThat(basic(auth, wrong)).as(wrong).isInstanceOf(Refused.class);
    }
  }

  @Test
  void basicRefusesAnEmptyPasswordAlsoWhenItIsStored() {
    var auth = with(new Connection("basic", Map.of("user", "ada", "password", "")));

    assertThat(basic(auth, "ada:")).isInstanceOf(Refused.class);
  }

  private static HookVerdict basic(HookAuth auth, String credentials) {
    var encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return auth.check(
        Calls.post("{}", "Authorization", "Basic " + encoded),
        Calls.auth("basic", "connection", "c"));
  }

  @Test
  void anApiKeyStandsInTheHeaderThatTheConnectionNames() {
    var auth = with(new Connection("api-key", Map.of("header", "X-Key", "value", "k1")));
    var settings = Calls.auth("apiKey", "connection", "c");

    assertThat(auth.check(Calls.post("", "x-key", "k1"), settings))
        .isEqualTo(new Passed(Set.of("x-key"), Set.of()));
    assertThat(auth.check(Calls.post("", "x-key", "k2"), settings)).isInstanceOf(Refused.class);
    assertThat(auth.check(Calls.post("", "x-key", ""), settings)).isInstanceOf(Refused.class);
    assertThat(auth.check(Calls.post("", "X-API-Key", "k1"), settings)).isInstanceOf(Refused.class);
    assertThat(auth.check(Calls.post("", "x-key", "k1", "x-key", "k1"), settings))
        .isInstanceOf(Refused.class);
  }

  @Test
  void anApiKeyInTheAddressIsWithheldFromTheQuery() {
    var auth = with(new Connection("api-key", Map.of("value", "k1")));
    var settings = Calls.auth("apiKey", "connection", "c", "query", "key");

    assertThat(auth.check(Calls.get("key", "k1"), settings))
        .isEqualTo(new Passed(Set.of(), Set.of("key")));
    assertThat(auth.check(Calls.get("KEY", "k1"), settings)).isInstanceOf(Refused.class);
    assertThat(auth.check(Calls.get("key", "k1", "key", "k1"), settings))
        .isInstanceOf(Refused.class);
    assertThat(auth.check(Calls.post("", "X-API-Key", "k1"), settings)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer null", "Bearer undefined", "authors"})
  void bearerTrustsNoEmptyToken(String header) {
    assertThat(bearer(header)).isInstanceOf(Refused.class);
  }

  @Test
  void bearerTakesAnApiTokenWhoseRoleMayStartRuns() {
    assertThat(bearer("Bearer authors")).isInstanceOf(Passed.class);
    assertThat(bearer("bearer authors")).isInstanceOf(Passed.class);
    assertThat(bearer("Bearer viewers"))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.status()).isEqualTo(403));
  }

  private static HookVerdict bearer(String header) {
    return with().check(Calls.post("", "Authorization", header), Calls.auth("bearer"));
  }

  @Test
  void bearerWithAConnectionTakesItsTokenAndNoApiToken() {
    var auth = with(new Connection("bearer", Map.of("token", "t1")));
    var settings = Calls.auth("bearer", "connection", "c");

    assertThat(auth.check(Calls.post("", "Authorization", "Bearer t1"), settings))
        .isInstanceOf(Passed.class);
    assertThat(auth.check(Calls.post("", "Authorization", "Bearer authors"), settings))
        .isInstanceOf(Refused.class);
    assertThat(with().check(Calls.post("", "Authorization", "Bearer authors"), settings))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aConnectionThatIsGoneRefusesEverythingWhateverTheKind() {
    for (var type : List.of("none", "bearer", "basic", "apiKey", "jwt", "github", "slack")) {
      assertThat(
              with(new Connection("bearer", Map.of("token", "t1")))
                  .check(
                      Calls.post("{}", "Authorization", "Bearer t1"),
                      Calls.auth(type, "connection", "gone")))
          .as(type)
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    for (var type : List.of("magic", "None", "GITHUB", "unknown")) {
      assertThat(with().check(Calls.post("{}"), Calls.auth(type)))
          .as(type)
          .isInstanceOf(Refused.class);
    }
    assertThat(with().check(Calls.post("{}"), Calls.auth("none", "challenge", "twitter")))
        .isInstanceOf(Refused.class);
  }

  private static HookAuth with(Connection... valid) {
    return Calls.with(NOW, List.of(valid));
  }
}
