package io.wireroom.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.engine.testing.PostgresServer;
import io.wireroom.engine.testing.TestStore;
import java.sql.DriverManager;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database that is away, taken, or not ours. */
@Tag("module")
class PostgresTroubleTest {
  private final PostgresServer server = PostgresServer.start().orElseThrow(TestStore::noServer);
  private final StoreSettings.Postgres settings = TestStore.settings(server, "trouble");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void refusesWhileTheServerIsAwayAndGoesOnByItselfAfterwards() {
    try (var database = Database.open(settings, Database.Kind.MAIN)) {
      database.change(db -> pause(db, "before"));
      assertThat(StoreCheck.look(settings, Database.Kind.MAIN).what()).contains("PostgreSQL 1");
      server.down();

      assertThatThrownBy(() -> database.change(db -> pause(db, "meanwhile")))
          .isInstanceOfSatisfying(
              StoreTrouble.class,
              trouble -> {
                assertThat(trouble.kind()).isEqualTo(StoreTrouble.Kind.AWAY);
                assertThat(trouble)
                    .hasMessageContaining("does not answer")
                    .hasMessageEndingWith(".");
              });
      assertThatThrownBy(() -> count(database)).isInstanceOf(StoreTrouble.class);

      server.up();
      database.change(db -> pause(db, "after"));
      assertThat(count(database)).isEqualTo(2);
    }
  }

  @Test
  void aServerThatIsAwayAtTheStartIsNamedInOneSentenceWithoutThePassword() {
    var secret =
        new StoreSettings.Postgres(
            settings.url() + "?sslmode=disable",
            Optional.of("wireroom"),
            Optional.of("s3cret"),
            "s");
    server.down();

    assertThatThrownBy(() -> Database.open(secret, Database.Kind.MAIN))
        .isInstanceOf(StoreTrouble.class)
        .hasMessageMatching(
            "The database postgresql://127.0.0.1:\\d+/postgres does not answer: .*\\.")
        .message()
        .doesNotContain("s3cret", "\n", "sslmode");
    assertThat(secret.toString()).doesNotContain("s3cret");
    assertThat(StoreCheck.look(secret, Database.Kind.MAIN))
        .satisfies(found -> assertThat(found.fine()).isFalse())
        .satisfies(found -> assertThat(found.toString()).doesNotContain("s3cret"));
  }

  @Test
  void onlyOneEngineWorksOnAStoreAndTheNextOneWhenItIsGone() {
    try (var first = Database.open(settings, Database.Kind.MAIN)) {
      assertThatThrownBy(() -> Database.open(settings, Database.Kind.MAIN))
          .isInstanceOf(StoreTrouble.class)
          .hasMessageStartingWith("Another Wireroom works on postgresql://127.0.0.1:")
          .hasMessageContaining("schema trouble");
      try (var inbox = Database.open(settings, Database.Kind.INBOX);
          var other = Database.open(TestStore.settings(server, "elsewhere"), Database.Kind.MAIN)) {
        inbox.change(db -> db.execute("delete from event"));
        other.change(db -> pause(db, "elsewhere"));
      }
      assertThat(count(first)).isZero();
    }

    Database.open(settings, Database.Kind.MAIN).close();
  }

  @Test
  void whoLostItsLockWhileAnotherTookItWritesNoMore() throws Exception {
    try (var first = Database.open(settings, Database.Kind.MAIN)) {
      first.change(db -> pause(db, "mine"));
      endSessions();

      try (var second = Database.open(settings, Database.Kind.MAIN)) {
        assertThatThrownBy(() -> first.change(db -> pause(db, "too late")))
            .isInstanceOf(StoreTrouble.class);
        assertThatThrownBy(() -> first.change(db -> pause(db, "too late")))
            .isInstanceOfSatisfying(
                StoreTrouble.class, t -> assertThat(t.kind()).isEqualTo(StoreTrouble.Kind.TAKEN));
        assertThat(count(second)).isEqualTo(1);
      }
    }
  }

  @Test
  void aDatabaseThatDoesNotExistIsSaidWithHowToMendIt() {
    var nowhere =
        new StoreSettings.Postgres(
            settings.url().replace("/postgres", "/nowhere"),
            Optional.of("wireroom"),
            Optional.empty(),
            "wireroom");

    assertThatThrownBy(() -> Database.open(nowhere, Database.Kind.MAIN))
        .isInstanceOf(StoreTrouble.class)
        .hasMessageContaining("has no such database; create it");
  }

  private void endSessions() throws Exception {
    try (var connection = DriverManager.getConnection(server.url(), "wireroom", "");
        var statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where application_name = 'wireroom'");
    }
  }

  private static void pause(DSLContext db, String workflow) {
    db.execute("insert into pause values (?, 'now', 'a')", workflow);
  }

  private static int count(Database database) {
    return database.read(db -> db.fetchSingle("select count(*) from pause").get(0, Integer.class));
  }
}
