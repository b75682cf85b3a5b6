package io.wireroom.engine.architecture.broken;

import software.amazon.awssdk.regions.Region;

/** Breaks the rule that only the endpoints on AWS know its SDK, on purpose. */
final class KnowsAws {
  Region region() {
    return Region.EU_CENTRAL_1;
  }
}
