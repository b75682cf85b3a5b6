package io.wireroom.engine.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may call a webhook, as it is drawn: {@code inbound.auth.…}.
 *
 * @param connection the stored secret's name; empty when none is named
 * @param query the query parameter that holds an API key; empty when a header does
 */
public record WebhookAuth(
    AuthKind kind, String connection, Challenge challenge, String query, Hmac hmac, Jwt jwt) {
  private static final Set<String> SETTINGS =
      Set.of(
          "inbound.auth.type",
          "inbound.auth.connection",
          "inbound.auth.challenge",
          "inbound.auth.query",
          "inbound.auth.header",
          "inbound.auth.prefix",
          "inbound.auth.encoding",
          "inbound.auth.algorithm",
          "inbound.auth.timestampHeader",
          "inbound.auth.tolerance",
          "inbound.auth.signed",
          "inbound.auth.issuer",
          "inbound.auth.audience");

  private static final Duration LONGEST = Duration.ofMinutes(60);

  /** What the provider sends to see whether the address is ours. */
  public enum Challenge {
    NONE,
    /** {@code hub.mode=subscribe&hub.verify_token=…&hub.challenge=…}. */
    META,
    /** {@code challenge=…}. */
    DROPBOX
  }

  /**
   * A signature in a header.
   *
   * @param prefix what stands before the signature, such as {@code sha256=}
   * @param base64 in Base64 rather than in hexadecimal digits
   * @param algorithm as the JDK calls it
   * @param timestampHeader seconds since 1970; empty when the scheme has none
   * @param signed what is signed: {@code {timestamp}} and {@code {body}} stand for themselves
   */
  public record Hmac(
      String header,
      String prefix,
      boolean base64,
      String algorithm,
      String timestampHeader,
      Duration tolerance,
      String signed) {}

  /** What a JSON Web Token must say; empty when it need not. */
  public record Jwt(String issuer, String audience) {}

  /** Whether no request passes without a stored secret. */
  public boolean needsConnection() {
    return kind.needsConnection() || challenge == Challenge.META;
  }

  static WebhookAuth of(InboundProperties properties) {
    var before = properties.faults().size();
    properties.refuseOthers(InboundProperties.AUTH, SETTINGS);
    var word =
        properties.choice(
            "inbound.auth.type", "The webhook's way to sign in", "none", AuthKind.words());
    var challenge =
        properties.choice(
            "inbound.auth.challenge",
            "The webhook's address check",
            "none",
            List.of("none", "meta", "dropbox"));
    var connection = properties.text("inbound.auth.connection");
    if (!connection.matches("[A-Za-z0-9_-]{0,100}")) {
      properties.fault("A connection's name has letters, digits, dashes and underscores only.");
    }
    var kind = AuthKind.of(word).orElse(AuthKind.UNKNOWN);
    var hmac = hmac(properties, kind);
    // why: half-understood settings must not let anybody in
    var understood = properties.faults().size() == before;
    return new WebhookAuth(
        understood ? kind : AuthKind.UNKNOWN,
        connection,
        Challenge.valueOf(challenge.toUpperCase(Locale.ROOT)),
        properties.text("inbound.auth.query"),
        hmac,
        new Jwt(properties.text("inbound.auth.issuer"), properties.text("inbound.auth.audience")));
  }

  private static Hmac hmac(InboundProperties properties, AuthKind kind) {
    var header = properties.header("inbound.auth.header", "The signature's or key's header");
    if (kind == AuthKind.HMAC && header.isEmpty()) {
      properties.fault("Name the header that holds the signature, such as X-Signature.");
    }
    var encoding =
        properties.choice(
            "inbound.auth.encoding", "The signature's form", "hex", List.of("hex", "base64"));
    var algorithm =
        properties.choice(
            "inbound.auth.algorithm",
            "The signature's algorithm",
            "sha256",
            List.of("sha256", "sha512"));
    var timestamp = properties.header("inbound.auth.timestampHeader", "The time's header");
    return new Hmac(
        header,
        properties.text("inbound.auth.prefix"),
        encoding.equals("base64"),
        algorithm.equals("sha512") ? "HmacSHA512" : "HmacSHA256",
        timestamp,
        properties.duration(
            "inbound.auth.tolerance", "The signature's age", Duration.ofMinutes(5), LONGEST),
        signed(properties, !timestamp.isEmpty()));
  }

  /** why: a time that is not signed can be set by whoever repeats the request. */
  private static String signed(InboundProperties properties, boolean dated) {
    var signed = properties.text("inbound.auth.signed", dated ? "{timestamp}.{body}" : "{body}");
    if (count(signed, "{body}") != 1 || count(signed, "{timestamp}") != (dated ? 1 : 0)) {
      properties.fault(
          "What is signed must name {body} once, and {timestamp} once if the time has a header,"
              + " and not otherwise.");
    }
    return signed;
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
