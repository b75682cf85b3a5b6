package io.wireroom.engine.trigger.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.trigger.auth.HookVerdict.Passed;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import io.wireroom.engine.workflow.WebhookAuth;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class JsonWebTokenTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final String SECRET = "a secret of at least thirty-two bytes";
  private static final RSAKey RSA = rsa();
  private static final ECKey EC = ec();

  private static final Connection SHARED = new Connection("jwt", Map.of("secret", SECRET));
  private static final Connection PEM = new Connection("jwt", Map.of("publicKey", pem()));
  private static final Connection SET =
      new Connection("jwt", Map.of("jwks", new JWKSet(List.of(EC.toPublicJWK())).toString()));

  @Test
  void takesTheAlgorithmsOfItsKeyAndNoOther() throws JOSEException {
    var shared = signed(JWSAlgorithm.HS256, new MACSigner(SECRET), claims());
    var rsa = signed(JWSAlgorithm.RS256, new RSASSASigner(RSA), claims());
    var pss = signed(JWSAlgorithm.PS384, new RSASSASigner(RSA), claims());
    var ec = signed(JWSAlgorithm.ES256, new ECDSASigner(EC), claims());

    assertThat(check(SHARED, shared)).isInstanceOf(Passed.class);
    assertThat(check(PEM, rsa)).isInstanceOf(Passed.class);
    assertThat(check(PEM, pss)).isInstanceOf(Passed.class);
    assertThat(check(SET, ec)).isInstanceOf(Passed.class);
    assertThat(check(SHARED, rsa)).isInstanceOf(Refused.class);
    assertThat(check(SET, rsa)).isInstanceOf(Refused.class);
    assertThat(check(PEM, shared)).isInstanceOf(Refused.class);
  }

  @Test
  void refusesATokenOfAnotherKeyOrWithChangedClaims() throws JOSEException {
    var other = new MACSigner("another secret of thirty-two bytes and more");
    var mine = signed(JWSAlgorithm.HS256, new MACSigner(SECRET), claims()).split("\\.");
    var theirs = signed(JWSAlgorithm.HS256, other, claims().subject("admin")).split("\\.");

    assertThat(check(SHARED, String.join(".", theirs))).isInstanceOf(Refused.class);
    assertThat(check(SHARED, mine[0] + "." + theirs[1] + "." + mine[2]))
        .isInstanceOf(Refused.class);
    assertThat(check(SHARED, String.join(".", mine))).isInstanceOf(Passed.class);
  }

  /** The classic: the public key's text as the shared secret. */
  @Test
  void refusesATokenThatIsSignedWithThePublicKeyAsSecret() throws JOSEException {
    for (var text : List.of(pem(), pem().strip())) {
      var forged =
          signed(
              JWSAlgorithm.HS256, new MACSigner(text.getBytes(StandardCharsets.UTF_8)), claims());
      assertThat(check(PEM, forged)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void refusesATokenWithoutASignature() throws JOSEException {
    var signed = signed(JWSAlgorithm.HS256, new MACSigner(SECRET), claims());

    assertThat(check(SHARED, new PlainJWT(claims().build()).serialize()))
        .isInstanceOf(Refused.class);
    assertThat(check(SHARED, signed.substring(0, signed.lastIndexOf('.') + 1)))
        .isInstanceOf(Refused.class);
    assertThat(check(SHARED, "a.b.c")).isInstanceOf(Refused.class);
    assertThat(check(SHARED, "")).isInstanceOf(Refused.class);
  }

  @Test
  void wantsAnEndThatIsNotOverAndABeginningThatIs() {
    assertThat(reason(claims().expirationTime(null))).contains("exp");
    assertThat(reason(claims().expirationTime(Date.from(NOW.minusSeconds(60))))).contains("ended");
    assertThat(reason(claims().expirationTime(Date.from(NOW.minusSeconds(59))))).isEmpty();
    assertThat(reason(claims().notBeforeTime(Date.from(NOW.plusSeconds(61)))))
        .contains("not count");
    assertThat(reason(claims().notBeforeTime(Date.from(NOW.plusSeconds(60))))).isEmpty();
  }

  @Test
  void wantsTheIssuerAndTheAudienceThatAreSet() {
    assertThat(reason(claims().issuer("other"))).contains("issuer");
    assertThat(reason(claims().issuer(null))).contains("issuer");
    assertThat(reason(claims().audience("other"))).contains("audience");
    assertThat(reason(claims().audience(List.of("other", "wireroom")))).isEmpty();
  }

  @Test
  void theConnectionMayWantAnIssuerAndAnAudienceToo() throws JOSEException {
    var token = signed(JWSAlgorithm.HS256, new MACSigner(SECRET), claims());

    for (var field : List.of("issuer", "audience")) {
      var wants = new Connection("jwt", Map.of("secret", SECRET, field, "other"));
      assertThat(check(wants, token)).as(field).isInstanceOf(Refused.class);
    }
  }

  @Test
  void aShortSharedSecretRefusesEverything() throws JOSEException {
    var token = signed(JWSAlgorithm.HS256, new MACSigner(SECRET), claims());

    assertThat(check(new Connection("jwt", Map.of("secret", "short")), token))
        .isInstanceOf(Refused.class);
    assertThat(check(new Connection("jwt", Map.of("publicKey", "no key", "jwks", "{")), token))
        .isInstanceOf(Refused.class);
  }

  private static String reason(JWTClaimsSet.Builder claims) {
    try {
      var token = signed(JWSAlgorithm.HS256, new MACSigner(SECRET), claims);
      return check(SHARED, token) instanceof Refused refused ? refused.reason() : "";
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static HookVerdict check(Connection connection, String token) {
    return Calls.with(NOW, List.of(connection))
        .check(Calls.post("{}", "Authorization", "Bearer " + token), settings());
  }

  private static WebhookAuth settings() {
    return Calls.auth("jwt", "connection", "c", "issuer", "joe", "audience", "wireroom");
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("joe")
        .audience("wireroom")
        .expirationTime(Date.from(NOW.plusSeconds(60)));
  }

  private static String signed(
      JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet.Builder claims) throws JOSEException {
    var jwt = new SignedJWT(new JWSHeader(algorithm), claims.build());
    jwt.sign(signer);
    return jwt.serialize();
  }

  private static String pem() {
    try {
      return "-----BEGIN PUBLIC KEY-----\n"
          + Base64.getMimeEncoder().encodeToString(RSA.toRSAPublicKey().getEncoded())
          + "\n-----END PUBLIC KEY-----\n";
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static RSAKey rsa() {
    try {
      return new RSAKeyGenerator(2048).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static ECKey ec() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
