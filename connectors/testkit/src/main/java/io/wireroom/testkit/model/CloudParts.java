package io.wireroom.testkit.model;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What stands around the models: signatures, S3, STS and endpoints that answer into a bucket. */
final class CloudParts {
  /** The keys that STS gives for a role. */
  static final String ROLE_KEY = "ASIASCRIPTED0002";

  private static final String ROLE_SECRET = "Role+Secret/Key4711SentinelXYZ0123456789ab";
  private static final String ROLE_TOKEN = "role-session-token-4711";

  private final Map<String, Buffer> files;

  CloudParts(Map<String, Buffer> files) {
    this.files = files;
  }

  static boolean guarded(String path) {
    return !path.endsWith("/chat/completions");
  }

  SigV4Verifier.Verdict verdict(
      String method, String uri, Map<String, String> headers, byte[] body) {
    if (("Bearer " + ScriptedModelServer.BEARER).equals(headers.get("authorization"))) {
      return new SigV4Verifier.Verdict.Good("bearer", "", "");
    }
    var s3 = headers.getOrDefault("authorization", "").contains("/s3/aws4_request");
    if (headers.getOrDefault("authorization", "").contains(ROLE_KEY)
        && !ROLE_TOKEN.equals(headers.get("x-amz-security-token"))) {
      return new SigV4Verifier.Verdict.Bad("the session token is missing");
    }
    return new SigV4Verifier(CloudParts::secret, !s3)
        .verify(new SigV4Verifier.Signed(method, uri, headers, body));
  }

  private static Optional<String> secret(String id) {
    return switch (id) {
      case ScriptedModelServer.ACCESS_KEY -> Optional.of(ScriptedModelServer.SECRET_KEY);
      case ROLE_KEY -> Optional.of(ROLE_SECRET);
      default -> Optional.empty();
    };
  }

  /** Answers what is no model; false when it is one. */
  boolean handled(HttpServerRequest request, String path, Buffer body) {
    var response = request.response();
    if (path.equals("/") && body.toString(StandardCharsets.UTF_8).contains("Action=AssumeRole")) {
      response.putHeader("Content-Type", "text/xml").end(role());
      return true;
    }
    if (path.endsWith("/async-invocations")) {
      response
          .putHeader("X-Amzn-SageMaker-OutputLocation", "s3://answers/out/1.out")
          .putHeader("X-Amzn-SageMaker-FailureLocation", "s3://answers/failure/1.out")
          .putHeader("Content-Type", "application/json")
          .setStatusCode(202)
          .end("{\"InferenceId\": \"1\"}");
      return true;
    }
    if (path.startsWith("/answers/") || path.startsWith("/questions/")) {
      file(request, path.substring(1), body);
      return true;
    }
    return false;
  }

  private void file(HttpServerRequest request, String place, Buffer body) {
    var response = request.response();
    if (request.method().name().equals("PUT")) {
      files.put(place, body);
      response.putHeader("ETag", "\"1\"").end();
      return;
    }
    var content = files.get(place);
    if (content == null) {
      response
          .putHeader("Content-Type", "application/xml")
          .setStatusCode(404)
          .end("<Error><Code>NoSuchKey</Code><Message>no such key</Message></Error>");
    } else {
      response.end(content);
    }
  }

  private static String role() {
    return """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
        <Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>
        <SessionToken>%s</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>
        <AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/r/wireroom</Arn>
        <AssumedRoleId>A:wireroom</AssumedRoleId></AssumedRoleUser>
        </AssumeRoleResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>
        </AssumeRoleResponse>"""
        .formatted(ROLE_KEY, ROLE_SECRET, ROLE_TOKEN);
  }
}
