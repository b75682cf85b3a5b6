package io.wireroom.engine.history;

import java.util.ArrayList;
import java.util.List;

/** The filter as SQL; values travel as parameters only. */
record RunConditions(String sql, List<Object> binds) {
  private static final String TEXT =
      """
      (cast(key as text) = ? or event_id = ? or lower(workflow) like lower(?) escape '\\'
        or exists (select 1 from value where value.run_key = run.key
          and value.name not like 'wireroom%' and lower(value.json) like lower(?) escape '\\'))""";

  static RunConditions of(RunFilter filter) {
    var parts = new ArrayList<String>(List.of("1 = 1"));
    var binds = new ArrayList<Object>();
    filter.workflow().ifPresent(id -> add(parts, binds, "workflow = ?", id));
    filter.status().ifPresent(status -> add(parts, binds, "status = ?", status.word()));
    filter.from().ifPresent(from -> add(parts, binds, "started_at >= ?", Times.text(from)));
    filter.to().ifPresent(to -> add(parts, binds, "started_at < ?", Times.text(to)));
    filter
        .after()
        .ifPresent(
            place -> {
              var at = Times.text(place.startedAt());
              add(
                  parts,
                  binds,
                  "(started_at < ? or (started_at = ? and key < ?))",
                  at,
                  at,
                  place.key());
            });
    filter
        .text()
        .ifPresent(
            text -> {
              var like = "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%";
              add(parts, binds, TEXT, text, text, like, like);
            });
    return new RunConditions(String.join(" and ", parts), List.copyOf(binds));
  }

  private static void add(
      List<String> parts, List<Object> binds, String condition, Object... values) {
    parts.add(condition);
    binds.addAll(List.of(values));
  }
}
