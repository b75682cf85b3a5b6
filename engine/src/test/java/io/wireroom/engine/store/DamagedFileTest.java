package io.wireroom.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SQLite file that is damaged is opened to be looked at, and takes nothing. */
@Tag("module")
class DamagedFileTest {
  private static final int PAGE = 4_096;

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void aStoreWithSomethingInIt() {
    file = folder.resolve("wireroom.db");
    try (var database = Database.open(file)) {
      database.change(
          db -> {
            db.execute("insert into pause values ('here', 'now', 'a')");
            for (int i = 0; i < 2_000; i++) {
              db.execute(
                  "insert into audit (at, who, what, subject, detail) values (?, 'w', 'd', 's', '')",
                  "at " + i);
            }
          });
    }
  }

  @Test
  void isFoundAtTheStartAndWhatIsSoundCanBeRead() throws IOException {
    overwrite(Files.size(file) - PAGE);

    try (var database = Database.open(file)) {
      assertThat(database.damage())
          .hasValueSatisfying(
              said -> assertThat(said).contains(file.toString()).contains("damaged and read only"));
      assertThat(
              database.<String>read(
                  db -> db.fetchSingle("select workflow_id from pause").get(0, String.class)))
          .isEqualTo("here");
      assertRefused(database);
    }
    assertThat(StoreCheck.look(new StoreSettings.Sqlite(folder), Database.Kind.MAIN))
        .satisfies(
            found -> {
              assertThat(found.fine()).isFalse();
              assertThat(found.what()).contains("wireroom.db is damaged: ");
              assertThat(found.mend()).contains("backup");
            });
  }

  @Test
  void isFoundWhileRunningWhenThePageIsRead() throws IOException {
    try (var database = Database.open(file)) {
      overwrite(Files.size(file) - PAGE);

      assertThatThrownBy(
              () -> database.read(db -> db.fetch("select * from audit order by id desc")))
          .isInstanceOf(StoreTrouble.class);

      assertThat(database.damage()).isPresent();
      assertRefused(database);
    }
  }

  @Test
  void aFileThatIsNoStoreAtAllIsSaidToBeDamaged() throws IOException {
    Files.writeString(file, "not a database, ".repeat(1_000));

    try (var database = Database.open(file)) {
      assertThat(database.damage()).isPresent();
      assertThatThrownBy(() -> database.read(db -> db.fetch("select 1 from pause")))
          .isInstanceOf(StoreTrouble.class);
    }
  }

  @Test
  void aSoundOneIsNotSaidToBeDamaged() {
    try (var database = Database.open(file)) {
      assertThat(database.damage()).isEmpty();
    }
    for (var kind : Database.Kind.values()) {
      assertThat(StoreCheck.look(new StoreSettings.Sqlite(folder), kind).fine()).isTrue();
    }
    assertThat(folder.resolve("inbox.db")).as("looked at only").doesNotExist();
  }

  private static void assertRefused(Database database) {
    assertThatThrownBy(() -> database.change(db -> db.execute("delete from pause")))
        .isInstanceOfSatisfying(
            StoreTrouble.class, t -> assertThat(t.kind()).isEqualTo(StoreTrouble.Kind.DAMAGED));
    assertThatThrownBy(() -> database.changeDurably(db -> db.execute("delete from pause")))
        .isInstanceOf(StoreTrouble.class);
  }

  private void overwrite(long from) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var rubbish = ByteBuffer.allocate(PAGE);
      while (rubbish.hasRemaining()) {
        rubbish.put((byte) 0xA5);
      }
      channel.write(rubbish.flip(), from);
    }
  }
}
