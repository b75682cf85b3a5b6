package io.wireroom.models.route;

import java.net.URI;
import java.util.Optional;

/**
 * How a route's endpoint is spoken to.
 *
 * @param region where it is; of AWS, empty takes the connection's
 * @param stream whether answers come in pieces even when nobody watches
 * @param tier the service tier that is asked for
 * @param latency {@code optimized} asks Bedrock for it
 * @param http1 HTTP/1.1 where HTTP/2 is usual
 * @param inclusive whether the endpoint's count of input has what came from the cache in it
 * @param role the ARN of a role to take on first
 */
public record Wire(
    Optional<String> region,
    boolean stream,
    Optional<String> tier,
    Optional<String> latency,
    boolean http1,
    boolean inclusive,
    Optional<String> role,
    SageMaker sagemaker) {
  public static final Wire USUAL =
      new Wire(
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          false,
          true,
          Optional.empty(),
          SageMaker.USUAL);

  /** The body that a container on SageMaker takes. */
  public enum Payload {
    /** {@code messages} as in chat completions: LMI, vLLM and newer TGI. */
    OPENAI("openai"),
    /** {@code inputs} and {@code parameters}: TGI. */
    TGI("tgi"),
    /** {@code inputs} and {@code parameters}, answered in lines of JSON: older LMI. */
    LMI("lmi");

    private final String text;

    Payload(String text) {
      this.text = text;
    }

    /** As settings write it. */
    public String text() {
      return text;
    }
  }

  /**
   * What is particular to SageMaker.
   *
   * @param component an inference component
   * @param variant a production variant
   * @param session a stateful session's id
   * @param prefixAware whether requests with the same beginning ask for the same instance
   * @param input the S3 folder for an asynchronous endpoint's requests, as {@code s3://…}
   * @param storageUrl where S3 is, when it is not where AWS has it
   */
  public record SageMaker(
      Payload payload,
      Optional<String> component,
      Optional<String> variant,
      Optional<String> session,
      boolean prefixAware,
      Optional<String> input,
      Optional<URI> storageUrl) {
    public static final SageMaker USUAL =
        new SageMaker(
            Payload.OPENAI,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty());
  }
}
