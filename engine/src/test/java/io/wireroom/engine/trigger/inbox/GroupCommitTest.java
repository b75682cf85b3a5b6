package io.wireroom.engine.trigger.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Future;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.store.GroupCommit;
import io.wireroom.engine.store.StoreSettings;
import io.wireroom.engine.testing.OnEveryStore;
import io.wireroom.engine.testing.TestStore;
import io.wireroom.engine.web.HttpProblem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to an event when its store says no. */
@OnEveryStore
class GroupCommitTest {
  private final TestStore store;
  private final Path folder;
  private final Path file;
  private final Database database;
  private final GroupCommit writer;

  GroupCommitTest(TestStore store, @TempDir Path folder) {
    this.store = store;
    this.folder = folder;
    this.file = folder.resolve("inbox.db");
    database = store.open(folder, Database.Kind.INBOX);
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
    assumeTrue(store == TestStore.SQLITE, "its limit of pages stands for the disk's");
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
    try (var other = another();
        var statement = other.createStatement()) {
      lock(statement);

      assertRefused(writer.write(db -> insert(db, "locked", 10)));

      statement.execute("rollback");
    }
    done(writer.write(db -> insert(db, "after", 10)));
    assertThat(count()).isEqualTo(1);
  }

  private Connection another() throws SQLException {
    return switch (store.settings(folder)) {
      case StoreSettings.Sqlite sqlite -> DriverManager.getConnection("jdbc:sqlite:" + file);
      case StoreSettings.Postgres postgres ->
          DriverManager.getConnection(
              postgres.url() + "?currentSchema=" + postgres.schema() + "_inbox", "wireroom", "");
    };
  }

  private void lock(Statement statement) throws SQLException {
    switch (store) {
      case SQLITE -> statement.execute("begin immediate");
      case POSTGRESQL -> {
        statement.execute("begin");
        statement.execute("lock table document");
      }
    }
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
        "insert into document (id, size, bytes) values (?, ?, ?)", id, bytes, new byte[bytes]);
  }

  private int count() {
    return database.read(
        db -> db.fetchSingle("select count(*) from document").get(0, Integer.class));
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
