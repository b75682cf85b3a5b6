package io.wireroom.engine.history;

import java.util.ArrayList;
import java.util.List;

/** What a workflow's own properties say about its history, checked before it is published. */
public final class WorkflowKeeping {
  private WorkflowKeeping() {}

  /** A sentence for each property that cannot be right. */
  public static List<String> faults(String xml) {
    var properties = WorkflowProperties.of(xml);
    var faults =
        new ArrayList<>(HiddenPaths.faults(properties.getOrDefault(HiddenNames.PROPERTY, "")));
    var keep = properties.getOrDefault(RunRetention.KEEP, "");
    if (!keep.isBlank() && HistorySettings.time(keep).isEmpty()) {
      faults.add("Runs are kept for a time such as 30d or 12h, not '" + keep + "'.");
    }
    var runs = properties.getOrDefault(RunRetention.KEEP_RUNS, "");
    if (!runs.isBlank() && HistorySettings.count(runs).isEmpty()) {
      faults.add("The runs to keep must be a number, not '" + runs + "'.");
    }
    return faults;
  }
}
