package io.wireroom.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.testkit.model.SigV4Verifier.Signed;
import io.wireroom.testkit.model.SigV4Verifier.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The verifier against signatures that AWS published: its signature test suite (awslabs/aws-c-auth,
 * tests/aws-signing-test-suite/v4) and the example of S3's documentation.
 */
@Tag("unit")
class SigV4VerifierTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String SCOPE = "AKIDEXAMPLE/20150830/us-east-1/service/aws4_request";
  private static final String TOKEN =
      "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSP"
          + "fIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPk"
          + "yQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZb"
          + "qBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

  private final SigV4Verifier verifier =
      new SigV4Verifier(id -> Optional.of(SECRET).filter(s -> id.equals("AKIDEXAMPLE")), true);

  @ParameterizedTest
  @CsvSource({
    "GET, /, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "POST, /, 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    "GET, '/?Param2=value2&Param1=value1',"
        + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    "GET, '/?Param1=value2&Param1=Value1',"
        + " eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1",
  })
  void agreesWithTheSuite(String method, String uri, String signature) {
    assertThat(verifier.verify(signed(method, uri, "host;x-amz-date", signature, Map.of())))
        .isEqualTo(new Verdict.Good("AKIDEXAMPLE", "us-east-1", "service"));
  }

  @Test
  void agreesOnHeadersOfTheCallersOwn() {
    var once =
        signed(
            "POST",
            "/",
            "host;my-header1;x-amz-date",
            "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d",
            Map.of("my-header1", "VALUE1"));
    var joined =
        signed(
            "GET",
            "/",
            "host;my-header1;x-amz-date",
            "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea",
            Map.of("my-header1", "value2,value2,value1"));

    assertThat(verifier.verify(once)).isInstanceOf(Verdict.Good.class);
    assertThat(verifier.verify(joined)).isInstanceOf(Verdict.Good.class);
  }

  @Test
  void agreesOnASessionToken() {
    var request =
        signed(
            "POST",
            "/",
            "host;x-amz-date;x-amz-security-token",
            "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead",
            Map.of("x-amz-security-token", TOKEN));

    assertThat(verifier.verify(request)).isInstanceOf(Verdict.Good.class);
  }

  @Test
  void agreesWithTheExampleOfS3() {
    var secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    var empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    var headers =
        Map.of(
            "host", "examplebucket.s3.amazonaws.com",
            "range", "bytes=0-9",
            "x-amz-content-sha256", empty,
            "x-amz-date", "20130524T000000Z",
            "authorization",
                "AWS4-HMAC-SHA256"
                    + " Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                    + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                    + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");

    assertThat(
            new SigV4Verifier(id -> Optional.of(secret), false)
                .verify(new Signed("GET", "/test.txt", headers, new byte[0])))
        .isEqualTo(new Verdict.Good("AKIAIOSFODNN7EXAMPLE", "us-east-1", "s3"));
  }

  @Test
  void refusesWhatWasChangedOnTheWay() {
    var good = "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b";
    var request = signed("POST", "/", "host;x-amz-date", good, Map.of());
    var body = "{}".getBytes(StandardCharsets.UTF_8);

    assertThat(verifier.verify(new Signed("PUT", "/", request.headers(), new byte[0])))
        .isEqualTo(new Verdict.Bad("the signature does not match"));
    assertThat(verifier.verify(new Signed("POST", "/x", request.headers(), new byte[0])))
        .isEqualTo(new Verdict.Bad("the signature does not match"));
    assertThat(verifier.verify(new Signed("POST", "/", request.headers(), body)))
        .isEqualTo(new Verdict.Bad("the signature does not match"));
    assertThat(
            verifier.verify(
                signed("POST", "/", "host;x-amz-date", good, Map.of("x-amz-target", "other"))))
        .isEqualTo(new Verdict.Bad("not signed: [x-amz-target]"));
    assertThat(
            new SigV4Verifier(id -> Optional.of("another secret"), true)
                .verify(signed("POST", "/", "host;x-amz-date", good, Map.of())))
        .isInstanceOf(Verdict.Bad.class);
    assertThat(new SigV4Verifier(id -> Optional.empty(), true).verify(request))
        .isEqualTo(new Verdict.Bad("no such access key"));
  }

  private static Signed signed(
      String method, String uri, String names, String signature, Map<String, String> more) {
    var headers = new TreeMap<>(more);
    headers.put("host", "example.amazonaws.com");
    headers.put("x-amz-date", "20150830T123600Z");
    headers.put(
        "authorization",
        "AWS4-HMAC-SHA256 Credential=%s, SignedHeaders=%s, Signature=%s"
            .formatted(SCOPE, names, signature));
    return new Signed(method, uri, headers, new byte[0]);
  }
}
