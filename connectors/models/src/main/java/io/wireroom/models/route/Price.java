package io.wireroom.models.route;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a route costs; money is in pico-dollars (10⁻¹² US dollars). */
public sealed interface Price {
  /** By what goes in and out. */
  record PerToken(List<Band> bands) implements Price {
    public PerToken {
      bands = List.copyOf(bands);
    }
  }

  /** By the hour, whatever it serves: what one answer cost is then not known. */
  record PerHour(long picoDollars) implements Price {}

  /**
   * Prices of one token. What has no price here is unknown, not free.
   *
   * @param from the first day on which it counts
   * @param tier the service tier that it is for; {@code default} for the usual
   * @param latency {@code standard} or {@code optimized}
   * @param above it is for prompts of more tokens than this
   * @param reasoning as {@code output} when empty
   */
  record Band(
      LocalDate from,
      String tier,
      String latency,
      long above,
      long input,
      long output,
      Optional<Long> reasoning,
      Optional<Long> cacheRead,
      Optional<Long> cacheWrite5m,
      Optional<Long> cacheWrite1h) {

    /** The youngest that has begun, and of these the one for the longest prompts. */
    public static Optional<Band> of(
        List<Band> all, String tier, String latency, long prompt, LocalDate today) {
      return all.stream()
          .filter(b -> b.tier.equals(tier) && b.latency.equals(latency))
          .filter(b -> !b.from.isAfter(today) && b.above <= prompt)
          .filter(b -> b.above == 0 || prompt > b.above)
          .max(Comparator.comparing(Band::from).thenComparing(Band::above));
    }
  }
}
