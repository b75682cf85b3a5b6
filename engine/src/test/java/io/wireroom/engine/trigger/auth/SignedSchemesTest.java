package io.wireroom.engine.trigger.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wireroom.engine.trigger.auth.HookVerdict.Passed;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One suite for every scheme that signs the body. */
@Tag("unit")
class SignedSchemesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final byte[] BODY =
      "{\"name\": \"Ada\"}\u00a0\u0000".getBytes(StandardCharsets.UTF_8);

  static List<Signer> signers() {
    return Signer.all();
  }

  @ParameterizedTest
  @MethodSource("signers")
  void acceptsWhatIsSignedAndWithholdsTheSignature(Signer signer) {
    var call = signer.call(BODY, Signer.SECRET, NOW);

    assertThat(Calls.withSecrets(NOW, Signer.SECRET).check(call, signer.auth()))
        .isInstanceOfSatisfying(
            Passed.class,
            passed ->
                assertThat(passed.withheldHeaders())
                    .contains(signer.signatureHeader().toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @MethodSource("signers")
  void acceptsBothSecretsWhileARotationLasts(Signer signer) {
    var auth = Calls.withSecrets(NOW, Signer.OTHER, Signer.SECRET);

    assertPassed(auth.check(signer.call(BODY, Signer.OTHER, NOW), signer.auth()));
    assertPassed(auth.check(signer.call(BODY, Signer.SECRET, NOW), signer.auth()));
  }

  @ParameterizedTest
  @MethodSource("signers")
  void refusesAnotherSecretsSignature(Signer signer) {
    assertRefused(
        Calls.withSecrets(NOW, Signer.OTHER)
            .check(signer.call(BODY, Signer.SECRET, NOW), signer.auth()));
  }

  @ParameterizedTest
  @MethodSource("signers")
  void refusesABodyInWhichAnySingleBitIsChanged(Signer signer) {
    var auth = Calls.withSecrets(NOW, Signer.SECRET);
    var headers = signer.signature().headers(BODY, Signer.SECRET, NOW.getEpochSecond());

    for (int bit = 0; bit < BODY.length * 8; bit++) {
      var changed = BODY.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertRefused(auth.check(Calls.post(changed, headers), signer.auth()));
    }
    assertRefused(auth.check(Calls.post(new byte[0], headers), signer.auth()));
  }

  @ParameterizedTest
  @MethodSource("signers")
  void refusesASignatureInWhichAnyCharacterIsChanged(Signer signer) {
    var auth = Calls.withSecrets(NOW, Signer.SECRET);
    var headers = signer.signature().headers(BODY, Signer.SECRET, NOW.getEpochSecond());
    var signature = headers[1];

    for (int i = 0; i < signature.length(); i++) {
      headers[1] = signature.substring(0, i) + "~" + signature.substring(i + 1);
      assertRefused(auth.check(Calls.post(BODY, headers), signer.auth()));
    }
    for (int i = 0; i < signature.length() - "==".length(); i++) {
      headers[1] = signature.substring(0, i);
      assertRefused(auth.check(Calls.post(BODY, headers), signer.auth()));
    }
  }

  /** Signed again for its own time: an old signature would be refused for another reason. */
  @ParameterizedTest
  @MethodSource("signers")
  void refusesARequestThatIsTooOldOrTooNewAlthoughItsSignatureIsRight(Signer signer) {
    assumeThat(signer.tolerance()).isPresent();
    var tolerance = signer.tolerance().orElseThrow();
    var auth = Calls.withSecrets(NOW, Signer.SECRET);

    for (var edge : List.of(NOW.minus(tolerance), NOW.plus(tolerance))) {
      assertPassed(auth.check(signer.call(BODY, Signer.SECRET, edge), signer.auth()));
    }
    for (var beyond :
        List.of(NOW.minus(tolerance).minusSeconds(1), NOW.plus(tolerance).plusSeconds(1))) {
      assertThat(auth.check(signer.call(BODY, Signer.SECRET, beyond), signer.auth()))
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.reason()).contains("from now"));
    }
  }

  @ParameterizedTest
  @MethodSource("signers")
  void refusesEverythingWithoutASecret(Signer signer) {
    for (var secret : List.of("", " ", "\t")) {
      assertRefused(
          Calls.withSecrets(NOW, secret)
              .check(signer.call(BODY, Signer.SECRET, NOW), signer.auth()));
    }
    assertRefused(
        Calls.withSecrets(NOW).check(signer.call(BODY, Signer.SECRET, NOW), signer.auth()));
  }

  @ParameterizedTest
  @MethodSource("signers")
  void refusesTwoSignatureHeaders(Signer signer) {
    var call = signer.call(BODY, Signer.SECRET, NOW);
    call.headers().add(signer.signatureHeader(), call.headers().get(signer.signatureHeader()));

    assertRefused(Calls.withSecrets(NOW, Signer.SECRET).check(call, signer.auth()));
  }

  @ParameterizedTest
  @MethodSource("signers")
  void refusesWithoutASignature(Signer signer) {
    for (var header : List.of("", "=", "v1,", "v0=", "sha256=", "t=,v1=", "null", "\u00e9")) {
      assertRefused(
          Calls.withSecrets(NOW, Signer.SECRET)
              .check(Calls.post(BODY, signer.signatureHeader(), header), signer.auth()));
    }
    assertRefused(Calls.withSecrets(NOW, Signer.SECRET).check(Calls.post(BODY), signer.auth()));
  }

  @ParameterizedTest
  @MethodSource("signers")
  void refusesWhitespaceInsideASignature(Signer signer) {
    var call = signer.call(BODY, Signer.SECRET, NOW);
    var signature = call.header(signer.signatureHeader()).orElseThrow();
    var middle = signature.length() - 10;
    call.headers()
        .set(
            signer.signatureHeader(),
            signature.substring(0, middle) + " " + signature.substring(middle));

    assertRefused(Calls.withSecrets(NOW, Signer.SECRET).check(call, signer.auth()));
  }

  private static void assertPassed(HookVerdict verdict) {
    assertThat(verdict).isInstanceOf(Passed.class);
  }

  private static void assertRefused(HookVerdict verdict) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(401);
              assertThat(refused.message()).isEqualTo("The request could not be verified.");
            });
  }
}
