package io.wireroom.engine.effect;

import java.util.Locale;

/** How far an effect has come. */
public enum EffectState {
  /** It has not happened: not sent yet, or surely not done, and is tried again. */
  INTENDED,
  /** The call is under way, or the engine was killed while it was. */
  SENT,
  /** The answer is here; a further job of the step gets it from the ledger. */
  CONFIRMED,
  /** It may have happened; a person was asked. */
  UNKNOWN,
  /** The other side, or the connector, said no. */
  REFUSED;

  /** As people and programs see it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
