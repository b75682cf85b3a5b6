package io.wireroom.engine.trigger.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.trigger.auth.HookVerdict.Passed;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import io.wireroom.engine.workflow.WebhookAuth;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code jwt}: a signed JSON Web Token as bearer token. The key decides which algorithms count, not
 * the token; it must say when it ends. It proves who calls, not what the body is.
 */
final class JsonWebToken implements Scheme {
  private static final Duration LEEWAY = Duration.ofSeconds(60);

  private final Clock clock;

  JsonWebToken(Clock clock) {
    this.clock = clock;
  }

  @Override
  public HookVerdict verify(HookCall call, WebhookAuth auth, List<Connection> valid) {
    var token = Bearer.token(call);
    if (token.isEmpty()) {
      return refused("No Authorization header with a bearer token.");
    }
    try {
      var jwt = SignedJWT.parse(token.get());
      for (var connection : valid) {
        if (isSigned(jwt, connection)) {
          return fault(jwt.getJWTClaimsSet(), List.of(auth.jwt(), wanted(connection)))
              .map(JsonWebToken::refused)
              .orElseGet(() -> Passed.withholding("authorization"));
        }
      }
      return refused("The token's signature or algorithm does not match the key.");
    } catch (ParseException e) {
      return refused("The bearer token is no signed JSON Web Token.");
    }
  }

  private static boolean isSigned(SignedJWT jwt, Connection connection) {
    for (var verifier : JwtKeys.verifiers(connection, jwt.getHeader().getAlgorithm())) {
      try {
        if (jwt.verify(verifier)) {
          return true;
        }
      } catch (JOSEException e) {
        // why not told: a header that the library refuses is a signature that does not match
      }
    }
    return false;
  }

  /** What the connection wants beside the webhook. */
  private static WebhookAuth.Jwt wanted(Connection connection) {
    return new WebhookAuth.Jwt(
        connection.fields().getOrDefault("issuer", ""),
        connection.fields().getOrDefault("audience", ""));
  }

  private Optional<String> fault(JWTClaimsSet claims, List<WebhookAuth.Jwt> wanted) {
    var now = clock.instant();
    var ends = claims.getExpirationTime();
    var begins = claims.getNotBeforeTime();
    if (ends == null) {
      return Optional.of("The token does not say when it ends (exp).");
    }
    if (!ends.toInstant().plus(LEEWAY).isAfter(now)) {
      return Optional.of("The token has ended.");
    }
    if (begins != null && begins.toInstant().minus(LEEWAY).isAfter(now)) {
      return Optional.of("The token does not count yet.");
    }
    for (var one : wanted) {
      if (!one.issuer().isEmpty() && !one.issuer().equals(claims.getIssuer())) {
        return Optional.of("The token is not from the issuer that is wanted.");
      }
      if (!one.audience().isEmpty() && !claims.getAudience().contains(one.audience())) {
        return Optional.of("The token is not for the audience that is wanted.");
      }
    }
    return Optional.empty();
  }

  private static HookVerdict refused(String reason) {
    return Refused.toldTo(Bearer.SIGN_IN, reason);
  }
}
