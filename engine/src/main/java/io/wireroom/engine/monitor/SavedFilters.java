package io.wireroom.engine.monitor;

import io.wireroom.engine.store.Database;
import java.util.List;

/** Filters of the run list that people keep under a name, each for herself. Blocks. */
public final class SavedFilters {
  private static final int MOST = 100;

  private final Database database;

  public SavedFilters(Database database) {
    this.database = database;
  }

  /**
   * One of them.
   *
   * @param query the list's query string, without the question mark
   */
  public record Saved(String name, String query) {}

  List<Saved> of(String person) {
    return database.read(
        db ->
            db.fetch("select name, query from saved_filter where person = ? order by name", person)
                .map(row -> new Saved(row.get(0, String.class), row.get(1, String.class))));
  }

  /** False when the person has so many that this one is too much. */
  boolean keep(String person, Saved filter) {
    return database.write(
        db -> {
          var others =
              db.fetchSingle(
                      "select count(*) from saved_filter where person = ? and name <> ?",
                      person,
                      filter.name())
                  .get(0, Integer.class);
          if (others >= MOST) {
            return false;
          }
          db.execute(
              """
              insert into saved_filter (person, name, query) values (?, ?, ?)
              on conflict (person, name) do update set query = excluded.query
              """,
              person,
              filter.name(),
              filter.query());
          return true;
        });
  }

  boolean forget(String person, String name) {
    return database.write(
            db ->
                db.execute("delete from saved_filter where person = ? and name = ?", person, name))
        > 0;
  }
}
