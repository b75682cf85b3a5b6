package io.wireroom.models.endpoint.aws;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Failure;
import io.wireroom.models.endpoint.JsonText;
import io.wireroom.models.endpoint.Turn;
import io.wireroom.models.endpoint.openai.HttpTrouble;
import io.wireroom.net.ForbiddenAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;

/** What an error of the SDK means for the request. */
final class AwsTrouble {
  private AwsTrouble() {}

  /** Before any content came. */
  static Turn of(Throwable cause, ApiKey key) {
    var forbidden = forbidden(cause);
    if (forbidden.isPresent()) {
      return Turn.failed(Cause.BAD_REQUEST, "its address is not allowed: " + forbidden.get());
    }
    if (cause instanceof AwsServiceException service) {
      return service(service, key);
    }
    var message = key.mask(String.valueOf(cause.getMessage()));
    return Turn.failed(
        message.contains("credentials") || message.contains("profile")
            ? Cause.AUTH
            : Cause.TRANSIENT,
        JsonText.shown(message));
  }

  private static Turn service(AwsServiceException e, ApiKey key) {
    var said = JsonText.shown(key.mask(said(e)));
    var lower = said.toLowerCase(Locale.ROOT);
    var after = after(e);
    return switch (code(e)) {
      case "throttling", "throttled", "toomanyrequests", "requestlimitexceeded" ->
          failed(Cause.THROTTLED, said, after);
      case "servicequotaexceeded" -> failed(Cause.QUOTA, said, after);
      case "modelnotready" -> failed(Cause.WARMING, said, after);
      case "modeltimeout", "modelerror", "modelstreamerror" -> model(e, said, lower, after);
      case "serviceunavailable",
          "internalserver",
          "internalfailure",
          "internaldependency",
          "internalstreamfailure" ->
          failed(Cause.TRANSIENT, said, after);
      case "validation", "validationerror", "conflict" -> wrong(said, lower);
      case "accessdenied",
          "unrecognizedclient",
          "invalidsignature",
          "signaturedoesnotmatch",
          "incompletesignature",
          "expiredtoken",
          "invalidclienttokenid",
          "missingauthenticationtoken" ->
          failed(Cause.AUTH, "it does not accept the credential (" + said + ")", after);
      case "resourcenotfound" ->
          failed(Cause.BAD_REQUEST, "there is no such model or endpoint (" + said + ")", after);
      default -> HttpTrouble.of(e.statusCode(), said, after);
    };
  }

  /** A container behind SageMaker may only be busy: what it said to SageMaker tells. */
  private static Turn model(AwsServiceException e, String said, String lower, Duration after) {
    if (e instanceof ModelErrorException model && model.originalStatusCode() != null) {
      var inner =
          HttpTrouble.of(
              model.originalStatusCode(),
              JsonText.shown(String.valueOf(model.originalMessage())),
              after);
      return switch (model.originalStatusCode()) {
        case 400, 413, 422, 429, 503 -> inner;
        default -> failed(Cause.MODEL_ERROR, said, after);
      };
    }
    return HttpTrouble.tooLong(lower)
        ? failed(Cause.TOO_LONG, said, after)
        : failed(Cause.MODEL_ERROR, said, after);
  }

  private static Turn wrong(String said, String lower) {
    return HttpTrouble.tooLong(lower)
        ? failed(Cause.TOO_LONG, said, Duration.ZERO)
        : new Turn.NotUnderstood(
            lower,
            new EndpointResult.Failed(
                Cause.BAD_REQUEST, "it does not take the request (" + said + ")"));
  }

  /** {@code throttlingException} and {@code ThrottlingException:http://…} as {@code throttling}. */
  private static String code(AwsServiceException e) {
    var details = e.awsErrorDetails();
    var code =
        details == null || details.errorCode() == null
            ? e.getClass().getSimpleName()
            : details.errorCode();
    var bare = code.contains(":") ? code.substring(0, code.indexOf(':')) : code;
    bare = bare.substring(bare.lastIndexOf('#') + 1).toLowerCase(Locale.ROOT);
    return bare.endsWith("exception") ? bare.substring(0, bare.length() - 9) : bare;
  }

  private static String said(AwsServiceException e) {
    var details = e.awsErrorDetails();
    var message = details == null ? null : details.errorMessage();
    var status = e.statusCode() > 0 ? "HTTP " + e.statusCode() + ", " : "";
    return status + code(e) + ": " + (message == null ? "no more is said" : message);
  }

  private static Duration after(AwsServiceException e) {
    var details = e.awsErrorDetails();
    if (details == null || details.sdkHttpResponse() == null) {
      return Duration.ZERO;
    }
    return details
        .sdkHttpResponse()
        .firstMatchingHeader("Retry-After")
        .filter(value -> value.matches("[0-9]{1,4}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(Duration.ZERO);
  }

  private static Optional<String> forbidden(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof ForbiddenAddress || names(at)) {
        return Optional.of(String.valueOf(at.getMessage()));
      }
    }
    return Optional.empty();
  }

  /** why: Netty puts the address into a copy of the exception, whose class is not ours. */
  private static boolean names(Throwable at) {
    return at.getMessage() != null && at.getMessage().contains("can allow it in net.allow");
  }

  private static Turn failed(Cause cause, String said, Duration after) {
    return Turn.failed(new Failure(cause, said, after, false));
  }
}
