package io.wireroom.engine.trigger.auth;

import io.wireroom.engine.workflow.WebhookAuth;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The other side of a scheme, written apart from the product: what a provider sends.
 *
 * @param settings the type and then the properties without their {@code inbound.auth.}, as {@code
 *     name, value …}
 * @param tolerance how far its time may be from now, where it signs one
 */
record Signer(
    String name,
    List<String> settings,
    String signatureHeader,
    Optional<Duration> tolerance,
    Signature signature) {
  static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  static final String OTHER = "C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

  /** The headers that a provider sends, as {@code name, value …}. */
  interface Signature {
    String[] headers(byte[] body, String secret, long time);
  }

  /** As the webhook's settings read. */
  WebhookAuth auth() {
    return Calls.auth(
        settings.getFirst(), settings.subList(1, settings.size()).toArray(String[]::new));
  }

  HookCall call(byte[] body, String secret, Instant time) {
    return Calls.post(body, signature.headers(body, secret, time.getEpochSecond()));
  }

  static List<Signer> all() {
    var fiveMinutes = Optional.of(Duration.ofMinutes(5));
    return List.of(
        new Signer(
            "github",
            settings("github", "connection", "c"),
            "X-Hub-Signature-256",
            Optional.empty(),
            (body, secret, time) ->
                headers("X-Hub-Signature-256", "sha256=" + hex("HmacSHA256", secret, "", body))),
        new Signer(
            "stripe",
            settings("stripe", "connection", "c"),
            "Stripe-Signature",
            fiveMinutes,
            (body, secret, time) ->
                headers(
                    "Stripe-Signature",
                    "t=" + time + ",v1=" + hex("HmacSHA256", secret, time + ".", body))),
        new Signer(
            "slack",
            settings("slack", "connection", "c"),
            "X-Slack-Signature",
            fiveMinutes,
            (body, secret, time) ->
                headers(
                    "X-Slack-Signature",
                    "v0=" + hex("HmacSHA256", secret, "v0:" + time + ":", body),
                    "X-Slack-Request-Timestamp",
                    "" + time)),
        new Signer(
            "standardWebhooks",
            settings("standardWebhooks", "connection", "c"),
            "webhook-signature",
            fiveMinutes,
            (body, secret, time) ->
                headers(
                    "webhook-signature",
                    "v1," + base64("HmacSHA256", key(secret), "msg_1." + time + ".", body),
                    "webhook-id",
                    "msg_1",
                    "webhook-timestamp",
                    "" + time)),
        new Signer(
            "hmac, hexadecimal",
            settings("hmac", "connection", "c", "header", "X-Sig", "prefix", "s="),
            "X-Sig",
            Optional.empty(),
            (body, secret, time) -> headers("X-Sig", "s=" + hex("HmacSHA256", secret, "", body))),
        new Signer(
            "hmac, SHA-512 in Base64, dated",
            settings(
                "hmac",
                "connection",
                "c",
                "header",
                "X-Sig",
                "encoding",
                "base64",
                "algorithm",
                "sha512",
                "timestampHeader",
                "X-Time",
                "tolerance",
                "2m"),
            "X-Sig",
            Optional.of(Duration.ofMinutes(2)),
            (body, secret, time) ->
                headers(
                    "X-Sig",
                    base64("HmacSHA512", utf8(secret), time + ".", body),
                    "X-Time",
                    "" + time)));
  }

  private static List<String> settings(String... words) {
    return List.of(words);
  }

  private static String[] headers(String... pairs) {
    return pairs;
  }

  private static String hex(String algorithm, String secret, String before, byte[] body) {
    return HexFormat.of().formatHex(mac(algorithm, utf8(secret), before, body));
  }

  private static String base64(String algorithm, byte[] key, String before, byte[] body) {
    return Base64.getEncoder().encodeToString(mac(algorithm, key, before, body));
  }

  private static byte[] key(String secret) {
    return Base64.getDecoder().decode(secret);
  }

  private static byte[] mac(String algorithm, byte[] key, String before, byte[] body) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      mac.update(utf8(before));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }
}
