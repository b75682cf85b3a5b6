package io.wireroom.bench.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Set algebra over both ledgers; the product is not asked.
 *
 * @param lost events with a 2xx and without an effect
 * @param extraRuns events with effects of more than one run, after repetitions of a step's own key
 * @param acceptedTwice events that were answered as new more than once
 * @param confused events that share the product's id with another, or have several of them
 * @param unsaid events whose 2xx is neither 202 with an id nor 200 as a duplicate with one
 */
public record Promises(
    Set<String> lost,
    Set<String> extraRuns,
    Set<String> acceptedTwice,
    Set<String> confused,
    Set<String> unsaid) {

  static Promises of(List<Answer> answers, List<Effect> effects) {
    var acknowledged = group(answers, Answer::event, Answer::eventId);
    var steps = group(effects, Effect::event, Effect::step);
    var lost = new TreeSet<>(acknowledged.keySet());
    lost.removeAll(steps.keySet());

    var fresh = answers.stream().filter(a -> !a.duplicate()).toList();
    var timesNew = new HashMap<String, Integer>();
    fresh.forEach(answer -> timesNew.merge(answer.event(), 1, Integer::sum));
    var twice = new TreeSet<String>();
    timesNew.forEach((event, times) -> addIf(times > 1, twice, event));

    var confused = several(acknowledged);
    var owners = group(answers, Answer::eventId, Answer::event);
    several(owners).forEach(id -> confused.addAll(owners.getOrDefault(id, Set.of())));

    var unsaid = new TreeSet<String>();
    answers.forEach(answer -> addIf(!said(answer), unsaid, answer.event()));
    return new Promises(lost, several(steps), twice, confused, unsaid);
  }

  /** Whether every promise was kept. */
  public boolean kept() {
    return lost.isEmpty()
        && extraRuns.isEmpty()
        && acceptedTwice.isEmpty()
        && confused.isEmpty()
        && unsaid.isEmpty();
  }

  private static boolean said(Answer answer) {
    return !answer.eventId().isEmpty() && answer.status() == (answer.duplicate() ? 200 : 202);
  }

  private static void addIf(boolean wanted, Set<String> set, String member) {
    if (wanted) {
      set.add(member);
    }
  }

  private static TreeSet<String> several(Map<String, Set<String>> groups) {
    var found = new TreeSet<String>();
    groups.forEach((name, members) -> addIf(members.size() > 1, found, name));
    return found;
  }

  private static <T> Map<String, Set<String>> group(
      List<T> lines, Function<T, String> by, Function<T, String> member) {
    var groups = new HashMap<String, Set<String>>();
    for (var line : lines) {
      groups.computeIfAbsent(by.apply(line), k -> new HashSet<>()).add(member.apply(line));
    }
    return groups;
  }
}
