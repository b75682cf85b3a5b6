package io.wireroom.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.engine.testing.OnEveryStore;
import io.wireroom.engine.testing.TestStore;
import java.nio.file.Path;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same SQL means the same with every database. */
@Tag("module")
@OnEveryStore
class DatabaseTest {
  private final TestStore store;
  private final Path folder;
  private Database database;

  DatabaseTest(TestStore store, @TempDir Path folder) {
    this.store = store;
    this.folder = folder;
    this.database = store.open(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsWhatWasWrittenOverARestart() {
    pause("kept");
    database.changeDurably(db -> db.execute("update pause set paused_by = 'b'"));
    database.close();

    database = store.open(folder);

    assertThat(pauses()).containsExactly("kept");
  }

  @Test
  void keepsNothingOfAWriteThatThrows() {
    assertThatThrownBy(
            () ->
                database.change(
                    db -> {
                      db.execute("insert into pause values ('half', 'now', 'a')");
                      throw new IllegalStateException("a bug");
                    }))
        .hasMessage("a bug");
    assertThatThrownBy(() -> database.change(db -> db.execute("insert into nowhere values (1)")))
        .isInstanceOf(DataAccessException.class);

    assertThat(pauses()).isEmpty();
    pause("after");
    assertThat(pauses()).containsExactly("after");
  }

  @Test
  void countsIntegerKeysByItself() {
    database.change(
        db -> {
          for (var who : List.of("a", "b")) {
            db.execute(
                "insert into audit (at, who, what, subject, detail) values (?, ?, ?, ?, ?)",
                "now",
                who,
                "did",
                "it",
                "");
          }
        });

    var ids =
        database.read(
            db -> db.fetch("select id from audit order by id").map(r -> r.get(0, Long.class)));
    assertThat(ids.get(1)).isGreaterThan(ids.get(0));
  }

  @Test
  void sortsTextByItsBytes() {
    List.of("b", "B", "ä", "a-b", "ab", "a").forEach(this::pause);

    assertThat(pauses()).containsExactly("B", "a", "a-b", "ab", "b", "ä");
  }

  @Test
  void takesAnyCharacter() {
    pause("nul \0 and half a pair \uD83D.");

    assertThat(pauses()).singleElement().asString().startsWith("nul ").hasSize(24);
  }

  @Test
  void knowsHowMuchIsKeptAndNotWhatWasDeleted() {
    var before = database.bytes();
    pause("x".repeat(2_000));
    for (int i = 0; i < 500; i++) {
      pause(i + "-" + new java.util.Random(i).nextLong() + "y".repeat(2_000));
    }
    var full = database.bytes();

    database.change(db -> db.execute("delete from pause"));

    assertThat(full).isGreaterThan(before + 20_000);
    assertThat(database.bytes()).isLessThan(full - 15_000);
  }

  private void pause(String workflow) {
    database.change(db -> db.execute("insert into pause values (?, 'now', 'a')", workflow));
  }

  private List<String> pauses() {
    return database.read(
        db ->
            db.fetch("select workflow_id from pause order by workflow_id")
                .map(row -> row.get(0, String.class)));
  }
}
