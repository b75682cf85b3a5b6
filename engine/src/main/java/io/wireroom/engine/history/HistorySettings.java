package io.wireroom.engine.history;

import java.time.Duration;

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
}
