package io.wireroom.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What became of a step. Expected failures are outcomes; exceptions are bugs. */
public sealed interface Outcome {
  /** It worked: {@code output} becomes {@code response} in the run. */
  record Done(JsonNode output) implements Outcome {}

  /**
   * It may work later: the step is tried again.
   *
   * @param after the least delay; zero leaves it to the step's own back-off
   * @param usesRetry false keeps the step's retries (a saturated model, a poll)
   */
  record TryAgain(String reason, Duration after, boolean usesRetry) implements Outcome {
    public static TryAgain because(String reason) {
      return new TryAgain(reason, Duration.ZERO, true);
    }
  }

  /**
   * The call was sent and its answer got lost, so it may have happened. It is tried again when
   * {@link Connector#effect} allows that; else a person is asked.
   */
  record Unknown(String reason) implements Outcome {}

  /** The outside world said no: a BPMN error that the diagram can catch, else an incident. */
  record Rejected(String code, String message) implements Outcome {}

  /** It cannot work as it is drawn or set up: an incident for a person, no further try. */
  record Broken(String reason) implements Outcome {}
}
