package io.wireroom.engine.trigger.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.wireroom.connector.Connections.Connection;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a connection: {@code secret} (shared, at least 32 bytes), {@code publicKey} (PEM) or
 * {@code jwks} (a JSON Web Key Set). What cannot be read is no key.
 */
final class JwtKeys {
  private static final int FEWEST_RSA_BITS = 2_048;

  private JwtKeys() {}

  /** Verifiers of the keys whose type allows the algorithm. */
  static List<JWSVerifier> verifiers(Connection connection, JWSAlgorithm algorithm) {
    var verifiers = new ArrayList<JWSVerifier>();
    var one = List.of(connection);
    Crypto.fields(one, "secret").forEach(secret -> shared(secret).ifPresent(verifiers::add));
    for (var key : publicKeys(one)) {
      verifier(key).ifPresent(verifiers::add);
    }
    return verifiers.stream().filter(v -> v.supportedJWSAlgorithms().contains(algorithm)).toList();
  }

  private static Optional<JWSVerifier> shared(String secret) {
    try {
      return Optional.of(new MACVerifier(Crypto.utf8(secret)));
    } catch (JOSEException e) {
      return Optional.empty(); // why: too short for any of the algorithms
    }
  }

  private static Optional<JWSVerifier> verifier(PublicKey key) {
    try {
      return switch (key) {
        case RSAPublicKey rsa when rsa.getModulus().bitLength() >= FEWEST_RSA_BITS ->
            Optional.of(new RSASSAVerifier(rsa));
        case ECPublicKey ec -> Optional.of(new ECDSAVerifier(ec));
        default -> Optional.empty();
      };
    } catch (JOSEException e) {
      return Optional.empty(); // why: a curve that no algorithm uses
    }
  }

  private static List<PublicKey> publicKeys(List<Connection> one) {
    var keys = new ArrayList<PublicKey>();
    Crypto.fields(one, "publicKey").forEach(pem -> pem(pem).ifPresent(keys::add));
    Crypto.fields(one, "jwks").forEach(set -> keys.addAll(set(set)));
    return keys;
  }

  private static Optional<PublicKey> pem(String pem) {
    var base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
    return Crypto.base64(base64).flatMap(der -> key(der, "RSA").or(() -> key(der, "EC")));
  }

  private static Optional<PublicKey> key(byte[] der, String type) {
    try {
      return Optional.of(KeyFactory.getInstance(type).generatePublic(new X509EncodedKeySpec(der)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static List<PublicKey> set(String json) {
    var keys = new ArrayList<PublicKey>();
    try {
      for (var key : JWKSet.parse(json).getKeys()) {
        switch (key) {
          case RSAKey rsa -> keys.add(rsa.toRSAPublicKey());
          case ECKey ec -> keys.add(ec.toECPublicKey());
          default -> {} // why: a shared key belongs in the field of its own
        }
      }
    } catch (ParseException | JOSEException e) {
      return List.of();
    }
    return keys;
  }
}
