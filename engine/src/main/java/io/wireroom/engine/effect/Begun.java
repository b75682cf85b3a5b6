package io.wireroom.engine.effect;

import io.wireroom.connector.Outcome;

/** What the ledger says to a step that is about to make its call. */
public sealed interface Begun {
  /** Make it; the ledger has it as sent. */
  record Go() implements Begun {}

  /** Do not: this came of it before. */
  record Answered(Outcome outcome) implements Begun {}

  /** Do not: nobody knows whether it happened. The text asks a person. */
  record Asks(String question) implements Begun {}
}
