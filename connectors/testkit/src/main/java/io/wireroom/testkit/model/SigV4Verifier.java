package io.wireroom.testkit.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks AWS Signature Version 4 of a request as a service does, from what came over the wire. It
 * shares no code with any signer.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">
 *     the published steps</a>
 */
public final class SigV4Verifier {
  /** The host's name in HTTP/2. */
  static final String AUTHORITY = ":authority";

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request,"
              + " ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

  private final Function<String, Optional<String>> secrets;
  private final boolean encodesPathTwice;

  /**
   * @param secrets the secret access key, by the access key's id
   * @param encodesPathTwice as all services but S3 do
   */
  public SigV4Verifier(Function<String, Optional<String>> secrets, boolean encodesPathTwice) {
    this.secrets = secrets;
    this.encodesPathTwice = encodesPathTwice;
  }

  /**
   * A request as it came.
   *
   * @param uri path and query as they stood on the request line
   * @param headers by name in lower case, several values of one name joined with a comma
   */
  public record Signed(String method, String uri, Map<String, String> headers, byte[] body) {}

  /** What a service would say. */
  public sealed interface Verdict {
    /** The request is signed by this key for this region and service. */
    record Good(String accessKeyId, String region, String service) implements Verdict {}

    /** The request is refused, for this reason. */
    record Bad(String reason) implements Verdict {}
  }

  public Verdict verify(Signed request) {
    var header = request.headers().getOrDefault("authorization", "");
    var parts = AUTHORIZATION.matcher(header);
    if (!parts.matches()) {
      return new Verdict.Bad("no signature of version 4");
    }
    var secret = secrets.apply(parts.group(1));
    if (secret.isEmpty()) {
      return new Verdict.Bad("no such access key");
    }
    var signed = List.of(parts.group(5).split(";"));
    var unsigned =
        request.headers().keySet().stream()
            .filter(name -> name.equals("host") || name.startsWith("x-amz"))
            .filter(name -> !signed.contains(name))
            .filter(name -> !(name.equals("host") && signed.contains(AUTHORITY)))
            .toList();
    if (!unsigned.isEmpty()) {
      return new Verdict.Bad("not signed: " + unsigned);
    }
    var scope = String.join("/", parts.group(2), parts.group(3), parts.group(4), "aws4_request");
    var key = key(secret.get(), parts.group(2), parts.group(3), parts.group(4));
    var expected = HexFormat.of().formatHex(hmac(key, toSign(request, signed, scope)));
    return expected.equals(parts.group(6))
        ? new Verdict.Good(parts.group(1), parts.group(3), parts.group(4))
        : new Verdict.Bad("the signature does not match");
  }

  private String toSign(Signed request, List<String> signed, String scope) {
    return String.join(
        "\n",
        "AWS4-HMAC-SHA256",
        request.headers().getOrDefault("x-amz-date", ""),
        scope,
        sha256(canonical(request, signed).getBytes(StandardCharsets.UTF_8)));
  }

  private String canonical(Signed request, List<String> signed) {
    int query = request.uri().indexOf('?');
    var path = query < 0 ? request.uri() : request.uri().substring(0, query);
    var headers =
        signed.stream()
            .map(
                name ->
                    name
                        + ":"
                        + request.headers().getOrDefault(name, "").strip().replaceAll(" +", " ")
                        + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        request.method(),
        encodesPathTwice ? encodedAgain(path) : path,
        query < 0 ? "" : sorted(request.uri().substring(query + 1)),
        headers,
        String.join(";", signed),
        payload(request));
  }

  /** The hash that the request names must be the body's own. */
  private static String payload(Signed request) {
    var named = request.headers().getOrDefault("x-amz-content-sha256", "");
    return named.equals("UNSIGNED-PAYLOAD") ? named : sha256(request.body());
  }

  private static String sorted(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.contains("=") ? pair : pair + "=")
        .sorted()
        .collect(Collectors.joining("&"));
  }

  /** Each segment of what is already encoded, so that "%" becomes "%25". */
  private static String encodedAgain(String path) {
    var out = new StringBuilder();
    for (var b : path.getBytes(StandardCharsets.UTF_8)) {
      var c = (char) (b & 0xff);
      if (c < 128 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0)) {
        out.append(c);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }

  private static byte[] key(String secret, String day, String region, String service) {
    var first = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    return hmac(hmac(hmac(hmac(first, day), region), service), "aws4_request");
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
