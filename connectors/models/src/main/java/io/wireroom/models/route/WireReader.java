package io.wireroom.models.route;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reads how a route's endpoint is spoken to. */
final class WireReader {
  /** For every endpoint that is elsewhere. */
  static final List<String> REMOTE = List.of("stream", "serviceTier", "usage", "region");

  /** For AWS. */
  static final List<String> AWS = List.of("role", "http", "latency");

  /** For SageMaker. */
  static final List<String> SAGEMAKER =
      List.of("payload", "component", "variant", "session", "prefixAware", "input", "storageUrl");

  /** A region of a vendor, or a word for a place of one's own. */
  static final String PLACE = "[a-z][a-z0-9-]{1,62}";

  private static final String AWS_REGION = "[a-z]{2}(-[a-z]+)+-[0-9]{1,2}";
  private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}";

  private final SettingsNode route;
  private final Adapter adapter;

  WireReader(SettingsNode route, Adapter adapter) {
    this.route = route;
    this.adapter = adapter;
  }

  Wire read() {
    if (adapter == Adapter.LOCAL_EXTRACTIVE) {
      return Wire.USUAL;
    }
    return new Wire(
        route.text("region", adapter.aws() ? AWS_REGION : PLACE, "a region, such as eu-central-1"),
        route.flag("stream", false),
        route.text("serviceTier", "[a-z][a-z0-9_-]{0,30}", "a service tier, such as flex"),
        route.text("latency", "standard|optimized", "standard or optimized"),
        route.text("http", "1\\.1|2", "1.1 or 2").filter("1.1"::equals).isPresent(),
        inclusive(),
        route.text(
            "role", "arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,512}", "the ARN of a role"),
        sagemaker());
  }

  /** OpenAI's way and its copies count the cache into the input; Bedrock's does not. */
  private boolean inclusive() {
    return route
        .text("usage", "inclusive|exclusive", "inclusive or exclusive of what the cache gave")
        .map("inclusive"::equals)
        .orElse(adapter != Adapter.BEDROCK_CONVERSE && adapter != Adapter.BEDROCK_INVOKE);
  }

  private Wire.SageMaker sagemaker() {
    if (adapter != Adapter.SAGEMAKER && adapter != Adapter.SAGEMAKER_ASYNC) {
      return Wire.SageMaker.USUAL;
    }
    var payload =
        route.has("payload")
            ? route.choice("payload", Wire.Payload.values(), Wire.Payload::text)
            : Optional.<Wire.Payload>empty();
    var input = route.text("input", "s3://[a-z0-9.-]{3,63}(/[\\w!.*'()/-]*)?", "an s3:// folder");
    if (adapter == Adapter.SAGEMAKER_ASYNC && !route.has("input")) {
      route.wrong("input", "is missing: the s3:// folder that requests are put into");
    }
    return new Wire.SageMaker(
        payload.orElse(Wire.Payload.OPENAI),
        route.text("component", NAME, "an inference component"),
        route.text("variant", NAME, "a production variant"),
        route.text("session", "[a-zA-Z0-9_-]{1,256}", "a session's id"),
        route.flag("prefixAware", false),
        input,
        route.text("storageUrl", "https?://[a-zA-Z0-9.:-]+", "an address").map(URI::create));
  }
}
