package io.wireroom.engine.trigger.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.testing.OnEveryStore;
import io.wireroom.engine.testing.SteppedClock;
import io.wireroom.engine.testing.TestStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryStore
class RetentionTest {
  private static final Duration KEEP = Duration.ofDays(30);

  private final TestStore store;
  private final SteppedClock clock = new SteppedClock();
  @TempDir private Path folder;
  private Database database;
  private GroupCommit writer;

  RetentionTest(TestStore store) {
    this.store = store;
  }

  @BeforeEach
  void open() {
    database = store.open(folder, Database.Kind.INBOX);
    writer = new GroupCommit(database);
  }

  @AfterEach
  void close() throws Exception {
    writer.close();
    database.close();
  }

  @Test
  void whatIsDoneWithGoesByAgeAndWhatWaitsStays() throws Exception {
    store("done", EventStatus.STARTED, "the done one's body");
    store("dead", EventStatus.DEAD, "the dead one's body");
    store("waits", EventStatus.WAITING, "the waiting one's body");
    store("accepted", EventStatus.ACCEPTED, "the accepted one's body");

    clock.step(KEEP.plusSeconds(1));
    store("young", EventStatus.STARTED, "the young one's body");
    letGo(1L << 30);

    assertThat(events()).containsExactly("waits", "accepted", "young");
    assertThat(documents()).isEqualTo(3);
  }

  @Test
  void aBodyStaysWhileAnEventThatStaysHasTheSame() throws Exception {
    store("old", EventStatus.STARTED, "both sent this");
    clock.step(KEEP.plusSeconds(1));
    store("young", EventStatus.STARTED, "both sent this");

    letGo(1L << 30);

    assertThat(events()).containsExactly("young");
    assertThat(documents()).isEqualTo(1);
  }

  @Test
  void theOldestThatAreDoneWithGoWhenTheFileIsTooLarge() throws Exception {
    for (int i = 0; i < 1_200; i++) {
      store("e" + i, i == 3 ? EventStatus.ACCEPTED : EventStatus.STARTED, i + "x".repeat(2_000));
    }

    letGo(2L << 20);

    assertThat(events()).contains("e3", "e1199").doesNotContain("e0", "e100");
  }

  @Test
  void aRepetitionIsKnownAfterItsEventIsGoneUntilTheKeysTimeIsOver() throws Exception {
    var key = new DedupeKey("w", "delivery-1", "fingerprint");
    done(writer.write(db -> keep(new EventRows(db), key)));
    store("first", EventStatus.STARTED, "body");
    clock.step(KEEP.plusDays(1));
    letGo(1L << 30);

    assertThat(events()).isEmpty();
    assertThat(known(key)).isTrue();
    clock.step(Duration.ofDays(90));
    letGo(1L << 30);
    assertThat(known(key)).isFalse();
  }

  @Test
  void aClockThatIsSetBackLetsNothingGoTooEarly() throws Exception {
    store("done", EventStatus.STARTED, "body");

    clock.step(Duration.ofDays(-365));
    letGo(1L << 30);

    assertThat(events()).containsExactly("done");
  }

  private boolean keep(EventRows rows, DedupeKey key) {
    rows.keep(key, "first", clock.instant());
    return true;
  }

  private boolean known(DedupeKey key) throws Exception {
    return done(writer.write(db -> new EventRows(db).known(key).isPresent()));
  }

  private void store(String id, EventStatus status, String body) throws Exception {
    var object = JsonNodeFactory.instance.objectNode();
    var event =
        new NewEvent(
            id,
            TriggerKind.WEBHOOK,
            new Target.Message("w", "start", "wireroom:w:start", Optional.empty()),
            object,
            List.of(Document.of("body", "text/plain", body.getBytes())),
            object,
            Optional.empty(),
            Optional.empty(),
            "",
            false,
            clock.instant());
    done(writer.write(db -> new EventRows(db).insert(event, status, Optional.empty())));
  }

  private void letGo(long keepBytes) throws Exception {
    var settings =
        new InboxSettings(Duration.ofHours(1), 100, KEEP, keepBytes, Duration.ofDays(90));
    new Retention(database, writer, settings, clock).letGo();
    done(writer.write(db -> true)); // why: the keys go by a write of their own
  }

  private List<String> events() {
    return database.read(
        db -> db.fetch("select id from event order by seq").map(row -> row.get(0, String.class)));
  }

  private int documents() {
    return database.read(
        db -> db.fetchSingle("select count(*) from document").get(0, Integer.class));
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
