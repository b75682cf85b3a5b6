package io.wireroom.models.route;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a model's routes are chosen.
 *
 * @param dataRegions where what is asked may go; empty lets it go anywhere
 * @param hedged whether another route is asked as well when the first word is late
 * @param line how long a request may stand in line for a place
 */
public record Policy(Choice choice, Set<String> dataRegions, boolean hedged, Duration line) {
  /** The usual: in the order of the settings. */
  public static final Policy PINNED =
      new Policy(new Choice.Pinned(), Set.of(), false, Duration.ofSeconds(5));

  public Policy {
    dataRegions = Set.copyOf(dataRegions);
  }

  /** Which route is asked first, and which after it. */
  public sealed interface Choice {
    /** In the order of the settings. */
    record Pinned() implements Choice {}

    /** The cheapest of those whose first word is there within this time. */
    record Cheapest(Duration firstToken) implements Choice {}

    /** The fastest of those whose answer costs no more than this, in pico-dollars. */
    record Fastest(long picoDollars) implements Choice {}

    /** By chance, in these proportions; by route name. */
    record Weighted(Map<String, Integer> weights) implements Choice {
      public Weighted {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
      }
    }

    /** In the order of the settings; this one is asked as well, and its answer dropped. */
    record Shadow(Route route) implements Choice {}
  }

  /** As settings and JSON write it: {@code pinned}. */
  public String text() {
    return choice.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** The same by this choice. */
  public Policy choice(Choice other) {
    return new Policy(other, dataRegions, hedged, line);
  }

  /** The same, hedged. */
  public Policy hedging() {
    return new Policy(choice, dataRegions, true, line);
  }

  /** The same with this longest time in line. */
  public Policy line(Duration other) {
    return new Policy(choice, dataRegions, hedged, other);
  }

  /** Whether data may go where this route is: {@code eu} allows {@code eu-central-1}. */
  public boolean allows(Route route) {
    return dataRegions.isEmpty()
        || route.adapter() == Adapter.LOCAL_EXTRACTIVE
        || route
            .dataRegion()
            .filter(
                at -> dataRegions.stream().anyMatch(r -> at.equals(r) || at.startsWith(r + "-")))
            .isPresent();
  }
}
