package io.wireroom.models;

import io.wireroom.models.route.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the routes said that gave no answer. */
final class Tries {
  private final String alias;
  private final List<String> reasons = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();

  Tries(String alias) {
    this.alias = alias;
  }

  void busy(Route route, String reason, Duration after) {
    reasons.add(said(route, reason));
    waits.add(after);
  }

  void unreachable(Route route, String reason) {
    reasons.add(said(route, reason));
  }

  /** Busy when any route is: then waiting helps, and the first that is free again may answer. */
  ModelResult result() {
    var reason = "no route of " + alias + " answers now: " + String.join("; ", reasons);
    return waits.stream()
        .min(Duration::compareTo)
        .<ModelResult>map(after -> new ModelResult.Busy(reason, after))
        .orElseGet(() -> new ModelResult.Unreachable(reason));
  }

  static String said(Route route, String reason) {
    return route.name() + ": " + reason;
  }
}
