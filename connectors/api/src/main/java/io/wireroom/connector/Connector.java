package io.wireroom.connector;

/**
 * What a step can do. One class per connector, with its input record inside.
 *
 * <p>Threading: {@link #run} is called on a virtual thread of its own and may block. Instances are
 * shared by all steps and hold no state of a step.
 *
 * @param <I> the input: a record whose components carry {@link Field}; its compact constructor
 *     checks and throws {@link IllegalArgumentException} with a sentence for the editor
 */
public interface Connector<I extends Record> {
  /** Constant facts: type, name, what it can throw. */
  ConnectorInfo info();

  /** The input record's class. */
  Class<I> input();

  /**
   * What a call with this input does outside. Without an answer it counts as something that must
   * not happen twice, so a connector that only reads should say so.
   */
  default Effect effect(I input) {
    return Effect.unsaid();
  }

  /**
   * Does the step's work. May be called again for the same step: {@link Step#effectKey()} is then
   * the same. Must return before {@link Step#timeout()} is over.
   */
  Outcome run(I input, Step step);
}
