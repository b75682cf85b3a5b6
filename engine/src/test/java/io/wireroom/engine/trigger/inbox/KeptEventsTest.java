package io.wireroom.engine.trigger.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import io.wireroom.engine.document.DocumentFiles;
import io.wireroom.engine.document.DocumentId;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.store.GroupCommit;
import io.wireroom.engine.testing.OnEveryStore;
import io.wireroom.engine.testing.TestStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the inbox keeps of events, how it is found, and when it goes. */
@Tag("module")
@OnEveryStore
class KeptEventsTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final Database database;
  private final GroupCommit writer;
  private final InboxQueries queries;
  private final Documents large;

  KeptEventsTest(TestStore store, @TempDir Path folder) {
    database = store.open(folder, Database.Kind.INBOX);
    writer =
        new GroupCommit(
            database, "test", new GroupCommit.Trouble(InboxTrouble::full, InboxTrouble::notStored));
    queries = new InboxQueries(database);
    large = new Documents(new DocumentFiles(folder.resolve("documents"), Clock.systemUTC()));
    large.also(queries::document);
  }

  @AfterEach
  void close() throws Exception {
    writer.close();
    database.close();
  }

  @Test
  void numbersEventsInTheirOrderAndReadsThemBack() throws Exception {
    var first = insert(event("e-1", "a", NOON));
    var second = insert(event("e-2", "a", NOON));

    assertThat(second.seq()).isGreaterThan(first.seq());
    assertThat(queries.lastSeq()).isEqualTo(second.seq());
    assertThat(queries.accepted(first.lane(), first.seq(), 10)).containsExactly(second);
    assertThat(queries.lanesWithAccepted()).containsExactly(first.lane());
    assertThat(queries.backlog().count()).isEqualTo(2);
    assertThat(queries.counts(Optional.of("a"))).containsEntry("accepted", 2L);
  }

  @Test
  void keepsDocumentsInTheOrderInWhichTheyCame() throws Exception {
    var documents =
        List.of(document("z.txt", "last"), document("a.txt", "first"), document("m.txt", "first"));
    insert(event("e-1", "a", NOON, documents));

    assertThat(queries.whole("e-1").orElseThrow().documents())
        .extracting(InboxQueries.Attached::name)
        .containsExactly("z.txt", "a.txt", "m.txt");
    assertThat(queries.kept("e-1", large).orElseThrow().documents().get(1).bytes())
        .isEqualTo("first".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void findsEventsByTextTakenLiterallyAndInAnyCase() throws Exception {
    insert(event("e-1", "100% Sure", NOON));
    insert(event("e-2", "100 per", NOON));

    assertThat(ids("100% s")).containsExactly("e-1");
    assertThat(ids("E-2")).isEmpty();
    assertThat(ids("e-2")).containsExactly("e-2");
    assertThat(ids("' or '1'='1")).isEmpty();
    assertThat(ids("")).containsExactly("e-2", "e-1");
  }

  @Test
  void marksWhatBecameOfThem() throws Exception {
    insert(event("e-1", "a", NOON));
    change(db -> new EventRows(db).shown("e-1", EventStatus.STARTED, 1L << 53, NOON));
    insert(event("e-2", "b", NOON));
    change(db -> new EventRows(db).move("b", EventStatus.ACCEPTED, EventStatus.WAITING, NOON));
    change(db -> new EventRows(db).dead("e-2", "nobody", NOON));

    assertThat(queries.views(List.of("e-1", "e-2")))
        .extracting(EventView::status)
        .containsExactly("started", "dead");
    assertThat(ids(String.valueOf(1L << 53))).containsExactly("e-1");
  }

  @Test
  void aLongKeyIsStillKnownAsTheSame() throws Exception {
    var long1 = noise(20_000);
    change(db -> keep(db, new DedupeKey("s", long1), "e-1"));

    assertThat(known(long1)).isPresent();
    assertThat(known(long1 + "x")).isEmpty();
  }

  @Test
  void whatIsDoneWithGoesByAgeAndTheKeysLater() throws Exception {
    insert(event("old", "a", NOON.minus(Duration.ofDays(31)), List.of(document("d", "old"))));
    insert(event("open", "a", NOON.minus(Duration.ofDays(31))));
    insert(event("new", "a", NOON));
    change(db -> new EventRows(db).shown("old", EventStatus.STARTED, 1, NOON));
    change(db -> new EventRows(db).shown("new", EventStatus.STARTED, 2, NOON));
    change(db -> keep(db, new DedupeKey("s", "old"), "old"));

    retention(InboxSettings.USUAL, NOON).letGo();
    assertThat(ids("")).containsExactly("new", "open");
    assertThat(queries.document(new DocumentId(document("d", "old").id()))).isEmpty();
    assertThat(known("old")).isPresent();

    retention(InboxSettings.USUAL, NOON.plus(Duration.ofDays(91))).letGo();
    change(db -> {}); // why: the writer does one after the other
    assertThat(known("old")).isEmpty();
  }

  @Test
  void theOldestThatAreDoneWithGoWhenTheyAreTooMuchAndTheNewestStay() throws Exception {
    for (int i = 0; i < 600; i++) {
      var id = "e-%04d".formatted(i);
      insert(event(id, "a", NOON, List.of(document("d", noise(4_000)))));
      change(db -> new EventRows(db).shown(id, EventStatus.STARTED, 1, NOON));
    }
    assertThat(database.bytes()).isGreaterThan(2_000_000);
    var usual = InboxSettings.USUAL;

    retention(
            new InboxSettings(usual.remembered(), 1, usual.keep(), 1_500_000, usual.keepKeys()),
            NOON)
        .letGo();

    assertThat(database.bytes()).isLessThan(1_500_000);
    assertThat(ids("")).hasSizeBetween(50, 150).contains("e-0599").doesNotContain("e-0000");
  }

  @Test
  void aBodyStaysWhileAnEventThatStaysHasTheSame() throws Exception {
    var old = NOON.minus(Duration.ofDays(31));
    insert(event("old", "a", old, List.of(document("d", "both sent this"))));
    insert(event("new", "a", NOON, List.of(document("d", "both sent this"))));
    change(db -> new EventRows(db).shown("old", EventStatus.STARTED, 1, NOON));

    retention(InboxSettings.USUAL, NOON).letGo();

    assertThat(ids("")).containsExactly("new");
    assertThat(queries.document(new DocumentId(document("d", "both sent this").id()))).isPresent();
  }

  @Test
  void aClockThatIsSetBackLetsNothingGoTooEarly() throws Exception {
    insert(event("done", "a", NOON));
    change(db -> new EventRows(db).shown("done", EventStatus.STARTED, 1, NOON));

    retention(InboxSettings.USUAL, NOON.minus(Duration.ofDays(365))).letGo();

    assertThat(ids("")).containsExactly("done");
  }

  private Retention retention(InboxSettings settings, Instant now) {
    return new Retention(database, writer, settings, id -> false, Clock.fixed(now, ZoneOffset.UTC));
  }

  private Optional<EventRows.Known> known(String key) {
    return database.read(db -> new EventRows(db).known(new DedupeKey("s", key)));
  }

  private static boolean keep(DSLContext db, DedupeKey key, String eventId) {
    new EventRows(db).keep(key, eventId, NOON);
    return true;
  }

  private StoredEvent insert(NewEvent event) throws Exception {
    return done(
        writer.write(
            db -> new EventRows(db).insert(event, EventStatus.ACCEPTED, Optional.empty())));
  }

  private void change(java.util.function.Consumer<DSLContext> work) throws Exception {
    done(
        writer.write(
            db -> {
              work.accept(db);
              return true;
            }));
  }

  private List<String> ids(String text) {
    return queries
        .list(
            new EventFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(text).filter(t -> !t.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                1_000))
        .stream()
        .map(EventView::id)
        .toList();
  }

  private static NewEvent event(String id, String workflow, Instant at) {
    return event(id, workflow, at, List.of());
  }

  private static NewEvent event(String id, String workflow, Instant at, List<Document> documents) {
    var request = JsonNodeFactory.instance.objectNode().put("path", "/hooks/" + workflow);
    return new NewEvent(
        id,
        TriggerKind.WEBHOOK,
        new Target.Create(workflow, workflow),
        request,
        documents,
        JsonNodeFactory.instance.objectNode(),
        Optional.empty(),
        Optional.empty(),
        "",
        false,
        at);
  }

  private static Document document(String name, String text) {
    return Document.of(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Text that no database can make smaller by much. */
  private static String noise(int length) {
    var letters = new Random().ints(length, 'a', 'z' + 1);
    return letters
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
