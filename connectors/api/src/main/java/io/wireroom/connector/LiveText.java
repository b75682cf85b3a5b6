package io.wireroom.connector;

/**
 * Takes a step's text while it is made, for those who look on: shown and not kept, lost where
 * nobody looks. What counts is the step's outcome.
 *
 * <p>Threading: called on the step's thread; returns at once.
 */
@FunctionalInterface
public interface LiveText {
  /** Where nobody looks on. */
  LiveText UNSEEN = more -> {};

  /** More of the text. */
  void add(String more);
}
