package io.wireroom.engine.trigger.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.trigger.auth.HookVerdict.Passed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples that the schemes' own documents give. */
@Tag("unit")
class PublishedVectorsTest {
  @Test
  void github() {
    var call =
        Calls.post(
            "Hello, World!",
            "X-Hub-Signature-256",
            "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");

    var verdict =
        Calls.withSecrets(Instant.EPOCH, "It's a Secret to Everybody")
            .check(call, Calls.auth("github", "connection", "c"));

    assertThat(verdict).isInstanceOf(Passed.class);
  }

  @Test
  void slack() {
    var body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text="
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
            + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121."
            + "803a0bc887a14d10d2c447fce8b6703c";
    var call =
        Calls.post(
            body,
            "X-Slack-Request-Timestamp",
            "1531420618",
            "X-Slack-Signature",
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");

    var verdict =
        Calls.withSecrets(Instant.ofEpochSecond(1531420618), "8f742231b10e8888abcd99yyyzzz85a5")
            .check(call, Calls.auth("slack", "connection", "c"));

    assertThat(verdict).isInstanceOf(Passed.class);
  }

  @Test
  void standardWebhooks() {
    var call =
        Calls.post(
            "{\"test\": 2432232314}",
            "webhook-id",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp",
            "1614265330",
            "webhook-signature",
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    var verdict =
        Calls.withSecrets(
                Instant.ofEpochSecond(1614265330), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            .check(call, Calls.auth("standardWebhooks", "connection", "c"));

    assertThat(verdict).isInstanceOf(Passed.class);
  }

  /** The construction that Stripe documents, computed with openssl. */
  @Test
  void stripe() {
    var call =
        Calls.post(
            "{\"id\":\"evt_1\",\"object\":\"event\"}",
            "Stripe-Signature",
            "t=1492774577,v1=654b43d3508ecadb3f8cefc4bc7d3d2bdc5ba9e03bf2c89b2d0657a8e24e4543,"
                + "v0=6ffbb59b2300aae63f272406069a9788598b792a944a07aba816edb039989a39");

    var verdict =
        Calls.withSecrets(Instant.ofEpochSecond(1492774577), "whsec_test_secret")
            .check(call, Calls.auth("stripe", "connection", "c"));

    assertThat(verdict).isInstanceOf(Passed.class);
  }

  /** RFC 7515, appendix A.3; its claims end in 2011. */
  @Test
  void es256OfJsonWebSignature() {
    var token =
        "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
            + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDx"
            + "w5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
    var keys =
        """
        {"keys": [{"kty": "EC", "crv": "P-256",
          "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
          "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}
        """;
    var auth = Calls.auth("jwt", "connection", "c", "issuer", "joe");
    var call = Calls.post("{}", "Authorization", "Bearer " + token);
    var connection = new Connection("jwt", Map.of("jwks", keys));

    assertThat(Calls.with(Instant.ofEpochSecond(1300819379), List.of(connection)).check(call, auth))
        .isInstanceOf(Passed.class);
    assertThat(Calls.with(Instant.ofEpochSecond(1300819440), List.of(connection)).check(call, auth))
        .isInstanceOf(HookVerdict.Refused.class);
  }
}
