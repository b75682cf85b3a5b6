package io.wireroom.engine.trigger.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.trigger.auth.HookVerdict.Challenge;
import io.wireroom.engine.trigger.auth.HookVerdict.Passed;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class AddressCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final String SLACK_CHECK =
      "{\"token\":\"t\",\"challenge\":\"3eZbrw1aB1\",\"type\":\"url_verification\"}";

  @Test
  void metaGetsItsChallengeBackWhenItKnowsTheToken() {
    assertThat(meta("hub.verify_token", "v", "hub.mode", "subscribe", "hub.challenge", "1158201"))
        .isEqualTo(new Challenge(200, "text/plain; charset=utf-8", "1158201"));
  }

  @Test
  void metaGetsNothingOtherwise() {
    refused(meta("hub.verify_token", "w", "hub.mode", "subscribe", "hub.challenge", "1"));
    refused(meta("hub.verify_token", "", "hub.mode", "subscribe", "hub.challenge", "1"));
    refused(meta("hub.mode", "subscribe", "hub.challenge", "1"));
    refused(meta("hub.verify_token", "v", "hub.mode", "denied", "hub.challenge", "1"));
    refused(meta("hub.verify_token", "v", "hub.mode", "subscribe"));
    refused(
        meta(
            "hub.verify_token",
            "v",
            "hub.mode",
            "subscribe",
            "hub.challenge",
            "<script>x</script>"));
    refused(
        meta(
            "hub.verify_token",
            "v",
            "hub.verify_token",
            "v",
            "hub.mode",
            "subscribe",
            "hub.challenge",
            "1"));
    refused(meta("key", "value"));
  }

  @Test
  void metaGetsNothingWhenTheConnectionHasNoTokenForIt() {
    var auth = Calls.withSecrets(NOW, "only a secret");

    refused(
        auth.check(
            Calls.get("hub.verify_token", "", "hub.mode", "subscribe", "hub.challenge", "1"),
            Calls.auth("github", "connection", "c", "challenge", "meta")));
  }

  private static HookVerdict meta(String... query) {
    var connection = new Connection("webhook-secret", Map.of("secret", "s", "verifyToken", "v"));
    return Calls.with(NOW, List.of(connection))
        .check(Calls.get(query), Calls.auth("github", "connection", "c", "challenge", "meta"));
  }

  @Test
  void aChallengeIsGivenBackOnlyWhereTheWebhookSaysSo() {
    var auth = Calls.withSecrets(NOW, "s");
    var open = Calls.auth("hmac", "header", "X-Sig", "connection", "c", "challenge", "dropbox");
    var shut = Calls.auth("hmac", "header", "X-Sig", "connection", "c");

    assertThat(auth.check(Calls.get("challenge", "abc-1_2"), open))
        .isEqualTo(new Challenge(200, "text/plain; charset=utf-8", "abc-1_2"));
    refused(auth.check(Calls.get("challenge", "<b>"), open));
    refused(auth.check(Calls.get("challenge", "a", "challenge", "b"), open));
    refused(auth.check(Calls.get("challenge", "x".repeat(257)), open));
    refused(auth.check(Calls.get("challenge", "abc"), shut));
    refused(auth.check(Calls.get(), open));
  }

  @Test
  void slacksQuestionIsAnsweredOnceItsSignatureIsVerified() {
    var signer = Signer.all().get(2);
    var body = SLACK_CHECK.getBytes(StandardCharsets.UTF_8);

    assertThat(
            Calls.withSecrets(NOW, Signer.SECRET)
                .check(signer.call(body, Signer.SECRET, NOW), signer.auth()))
        .isEqualTo(new Challenge(200, "text/plain; charset=utf-8", "3eZbrw1aB1"));
    refused(
        Calls.withSecrets(NOW, Signer.SECRET)
            .check(signer.call(body, Signer.OTHER, NOW), signer.auth()));
    var markup = SLACK_CHECK.replace("3eZbrw1aB1", "<img>").getBytes(StandardCharsets.UTF_8);
    refused(
        Calls.withSecrets(NOW, Signer.SECRET)
            .check(signer.call(markup, Signer.SECRET, NOW), signer.auth()));
    assertThat(
            Calls.withSecrets(NOW, Signer.SECRET)
                .check(signer.call(new byte[] {'{'}, Signer.SECRET, NOW), signer.auth()))
        .isInstanceOf(Passed.class);
  }

  private static void refused(HookVerdict verdict) {
    assertThat(verdict).isInstanceOf(Refused.class);
  }
}
