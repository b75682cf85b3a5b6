package io.wireroom.engine.history;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;

/** The full text of runs, kept as each database does it. Words are those of {@link Words}. */
interface RunText {
  /** Keeps the runs' words instead of the earlier ones. */
  void put(DSLContext db, List<Entry> entries);

  void forget(DSLContext db, Collection<Long> places);

  /** SQL that gives {@code place} of the runs with all words; one parameter: {@link #query}. */
  String places();

  /** The parameter that finds these words; prefixes count for words that may be unfinished. */
  String query(List<String> words);

  /** A run's words. */
  record Entry(long place, List<String> words) {}

  static RunText of(DSLContext db) {
    return switch (db.family()) {
      case POSTGRES -> new PostgresRunText();
      default -> new SqliteRunText();
    };
  }

  /** why not every word: the beginning of a key is that of very many; longer ones have no index. */
  static boolean mayBeUnfinished(String word) {
    return word.length() >= 3 && word.length() <= 7 && !word.chars().allMatch(Character::isDigit);
  }
}
