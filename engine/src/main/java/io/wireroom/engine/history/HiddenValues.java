package io.wireroom.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The hidden values of runs under way, in memory only, to take them out of error messages, too.
 *
 * <p>What is not known here for sure (the run began in another process, or long ago) has its
 * messages hidden as a whole. Of one thread.
 */
final class HiddenValues {
  static final String UNKNOWN =
      "The text of this error is hidden: it may hold values that this workflow never stores.";

  private static final int MOST_RUNS = 5_000;
  private static final int MOST_VALUES = 200;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 10_000;

  private final Map<Long, Known> runs = new LinkedHashMap<>();

  void begin(long run) {
    known(run).fromTheBeginning = true;
  }

  void end(long run) {
    runs.remove(run);
  }

  void add(long run, JsonNode hidden) {
    for (var part : hidden) {
      add(run, part);
    }
    var text = hidden.isValueNode() ? hidden.asText() : "";
    if (text.length() >= SHORTEST) {
      known(run).add(text);
    }
  }

  private Known known(long run) {
    var known = runs.computeIfAbsent(run, key -> new Known());
    if (runs.size() > MOST_RUNS) {
      runs.remove(runs.keySet().iterator().next());
    }
    return known;
  }

  /** A message of the run without its hidden values. */
  String without(long run, String message) {
    var known = runs.get(run);
    if (known == null || !known.fromTheBeginning || known.tooMany) {
      return message.isBlank() ? message : UNKNOWN;
    }
    var left = message;
    for (var value : known.values) {
      left = left.replace(value, HiddenPaths.SHOWN);
    }
    return left;
  }

  /** The longest first, because one may be a part of another. */
  private static final class Known {
    private final TreeSet<String> values =
        new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));
    private boolean fromTheBeginning;
    private boolean tooMany;

    void add(String value) {
      tooMany |= value.length() > LONGEST || values.size() >= MOST_VALUES;
      if (!tooMany) {
        values.add(value);
      }
    }
  }
}
