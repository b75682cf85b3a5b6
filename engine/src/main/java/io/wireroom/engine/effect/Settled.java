package io.wireroom.engine.effect;

import io.wireroom.connector.Outcome;

/**
 * How a call ended.
 *
 * @param outcome without credentials
 * @param completes whether the step is completed with it, whatever its expressions make of it
 */
public record Settled(Outcome outcome, boolean completes) {
  EffectState state() {
    return switch (outcome) {
      case Outcome.Done done -> EffectState.CONFIRMED;
      case Outcome.TryAgain again -> EffectState.INTENDED;
      case Outcome.Unknown unknown -> EffectState.UNKNOWN;
      case Outcome.Rejected rejected -> EffectState.REFUSED;
      case Outcome.Broken broken -> EffectState.REFUSED;
    };
  }

  String summary() {
    return switch (outcome) {
      case Outcome.Done done -> "done";
      case Outcome.TryAgain(var reason, var after, var usesRetry) -> reason;
      case Outcome.Unknown(var reason) -> reason;
      case Outcome.Rejected(var code, var message) -> code + ": " + message;
      case Outcome.Broken(var reason) -> reason;
    };
  }
}
