package io.wireroom.bench.faults;

import io.wireroom.bench.faults.EffectScenario.Call;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counted from the sink's ledger and the runs' values.
 *
 * @param missing calls that never arrived
 * @param severalKeys calls that arrived under more than one key
 * @param twice calls that must not happen twice and did, without a person having said that they had
 *     not
 * @param different runs that ended otherwise than without kills
 */
record EffectPromises(
    Set<String> missing, Set<String> severalKeys, Set<String> twice, Set<String> different) {

  static EffectPromises of(
      List<List<Call>> processes,
      List<Effect> effects,
      Map<String, String> without,
      Map<String, String> with) {
    var keys = new HashMap<String, Set<String>>();
    var times = new HashMap<String, Integer>();
    for (var effect : effects) {
      keys.computeIfAbsent(effect.event(), e -> new HashSet<>()).add(effect.key());
      times.merge(effect.event(), 1, Integer::sum);
    }
    var missing = new TreeSet<String>();
    var several = new TreeSet<String>();
    var twice = new TreeSet<String>();
    var different = new TreeSet<String>();
    for (int i = 0; i < processes.size(); i++) {
      var id = EffectFlow.id(i);
      if (!without.getOrDefault(id, "").equals(with.getOrDefault(id, "-"))) {
        different.add(id);
      }
      for (var call : processes.get(i)) {
        var event = id + "/" + call.number();
        var seen = keys.getOrDefault(event, Set.of());
        add(seen.isEmpty(), missing, event);
        add(seen.size() > 1, several, event);
        add(call.once() && times.getOrDefault(event, 0) > 1, twice, event);
      }
    }
    return new EffectPromises(missing, several, twice, different);
  }

  private static void add(boolean wanted, Set<String> set, String member) {
    if (wanted) {
      set.add(member);
    }
  }

  /** Whether every promise was kept. */
  boolean kept() {
    return missing.isEmpty() && severalKeys.isEmpty() && twice.isEmpty() && different.isEmpty();
  }
}
