package io.wireroom.engine.connections;

import static io.wireroom.engine.connections.CredentialField.open;
import static io.wireroom.engine.connections.CredentialField.secret;

import io.wireroom.engine.connections.ConnectionType.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The types of credentials that there are, in the order in which people see them. */
final class ConnectionTypes {
  private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
  private static final Set<String> FRAMING =
      Set.of("connection", "content-length", "host", "te", "trailer", "transfer-encoding");

  static final List<ConnectionType> ALL =
      List.of(
          new ConnectionType(
              "webhook-secret",
              "Webhook secret",
              "What the sender of a webhook signs with, or sends as its password.",
              true,
              false,
              List.of(
                  secret(
                      "secret",
                      "Secret",
                      8,
                      "As the sender shows it; a secret of Standard Webhooks begins with whsec_."),
                  secret("verifyToken", "Verify token", 4, "For senders that ask for one by GET.")
                      .optional()),
              values -> KeyForms.standardWebhooks(values.getOrDefault("secret", ""))),
          new ConnectionType(
              "basic",
              "User and password",
              "HTTP Basic, for calls and for webhooks.",
              true,
              true,
              List.of(
                  open("user", "User", "A colon is not allowed.").checked(ConnectionTypes::user),
                  secret("password", "Password", 4, "At least 4 characters.")),
              values -> List.of()),
          new ConnectionType(
              "api-key",
              "API key",
              "A value in a header, for calls and for webhooks.",
              true,
              true,
              List.of(
                  open("header", "Header", "Such as X-Api-Key.").checked(ConnectionTypes::header),
                  secret("value", "Value", 8, "At least 8 characters.")),
              values -> List.of()),
          new ConnectionType(
              "bearer",
              "Bearer token",
              "Sent as Authorization: Bearer …, for calls, models and webhooks.",
              true,
              true,
              List.of(secret("token", "Token", 8, "Without the word Bearer.")),
              values -> List.of()),
          new ConnectionType(
              "jwt",
              "JWT verification",
              "What a webhook checks the signature of a JSON Web Token with; give one of the three.",
              true,
              false,
              List.of(
                  secret("secret", "Secret", 32, "For HS256; at least 32 characters.").optional(),
                  open("publicKey", "Public key", "PEM, for RS256 and ES256.")
                      .checked(KeyForms::pem)
                      .optional(),
                  open("jwks", "Key set", "JSON, as the issuer publishes it.")
                      .checked(KeyForms::jwks)
                      .optional(),
                  open("issuer", "Issuer", "When given, iss must be this.").optional(),
                  open("audience", "Audience", "When given, aud must contain this.").optional()),
              ConnectionTypes::oneKey),
          new ConnectionType(
              "aws",
              "AWS access key",
              "For model routes on AWS.",
              true,
              false,
              List.of(
                  secret("accessKeyId", "Access key ID", 16, "Begins with AKIA or ASIA."),
                  secret("secretAccessKey", "Secret access key", 16, "40 characters."),
                  secret("sessionToken", "Session token", 16, "For temporary keys.").optional(),
                  open("region", "Region", "Such as eu-central-1.")
                      .checked(ConnectionTypes::region),
                  open("roleArn", "Role", "The ARN of a role to take on.")
                      .checked(ConnectionTypes::role)
                      .optional()),
              values -> List.of()));

  private ConnectionTypes() {}

  static Optional<ConnectionType> find(String type) {
    return ALL.stream().filter(t -> t.type().equals(type)).findFirst();
  }

  private static Optional<String> user(String value) {
    return value.contains(":")
        ? Optional.of("HTTP Basic allows no colon in a user name.")
        : CredentialField.oneLine(value);
  }

  private static Optional<String> header(String value) {
    var usable =
        HEADER.matcher(value).matches() && !FRAMING.contains(value.toLowerCase(Locale.ROOT));
    return usable
        ? Optional.empty()
        : Optional.of("This is no header that can be set; use letters, digits and dashes.");
  }

  private static Optional<String> region(String value) {
    return value.matches("[a-z]{2}(-[a-z]+)+-[0-9]{1,2}")
        ? Optional.empty()
        : Optional.of("This is no region, such as eu-central-1.");
  }

  private static Optional<String> role(String value) {
    return value.matches("arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,512}")
        ? Optional.empty()
        : Optional.of("This is no role, such as arn:aws:iam::123456789012:role/name.");
  }

  // why exactly one: a token must not choose which of two keys it is checked with
  private static List<Fault> oneKey(Map<String, String> values) {
    var given =
        List.of("secret", "publicKey", "jwks").stream()
            .filter(name -> !values.getOrDefault(name, "").isBlank())
            .count();
    return given == 1
        ? List.of()
        : List.of(new Fault("secret", "Give exactly one of secret, public key and key set."));
  }
}
