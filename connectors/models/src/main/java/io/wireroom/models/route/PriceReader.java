package io.wireroom.models.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a price: {@code {perHour: 12.98}}, or {@code {perMillion: […]}} with one band for each
 * date, tier, latency and length of prompt.
 */
final class PriceReader {
  private static final List<String> BAND =
      List.of(
          "from",
          "tier",
          "latency",
          "above",
          "input",
          "output",
          "reasoning",
          "cacheRead",
          "cacheWrite5m",
          "cacheWrite1h");
  private static final long MILLION = 1_000_000;

  private final List<String> errors;

  PriceReader(List<String> errors) {
    this.errors = errors;
  }

  Optional<Price> read(SettingsNode route, String key) {
    if (!route.has("price")) {
      return Optional.empty();
    }
    var price = route.child("price");
    price.knows(List.of("perMillion", "perHour"));
    if (price.has("perMillion") == price.has("perHour")) {
      route.wrong("price", "needs either perMillion or perHour");
      return Optional.empty();
    }
    return price.has("perHour")
        ? price.money("perHour", 1).map(Price.PerHour::new)
        : Optional.of(perToken(price.get("perMillion"), key + ".price.perMillion"));
  }

  private Price perToken(JsonNode given, String key) {
    var list = given.isArray() ? given : null;
    if (list == null && !given.isObject()) {
      errors.add(key + ": must be a map with input and output, or a list of such");
      return new Price.PerToken(List.of());
    }
    var bands = new ArrayList<Price.Band>();
    if (list == null) {
      bands.add(band(new SettingsNode(key, given, errors)));
    } else {
      for (int i = 0; i < list.size(); i++) {
        bands.add(band(new SettingsNode(key + "[" + i + "]", list.get(i), errors)));
      }
    }
    twins(bands, key);
    return new Price.PerToken(bands);
  }

  private Price.Band band(SettingsNode band) {
    band.knows(BAND);
    return new Price.Band(
        from(band),
        band.text("tier", "[a-z][a-z0-9_-]{0,30}", "a service tier, such as flex")
            .orElse("default"),
        band.text("latency", "standard|optimized", "standard or optimized").orElse("standard"),
        band.count("above", 0, 100_000_000).orElse(0L),
        needed(band, "input"),
        needed(band, "output"),
        band.money("reasoning", MILLION),
        band.money("cacheRead", MILLION),
        band.money("cacheWrite5m", MILLION),
        band.money("cacheWrite1h", MILLION));
  }

  private static long needed(SettingsNode band, String field) {
    if (!band.has(field)) {
      band.wrong(field, "is missing: US dollars for a million tokens");
    }
    return band.money(field, MILLION).orElse(0L);
  }

  private static LocalDate from(SettingsNode band) {
    try {
      return band.has("from") ? LocalDate.parse(band.get("from").asText()) : LocalDate.EPOCH;
    } catch (DateTimeException e) {
      band.wrong("from", "must be a date, such as 2026-12-01");
      return LocalDate.EPOCH;
    }
  }

  private void twins(List<Price.Band> bands, String key) {
    var seen =
        bands.stream()
            .map(b -> List.of(b.from(), b.tier(), b.latency(), b.above()))
            .distinct()
            .count();
    if (seen != bands.size()) {
      errors.add(key + ": has two bands for the same date, tier, latency and length");
    }
  }
}
