package io.wireroom.engine.history;

import java.util.ArrayList;
import java.util.List;

/** Conditions as SQL; values travel as parameters only. */
record RunConditions(String sql, List<Object> binds) {

  /** What an index of runs answers in the order of the list. */
  static RunConditions indexed(RunFilter filter) {
    var all = new Parts();
    filter.eventId().ifPresent(id -> all.add("run.event_id = ?", id));
    filter.businessKey().ifPresent(key -> all.add("run.business_key = ?", key));
    // why: an index takes one of them, and those above are the finer ones
    var open = filter.eventId().isEmpty() && filter.businessKey().isEmpty();
    filter.workflow().ifPresent(id -> all.add(equal("run.workflow", open), id));
    filter.status().ifPresent(status -> all.add(equal("run.status", open), status.word()));
    return all.done();
  }

  private static String equal(String column, boolean indexed) {
    return column + (indexed ? " = ?" : " || '' = ?");
  }

  /** All conditions on the run itself, for a list that something else gives the order of. */
  static RunConditions plain(RunFilter filter) {
    var all = new Parts();
    filter.eventId().ifPresent(id -> all.add("run.event_id || '' = ?", id));
    filter.businessKey().ifPresent(key -> all.add("run.business_key || '' = ?", key));
    filter.workflow().ifPresent(id -> all.add("run.workflow || '' = ?", id));
    filter.status().ifPresent(status -> all.add("run.status || '' = ?", status.word()));
    return all.done().and(unindexed(filter));
  }

  /** What must be looked at run by run. */
  static RunConditions unindexed(RunFilter filter) {
    var all = new Parts();
    filter.version().ifPresent(version -> all.add("run.version = ?", version));
    filter.trigger().ifPresent(kind -> all.add("run.trigger_kind = ?", kind));
    return all.done();
  }

  static RunConditions value(ValueFilter filter) {
    var all = new Parts();
    var exists = "exists (select 1 from run_value v where v.place = run.place and v.path = ? and ";
    switch (filter.op()) {
      case EQ -> all.add(exists + "v.text = ?)", filter.path(), RunValues.cut(filter.text()));
      case CONTAINS ->
          all.add(exists + "lower(v.text) like ? escape '\\')", filter.path(), like(filter.text()));
      case GT -> all.add(exists + "v.number > ?)", filter.path(), filter.number());
      case LT -> all.add(exists + "v.number < ?)", filter.path(), filter.number());
    }
    return all.done();
  }

  private static String like(String text) {
    var plain = text.toLowerCase(java.util.Locale.ROOT);
    return "%" + plain.replaceAll("([%_\\\\])", "\\\\$1") + "%";
  }

  static RunConditions none() {
    return new RunConditions("1 = 1", List.of());
  }

  static RunConditions of(String sql, Object... binds) {
    return new RunConditions(sql, List.of(binds));
  }

  boolean isNone() {
    return sql.equals("1 = 1");
  }

  RunConditions and(RunConditions other) {
    if (isNone() || other.isNone()) {
      return isNone() ? other : this;
    }
    var both = new ArrayList<>(binds);
    both.addAll(other.binds);
    return new RunConditions(sql + " and " + other.sql, List.copyOf(both));
  }

  /** Collects conditions. */
  private static final class Parts {
    private final List<String> parts = new ArrayList<>();
    private final List<Object> binds = new ArrayList<>();

    void add(String condition, Object... values) {
      parts.add(condition);
      binds.addAll(List.of(values));
    }

    RunConditions done() {
      return parts.isEmpty()
          ? none()
          : new RunConditions(String.join(" and ", parts), List.copyOf(binds));
    }
  }
}
