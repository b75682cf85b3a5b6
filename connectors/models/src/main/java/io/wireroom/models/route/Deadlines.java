package io.wireroom.models.route;

import java.time.Duration;

/**
 * How long each phase of an answer may take. First token and gap can be seen only where the answer
 * is streamed.
 *
 * @param connect until a connection stands
 * @param firstToken until the first content
 * @param gap between two pieces of content
 * @param total for one answer, repair included
 */
public record Deadlines(Duration connect, Duration firstToken, Duration gap, Duration total) {
  /** The usual ones, within {@code total}. */
  public static Deadlines within(Duration total) {
    return new Deadlines(Duration.ofSeconds(5), total, Duration.ofSeconds(20), total);
  }
}
