package io.wireroom.engine.trigger.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.store.GroupCommit;
import io.wireroom.engine.web.HttpProblem;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to an event when its disk says no. */
class GroupCommitTest {
  @TempDir private Path folder;
  private Path file = Path.of("");
  private Database database;
  private GroupCommit writer;

  @BeforeEach
  void open() {
    file = folder.resolve("inbox.db");
    database = Database.open(file, Database.Kind.INBOX);
    writer =
        new GroupCommit(
            database, "test", new GroupCommit.Trouble(InboxTrouble::full, InboxTrouble::notStored));
  }

  @AfterEach
  void close() throws Exception {
    writer.close();
    database.close();
  }

  @Test
  void aFullDiskTakesNothingAndOpensAgainWhenThereIsRoom() throws Exception {
    pages("page_count");

    assertRefused(writer.write(db -> insert(db, "full", 1_000_000)));

    assertThat(count()).isZero();
    pages("1000000");
    done(writer.write(db -> insert(db, "free", 1_000_000)));
    assertThat(count()).isEqualTo(1);
  }

  private void pages(String most) {
    database.change(
        db -> {
          var now = db.fetchSingle("pragma page_count").get(0, Long.class);
          db.fetch("pragma max_page_count = " + most.replace("page_count", String.valueOf(now)));
        });
  }

  @Test
  void aStoreThatAnotherProcessLocksTakesNothingAndGoesOnAfterwards() throws Exception {
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement()) {
      statement.execute("begin immediate");

      assertRefused(writer.write(db -> insert(db, "locked", 10)));

      statement.execute("rollback");
    }
    done(writer.write(db -> insert(db, "after", 10)));
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void oneWritesBugTakesNoOtherAlong() throws Exception {
    var good = writer.write(db -> insert(db, "good", 10));
    Future<Integer> bad =
        writer.write(
            db -> {
              throw new IllegalStateException("a bug");
            });
    var alsoGood = writer.write(db -> insert(db, "also-good", 10));

    assertRefused(bad);
    assertThat(done(good) + done(alsoGood)).isEqualTo(2);
    assertThat(count()).isEqualTo(2);
  }

  private static void assertRefused(Future<?> write) {
    assertThatThrownBy(() -> done(write))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            HttpProblem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(503);
              assertThat(problem.retryAfter()).isPresent();
            });
  }

  private static int insert(DSLContext db, String id, int bytes) {
    return db.execute(
        "insert into document (id, size, bytes) values (?, ?, zeroblob(?))", id, bytes, bytes);
  }

  private int count() {
    return database.read(
        db -> db.fetchSingle("select count(*) from document").get(0, Integer.class));
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
