package io.wireroom.engine.workflow;

import java.time.Duration;
import java.util.List;

/**
 * What a webhook's caller gets.
 *
 * @param mode {@code ack}, {@code result}, {@code respond} or {@code stream}
 * @param expression FEEL over the run's variables, for {@code result}; may be empty
 * @param timeout how long the caller waits at most
 */
public record WebhookAnswer(String mode, String expression, Duration timeout) {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  static WebhookAnswer of(InboundProperties properties) {
    return new WebhookAnswer(
        properties.choice(
            "inbound.response",
            "The webhook's answer",
            "ack",
            List.of("ack", "result", "respond", "stream")),
        properties.text("inbound.responseExpression"),
        properties.duration("inbound.timeout", "The webhook's timeout", TIMEOUT, LONGEST));
  }
}
