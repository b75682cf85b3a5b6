package io.wireroom.engine.history;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an operator decides about the history.
 *
 * @param redact the values that no workflow's history stores, as in {@link HiddenPaths}
 * @param keep how long a run that ended stays; a workflow may say otherwise
 * @param keepRuns how many runs that ended stay for each workflow, the newest; 0 for all
 */
public record HistorySettings(String redact, Duration keep, int keepRuns) {
  /** What holds unless an operator says otherwise. */
  public static final HistorySettings USUAL = new HistorySettings("", Duration.ofDays(90), 0);

  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,4})([hd])");

  /** A time such as {@code 90d} or {@code 12h}. */
  public static Optional<Duration> time(String text) {
    var match = TIME.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    var many = Long.parseLong(match.group(1));
    return Optional.of(match.group(2).equals("d") ? Duration.ofDays(many) : Duration.ofHours(many));
  }

  /** A count such as {@code 500}. */
  public static Optional<Integer> count(String text) {
    return Optional.of(text.strip())
        .filter(digits -> digits.matches("[0-9]{1,9}"))
        .map(Integer::valueOf);
  }
}
