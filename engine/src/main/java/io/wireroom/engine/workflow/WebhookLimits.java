package io.wireroom.engine.workflow;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much a webhook takes. Without a setting there is no limit but that of the body: what can be
 * stored is taken.
 *
 * @param bodyBytes the largest body
 * @param waiting callers that wait for an answer at the same time
 */
public record WebhookLimits(Optional<Rate> rate, long bodyBytes, int waiting) {
  /** The largest body that any webhook may take. */
  public static final long MOST_BYTES = 20_000_000;

  private static final int MOST_WAITING = 1_000;
  private static final Pattern RATE = Pattern.compile("([1-9][0-9]{0,5})/([smh])");
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,9}) *(B|KB|MB|)");

  /** So many requests in so much time. */
  public record Rate(int requests, Duration per) {
    public Rate {
      if (requests < 1 || !per.isPositive()) {
        throw new IllegalArgumentException("not a rate: " + requests + " in " + per);
      }
    }
  }

  static WebhookLimits of(InboundProperties properties) {
    return new WebhookLimits(
        rate(properties, "inbound.limit.rate"),
        bytes(properties, "inbound.limit.body"),
        waiting(properties, "inbound.limit.concurrency"));
  }

  private static Optional<Rate> rate(InboundProperties properties, String name) {
    var text = properties.text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var match = RATE.matcher(text);
    if (!match.matches()) {
      properties.fault("The webhook's rate must be such as 10/s, 600/m or 50/h, not " + text + ".");
      return Optional.empty();
    }
    var per =
        switch (match.group(2)) {
          case "s" -> Duration.ofSeconds(1);
          case "m" -> Duration.ofMinutes(1);
          default -> Duration.ofHours(1);
        };
    return Optional.of(new Rate(Integer.parseInt(match.group(1)), per));
  }

  private static long bytes(InboundProperties properties, String name) {
    var text = properties.text(name, "1MB");
    var match = SIZE.matcher(text.toUpperCase(Locale.ROOT));
    if (match.matches()) {
      var unit =
          switch (match.group(2)) {
            case "MB" -> 1_000_000L;
            case "KB" -> 1_000L;
            default -> 1L;
          };
      var bytes = Long.parseLong(match.group(1)) * unit;
      if (bytes <= MOST_BYTES) {
        return bytes;
      }
    }
    properties.fault(
        "The webhook's largest body must be such as 1MB, at most 20MB, not " + text + ".");
    return 1_000_000;
  }

  private static int waiting(InboundProperties properties, String name) {
    var text = properties.text(name);
    if (text.isEmpty()) {
      return Integer.MAX_VALUE;
    }
    if (text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= MOST_WAITING) {
      return Integer.parseInt(text);
    }
    properties.fault(
        "The callers that may wait must be a number from 1 to "
            + MOST_WAITING
            + ", not "
            + text
            + ".");
    return MOST_WAITING;
  }
}
