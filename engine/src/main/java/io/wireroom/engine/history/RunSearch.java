package io.wireroom.engine.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Finds a page of runs, newest first, and looks at no more than so many of them: what is not found
 * until then comes with the next page. So an answer takes as long with a million runs as with few.
 */
record RunSearch(DSLContext db, RunFilter filter) {
  /** How many runs, or matches of the finest condition, one request looks through. */
  private static final int MOST_LOOKED_AT = 5_000;

  /** Rows of runs, and the place from which the list goes on. */
  record Found(List<Record> rows, Optional<Long> next) {}

  Found page() {
    if (filter.text().isPresent() && words().isEmpty()) {
      return new Found(List.of(), Optional.empty()); // why: nothing in it can be found
    }
    var ways = ways();
    for (var way : ways) {
      var floor = floor(way);
      if (floor.isEmpty()) {
        return page(way, floor);
      }
    }
    return page(ways.getFirst(), floor(ways.getFirst()));
  }

  private Found page(Way way, Optional<Long> floor) {
    var bounds = bounds(way, floor);
    var rows = List.copyOf(db.fetch(way.rows(bounds), way.rowsBinds(bounds, filter.limit())));
    return new Found(
        List.copyOf(rows),
        rows.size() == filter.limit()
            ? Optional.of(rows.getLast().get("place", Long.class))
            : floor);
  }

  /** Empty when the end of the list is near enough, or every run on the way fits. */
  private Optional<Long> floor(Way way) {
    if (way.rest().isNone()) {
      return Optional.empty();
    }
    var bounds = bounds(way, Optional.empty());
    return db.fetchOptional(way.floor(bounds), way.floorBinds(bounds, MOST_LOOKED_AT - 1))
        .map(row -> row.get("place", Long.class));
  }

  private RunConditions bounds(Way way, Optional<Long> floor) {
    var before = filter.after().map(RunFilter.Place::number).orElse(Long.MAX_VALUE);
    var to = filter.to().map(Place::first).orElse(Long.MAX_VALUE);
    var from = filter.from().map(Place::first).orElse(0L);
    return RunConditions.of(
        "%1$s < ? and %1$s >= ?".formatted(way.place()),
        Math.min(before, to),
        Math.max(from, floor.orElse(0L)));
  }

  private List<String> words() {
    return filter.text().map(Words::of).orElse(List.of());
  }

  /** Ways to walk through the runs, the one that is best for common conditions first. */
  private List<Way> ways() {
    var ways = new ArrayList<Way>();
    var values =
        filter.values().stream()
            .map(RunConditions::value)
            .reduce(RunConditions.none(), RunConditions::and);
    if (filter.text().isPresent()) {
      ways.add(Way.byText(RunText.of(db), words(), RunConditions.plain(filter).and(values)));
    }
    var rest = values.and(hasWords());
    for (var value : filter.values()) {
      if (value.op() == ValueFilter.Op.EQ) {
        ways.add(Way.byValue(value, RunConditions.plain(filter).and(rest)));
      }
    }
    ways.add(Way.byRun(RunConditions.indexed(filter), RunConditions.unindexed(filter).and(rest)));
    return ways;
  }

  private RunConditions hasWords() {
    if (filter.text().isEmpty()) {
      return RunConditions.none();
    }
    var text = RunText.of(db);
    return RunConditions.of(
        "exists (select 1 from (" + text.places() + ") t where t.place = run.place)",
        text.query(words()));
  }
}
