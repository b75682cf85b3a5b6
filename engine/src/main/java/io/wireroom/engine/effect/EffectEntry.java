package io.wireroom.engine.effect;

import io.wireroom.connector.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the ledger.
 *
 * @param attempts how often it was sent
 * @param summary what came of it, in words
 * @param outcome what the connector gave back, without credentials; empty when it is not over
 * @param completes whether that completes the step
 * @param told whether the broker knows, so that another job of the step is a new try
 */
public record EffectEntry(
    EffectCall call,
    EffectState state,
    int attempts,
    Instant intendedAt,
    Optional<Instant> sentAt,
    Optional<Instant> settledAt,
    Optional<String> settledBy,
    Optional<String> summary,
    Optional<Outcome> outcome,
    boolean completes,
    boolean told) {

  /** What it is and where it goes, for a sentence. */
  String what() {
    var effect = call.effect();
    return effect.method().orElse("A call of " + call.connector())
        + effect.target().map(target -> " to " + target).orElse("");
  }
}
