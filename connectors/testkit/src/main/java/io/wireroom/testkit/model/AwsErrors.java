package io.wireroom.testkit.model;

import java.util.Map;

/** Errors as Bedrock and SageMaker send them before a stream begins. */
final class AwsErrors {
  private AwsErrors() {}

  static Shape.Trouble bedrock(Fault fault) {
    return switch (fault) {
      case THROTTLED -> error(429, "ThrottlingException", "Too many requests");
      case QUOTA -> error(400, "ServiceQuotaExceededException", "Too many tokens per day");
      case WARMING -> error(429, "ModelNotReadyException", "The model is not ready");
      case UNAVAILABLE -> error(503, "ServiceUnavailableException", "Try again");
      case MODEL_ERROR -> error(424, "ModelErrorException", "The model failed");
      case TOO_LONG -> error(400, "ValidationException", "Input is too long for requested model.");
      case BAD_REQUEST -> error(400, "ValidationException", "temperature must be at most 1");
      case FORBIDDEN -> error(403, "AccessDeniedException", "You don't have access to the model");
      default -> throw new IllegalArgumentException("no error: " + fault);
    };
  }

  static Shape.Trouble sagemaker(Fault fault) {
    return switch (fault) {
      case THROTTLED -> model(429, "queue is full");
      case QUOTA -> error(400, "ServiceQuotaExceededException", "Too many requests per day");
      case WARMING -> error(429, "ModelNotReadyException", "The model is not ready");
      case UNAVAILABLE -> error(530, "InternalDependencyException", "Try again");
      case MODEL_ERROR -> model(500, "CUDA out of memory");
      case TOO_LONG -> model(400, "maximum context length is 8192 tokens");
      case BAD_REQUEST -> error(400, "ValidationError", "no such variant");
      case FORBIDDEN -> error(403, "AccessDeniedException", "no sagemaker:InvokeEndpoint");
      default -> throw new IllegalArgumentException("no error: " + fault);
    };
  }

  private static Shape.Trouble model(int status, String message) {
    var body =
        Json.object()
            .put("Message", "Received client error from model")
            .put("OriginalStatusCode", status)
            .put("OriginalMessage", message);
    return new Shape.Trouble(
        424, Map.of("x-amzn-ErrorType", "ModelError:http://internal/"), body.toString());
  }

  private static Shape.Trouble error(int status, String type, String message) {
    return new Shape.Trouble(
        status,
        Map.of("x-amzn-ErrorType", type + ":http://internal.amazon.com/coral/"),
        Json.object().put("message", message).toString());
  }
}
