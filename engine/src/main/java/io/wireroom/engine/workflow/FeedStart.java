package io.wireroom.engine.workflow;

import io.wireroom.library.Addresses;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * A feed on a start event: each new entry starts one run.
 *
 * @param interval between two polls, from one minute to a week
 * @param oldEntriesToo whether the entries that are there at the first poll start runs as well
 */
public record FeedStart(
    String workflow,
    String elementId,
    String url,
    Duration interval,
    boolean oldEntriesToo,
    String resultVariable,
    String resultExpression,
    List<String> faults) {
  static final String TYPE = "wireroom:feed:1";
  private static final Duration USUAL = Duration.ofMinutes(15);
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  static FeedStart of(String workflow, String elementId, Map<String, String> values) {
    var read = new InboundProperties(values);
    var initial =
        read.choice(
            "inbound.initial", "The entries that start at first", "none", List.of("none", "all"));
    return new FeedStart(
        workflow,
        elementId,
        url(read),
        interval(read),
        initial.equals("all"),
        read.text("resultVariable"),
        read.text("resultExpression"),
        read.faults());
  }

  private static String url(InboundProperties read) {
    var text = read.text("inbound.url");
    try {
      return Addresses.web(text).toString();
    } catch (IllegalArgumentException e) {
      read.fault(
          text.isEmpty()
              ? "The feed has no address."
              : "The feed's address '" + text + "' cannot be used: " + e.getMessage() + ".");
      return text;
    }
  }

  private static Duration interval(InboundProperties read) {
    var text = read.text("inbound.interval");
    if (text.isEmpty()) {
      return USUAL;
    }
    try {
      var given =
          Duration.parse(
              text.matches("(?i)[0-9]+[smh]") ? "PT" + text : text.replaceAll("^(\\d+d)$", "P$1"));
      if (given.compareTo(SHORTEST) >= 0 && given.compareTo(LONGEST) <= 0) {
        return given;
      }
    } catch (DateTimeParseException | ArithmeticException e) {
      // the fault below says it
    }
    read.fault("The feed's interval must be from 1m to 7d, such as 15m or PT1H, not " + text + ".");
    return USUAL;
  }
}
