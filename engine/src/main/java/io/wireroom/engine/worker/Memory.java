package io.wireroom.engine.worker;

import io.wireroom.engine.effect.EffectLedger;

/**
 * Where a step may find its answer instead of doing its work.
 *
 * @param effects what this very step did before
 * @param past what the same step of an earlier run was given
 */
public record Memory(EffectLedger effects, PastSteps past) {}
