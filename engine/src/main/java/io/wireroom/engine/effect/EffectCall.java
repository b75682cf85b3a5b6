package io.wireroom.engine.effect;

import io.wireroom.connector.Effect;
import java.util.function.UnaryOperator;

/**
 * A call that a step is about to make.
 *
 * @param key the same for each try of the same step with the same input
 */
public record EffectCall(
    String key,
    long runKey,
    long stepKey,
    String workflow,
    String elementId,
    String connector,
    Effect effect) {
  /** The same with a target that people may see. */
  public EffectCall shown(UnaryOperator<String> mask) {
    var safe = new Effect(effect.kind(), effect.method(), effect.target().map(mask));
    return new EffectCall(key, runKey, stepKey, workflow, elementId, connector, safe);
  }
}
