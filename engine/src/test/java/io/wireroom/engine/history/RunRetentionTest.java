package io.wireroom.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wireroom.engine.document.DocumentFiles;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.document.Reference;
import io.wireroom.engine.store.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class RunRetentionTest {
  /** Tables of runs whose rows stay when the run goes, with the reason. */
  private static final Set<String> STAY = Set.of();

  /** When the hand-written records play. */
  private static final Instant THEN = Instant.parse("2026-11-23T10:00:00Z");

  private final Database database;
  private final Documents documents;
  private final History history;
  private long position;

  RunRetentionTest(@TempDir Path folder) {
    database = Database.open(folder.resolve("test.db"));
    documents = new Documents(new DocumentFiles(folder.resolve("documents"), Clock.systemUTC()));
    history = new History(database, HistorySettings.USUAL, documents);
    documents.neededBy("history", history.queries()::needs);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aRunGoesWithAllThatBelongsToItAndOneUnderWayStays() {
    run(100, true);
    run(300, false);

    var gone = retention(HistorySettings.USUAL, Duration.ofDays(91)).sweep();

    assertThat(gone).isEqualTo(1);
    assertThat(history.queries().run(100)).isEmpty();
    assertThat(history.queries().run(300)).isPresent();
    for (var table : RunRetention.TABLES) {
      assertThat(rows(table, 100)).as(table).isZero();
    }
    assertThat(rows("step", 300)).isEqualTo(1);
  }

  @Test
  void aDocumentGoesAfterTheLastRunThatNeedsIt() {
    run(100, true);
    run(300, false);
    var shared = document(300);
    var tomorrow = Clock.systemUTC().instant().plus(Duration.ofDays(1));

    retention(HistorySettings.USUAL, Duration.ofDays(91)).sweep();
    documents.sweep(tomorrow);
    assertThat(documents.open(shared.id())).isPresent();

    store(new Records("newsroom", 300, position).end());
    retention(HistorySettings.USUAL, Duration.ofDays(91)).sweep();
    documents.sweep(tomorrow);
    assertThat(documents.open(shared.id())).isEmpty();
  }

  @Test
  void keepsNothingLongerOrShorterThanItsTime() {
    run(100, true);

    assertThat(retention(HistorySettings.USUAL, Duration.ofDays(89)).sweep()).isZero();
    assertThat(retention(HistorySettings.USUAL, Duration.ofDays(91)).sweep()).isEqualTo(1);
  }

  @Test
  void aWorkflowsOwnTimeWinsOverTheSettings() {
    history.store(
        List.of(
            new BrokerRecord(
                1, ++position, 11, THEN, "PROCESS", "CREATED", definition("wireroom.keep", "5d"))));
    run(100, true);

    assertThat(retention(HistorySettings.USUAL, Duration.ofDays(6)).sweep()).isEqualTo(1);
  }

  @Test
  void keepsSoManyRunsOfAWorkflowTheNewest() {
    for (long key = 1000; key < 1000 + 150 * 10; key += 10) {
      run(key, true);
    }
    run(9000, false);
    var five = new HistorySettings("", Duration.ofDays(90), 5);

    assertThat(retention(five, Duration.ofDays(1)).sweep()).isEqualTo(145);

    assertThat(history.queries().run(1000 + 149 * 10)).isPresent();
    assertThat(history.queries().run(1000 + 144 * 10)).isEmpty();
    assertThat(history.queries().run(9000)).isPresent();
  }

  @Test
  void everyTableOfRunsIsKnownToGoOrToStay() {
    var tables =
        database.read(
            db ->
                db.meta().getTables().stream()
                    .filter(
                        table ->
                            table.fieldStream().map(Field::getName).anyMatch("run_key"::equals))
                    .map(Table::getName)
                    .filter(name -> !STAY.contains(name))
                    .toList());

    assertThat(RunRetention.TABLES).containsExactlyInAnyOrderElementsOf(tables);
  }

  private void run(long key, boolean ended) {
    var records = new Records("newsroom", key, position).begin();
    records.enter(key + 1, "SERVICE_TASK", "fetch").job(key + 1, "CREATED");
    records.variable(key, "text", "\"" + "a".repeat(100_000) + "\"");
    records.incident(key + 5, key + 1, "no", "CREATED");
    store(ended ? records.end() : records);
  }

  private void store(Records records) {
    position += records.all().size();
    history.store(records.all());
  }

  private Reference document(long run) {
    return Reference.of(history.queries().variables(run).path("text")).orElseThrow();
  }

  private int rows(String table, long run) {
    return database.read(
        db ->
            db.fetchSingle("select count(*) from " + table + " where run_key = ?", run)
                .get(0, Integer.class));
  }

  private RunRetention retention(HistorySettings settings, Duration later) {
    return new RunRetention(database, settings, Clock.fixed(THEN.plus(later), ZoneOffset.UTC));
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode definition(
      String name, String value) {
    var xml =
        """
        <definitions xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
          <process id="newsroom"><extensionElements><zeebe:properties>
            <zeebe:property name="%s" value="%s"/>
          </zeebe:properties></extensionElements></process></definitions>
        """
            .formatted(name, value);
    return JsonNodeFactory.instance
        .objectNode()
        .put("processDefinitionKey", 11)
        .put("bpmnProcessId", "newsroom")
        .put("version", 3)
        .put("resource", Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
