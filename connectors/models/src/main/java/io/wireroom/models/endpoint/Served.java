package io.wireroom.models.endpoint;

import java.util.Optional;

/**
 * What the endpoint says of how it served a request; the bill follows this, not what was asked for.
 *
 * @param tier such as {@code default}, {@code flex}, {@code priority}
 * @param latency {@code standard} or {@code optimized}
 * @param variant the part of a SageMaker endpoint that answered
 * @param model the model behind an alias or router of the endpoint
 */
public record Served(
    Optional<String> tier,
    Optional<String> latency,
    Optional<String> variant,
    Optional<String> model) {
  public static final Served UNSAID =
      new Served(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The same, by this tier. */
  public Served tier(Optional<String> other) {
    return new Served(other, latency, variant, model);
  }

  /** The same, by this part of the endpoint. */
  public Served variant(Optional<String> other) {
    return new Served(tier, latency, other, model);
  }
}
