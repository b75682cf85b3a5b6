package io.wireroom.testkit.model;

import java.util.List;

/**
 * What the server answers once.
 *
 * @param pieces the text, as it comes
 * @param tier the service tier that it says it served; empty for no word
 * @param byTicks each piece waits for {@link ScriptedModelServer#tick}
 */
public record Answer(
    Fault fault, List<String> pieces, int input, int output, String tier, boolean byTicks) {
  public Answer {
    pieces = List.copyOf(pieces);
  }

  /** A good answer in these pieces. */
  public static Answer of(String... pieces) {
    return new Answer(Fault.NONE, List.of(pieces), 90, 12, "", false);
  }

  /** The usual answer with something wrong. */
  public static Answer with(Fault fault) {
    return new Answer(fault, List.of("The river ", "runs free."), 90, 12, "", false);
  }

  /** The same, served by this tier. */
  public Answer tier(String other) {
    return new Answer(fault, pieces, input, output, other, byTicks);
  }

  /** The same, each piece at a tick. */
  public Answer ticking() {
    return new Answer(fault, pieces, input, output, tier, true);
  }

  String text() {
    return String.join("", pieces);
  }
}
