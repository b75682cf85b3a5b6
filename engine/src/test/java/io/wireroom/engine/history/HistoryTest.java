package io.wireroom.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.testing.OnEveryStore;
import io.wireroom.engine.testing.TestStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
@OnEveryStore
class HistoryTest {
  private static final long RUN = 100;
  private static final long STEP = 200;

  private final List<Change> changes = new ArrayList<>();
  private final Database database;
  private final History history;
  private final RunQueries queries;
  private final Records records = new Records("newsroom", RUN, 0);

  HistoryTest(TestStore store, @TempDir Path folder) {
    database = store.open(folder);
    history = new History(database);
    queries = history.queries();
  }

  @BeforeEach
  void listen() {
    history.listen(changes::addAll);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void storesABatchThatComesAgainOnce() {
    records.begin().enter(STEP, "SERVICE_TASK", "fetch").job(STEP, "CREATED");
    history.store(records.all());
    records.job(STEP, "FAILED").complete(STEP, "SERVICE_TASK", "fetch").end();
    history.store(records.all());
    changes.clear();

    history.store(records.all());

    assertThat(changes).isEmpty();
    assertThat(queries.steps(RUN, 0)).singleElement().extracting(Step::attempts).isEqualTo(2);
    assertThat(run().status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void storesNothingOfABatchThatFailsHalfway() {
    var broken =
        new Records("newsroom", RUN, 0)
            .begin()
            .record("PROCESS", "CREATED", 1, object().put("resource", "not base64 !"));

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> history.store(broken.all()))
        .isInstanceOf(RuntimeException.class);

    assertThat(queries.run(RUN)).isEmpty();
    assertThat(changes).isEmpty();
  }

  @Test
  void letsRecordsPassThatItDoesNotKnow() {
    records
        .begin()
        .record("TELEPORT", "BEAMED", 1, JsonNodeFactory.instance.objectNode().put("a", 1))
        .record("JOB", "PAINTED", 2, object())
        .record("JOB", "COMPLETED", 3, object().put("elementInstanceKey", 555))
        .end();

    history.store(records.all());

    assertThat(run().status()).isEqualTo(Status.COMPLETED);
    assertThat(queries.unknownRecords()).isEqualTo(1);
    assertThat(raw()).containsExactly("TELEPORT BEAMED {\"a\":1}");
  }

  @Test
  void keepsOfUnknownRecordsTheNewest() {
    for (int i = 0; i < 10_500; i++) {
      records.record("TELEPORT", "BEAMED", i, object().put("a", i));
    }

    history.store(records.all());

    assertThat(queries.unknownRecords()).isEqualTo(10_500);
    assertThat(raw()).hasSizeBetween(9_990, 10_010).last().asString().contains("10499");
  }

  @Test
  void aClockThatIsSetBackMakesNoTimeNegative() {
    records.begin().enter(STEP, "SERVICE_TASK", "fetch");
    records.complete(STEP, "SERVICE_TASK", "fetch").end();
    var jumped =
        records.all().stream()
            .map(r -> r.intent().endsWith("COMPLETED") ? at(r, r.at().minusSeconds(3600)) : r)
            .toList();

    history.store(jumped);

    assertThat(run().endedAt().orElseThrow()).isEqualTo(run().startedAt());
    assertThat(step().endedAt().orElseThrow()).isEqualTo(step().startedAt());
    assertThat(step().status()).isEqualTo(Status.COMPLETED);
    assertThat(queries.newestRecordAt()).contains(jumped.get(1).at());
  }

  private static BrokerRecord at(BrokerRecord r, Instant when) {
    return new BrokerRecord(
        r.partition(), r.position(), r.key(), when, r.type(), r.intent(), r.value());
  }

  @Test
  void storesARunOfTenThousandStepsAndReadsItPageByPage() {
    records.begin();
    for (long step = 1_000; step < 11_000; step++) {
      records.enter(step, "SERVICE_TASK", "fetch").complete(step, "SERVICE_TASK", "fetch");
    }
    records.end();
    var all = records.all();
    for (int from = 0; from < all.size(); from += 1_000) {
      history.store(all.subList(from, Math.min(all.size(), from + 1_000)));
    }

    var pages = history.pages();
    var read = 0;
    for (var page = pages.steps(RUN, 0, 700); !page.isEmpty(); ) {
      read += page.size();
      page = pages.steps(RUN, page.getLast().step().key(), 700);
    }

    assertThat(read).isEqualTo(10_000);
    assertThat(run().status()).isEqualTo(Status.COMPLETED);
  }

  private List<String> raw() {
    return database.read(
        db ->
            db.fetch("select type, intent, json from raw_record order by position")
                .map(r -> r.get(0) + " " + r.get(1) + " " + r.get(2)));
  }

  @Test
  void isFailedWhileAnIncidentIsOpenAndRunsAgainAfterwards() {
    records.begin().enter(STEP, "SERVICE_TASK", "fetch").job(STEP, "CREATED");
    records.job(STEP, "FAILED", 0, 0, object().put("errorMessage", "no route"));
    records.incident(900, STEP, "no route", "CREATED");
    history.store(records.all());
    assertThat(run().status()).isEqualTo(Status.FAILED);
    assertThat(run().incidents()).isEqualTo(1);
    assertThat(step().error())
        .contains(new StepError("no route", Optional.empty(), Optional.of(900L)));
    assertThat(queries.openIncident(900)).map(Incident::retries).contains(3);

    records.incident(900, STEP, "no route", "RESOLVED");
    history.store(records.all());

    assertThat(run().status()).isEqualTo(Status.RUNNING);
    assertThat(step().status()).isEqualTo(Status.RUNNING);
    assertThat(step().error()).isEmpty();
    assertThat(step().attempts()).isEqualTo(2);
    assertThat(queries.openIncident(900)).isEmpty();
  }

  @Test
  void waitsOnlyWhenNothingElseIsActive() {
    records.begin().enter(STEP, "USER_TASK", "approve");
    records.enter(300, "SERVICE_TASK", "fetch");
    history.store(records.all());
    assertThat(run().status()).isEqualTo(Status.RUNNING);

    records.complete(300, "SERVICE_TASK", "fetch");
    history.store(records.all());

    assertThat(run().status()).isEqualTo(Status.WAITING);
    assertThat(changes.getLast()).isEqualTo(new Change.RunChanged(run()));
  }

  @Test
  void showsEachItemOfAMultiInstanceStepUnderItsBody() {
    records.begin().enter(STEP, "MULTI_INSTANCE_BODY", "each");
    records.enter(301, "SERVICE_TASK", "each", STEP).variable(301, "item", "{\"id\":1}");
    records.enter(302, "SERVICE_TASK", "each", STEP).variable(302, "item", "{\"id\":2}");

    history.store(records.all());

    assertThat(queries.stepsWithValues(RUN))
        .extracting(s -> s.step().parent().orElse(0L) + " " + s.input())
        .containsExactly("0 {}", "200 {\"item\":{\"id\":1}}", "200 {\"item\":{\"id\":2}}");
  }

  @Test
  void takesEventAndTriggerFromVariablesThatComeBeforeTheRun() {
    records.variable(RUN, "wireroomEvent", "\"e-1\"");
    records.variable(RUN, "wireroomTrigger", "\"cli\"");
    records.variable(RUN, "title", "\"News\"").begin();

    history.store(records.all());

    assertThat(run().eventId()).contains("e-1");
    assertThat(run().trigger()).isEqualTo("cli");
    assertThat(changes).contains(new Change.EventStarted("e-1", RUN));
    assertThat(queries.variables(RUN)).isEqualTo(object().put("title", "News"));
  }

  @Test
  void tellsOfAStartedEventOnceAlthoughMessageAndVariableSayIt() {
    records.correlated("e-2").begin().variable(RUN, "wireroomEvent", "\"e-2\"");

    history.store(records.all());

    assertThat(changes.stream().filter(Change.EventStarted.class::isInstance))
        .containsExactly(new Change.EventStarted("e-2", RUN));
  }

  @Test
  void countsAnAttemptWhenTheBackOffIsOver() {
    records.begin().enter(STEP, "SERVICE_TASK", "fetch").job(STEP, "CREATED");
    records.job(STEP, "FAILED", 2, 5_000, object().put("errorMessage", "busy"));
    history.store(records.all());
    assertThat(step().attempts()).isEqualTo(1);
    assertThat(step().error().map(StepError::message)).contains("busy");

    records.job(STEP, "RECURRED_AFTER_BACKOFF");
    history.store(records.all());

    assertThat(step().attempts()).isEqualTo(2);
  }

  @Test
  void showsAStepWhoseErrorTheDiagramCaughtAsHandledInARunThatGoesOn() {
    records.begin().enter(STEP, "SERVICE_TASK", "fetch").job(STEP, "CREATED");
    records.job(
        STEP,
        "ERROR_THROWN",
        3,
        0,
        object().put("errorCode", "NOT_A_FEED").put("errorMessage", "HTML"));
    records.terminate(STEP, "SERVICE_TASK", "fetch").enter(400, "BOUNDARY_EVENT", "caught");

    history.store(records.all());

    assertThat(step().status()).isEqualTo(Status.HANDLED);
    assertThat(step().error())
        .contains(new StepError("HTML", Optional.of("NOT_A_FEED"), Optional.empty()));
    assertThat(run().status()).isEqualTo(Status.RUNNING);
  }

  @Test
  void saysAnErrorThatNothingCatchesInTheConnectorsWordsAndKeepsTheBrokers() {
    var said =
        "Expected to throw an error event with the code 'HTTP_4XX' with message 'GET http://x"
            + " answered 404,\nsorry', but it was not caught. No error events are available in"
            + " the scope.";
    records.begin().enter(STEP, "SERVICE_TASK", "fetch").job(STEP, "CREATED");
    records.incident(700, STEP, said, "CREATED");

    history.store(records.all());

    assertThat(step().error())
        .contains(
            new StepError(
                "GET http://x answered 404,\nsorry", Optional.of("HTTP_4XX"), Optional.of(700L)));
    assertThat(queries.stepsWithValues(RUN).getFirst().raw()).contains(said);

    records.terminate(STEP, "SERVICE_TASK", "fetch");
    history.store(records.all());

    assertThat(step().status()).isEqualTo(Status.CANCELLED);
  }

  @Test
  void namesARunByItsWorkflowsName() {
    var xml = "<process id=\"newsroom\" name=\"Our newsroom\"/>";
    var resource = Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    records.record(
        "PROCESS",
        "CREATED",
        11,
        object()
            .put("processDefinitionKey", 11)
            .put("bpmnProcessId", "newsroom")
            .put("version", 3)
            .put("resource", resource));
    records.begin();

    history.store(records.all());

    assertThat(run().name()).isEqualTo("Our newsroom");
  }

  @Test
  void keepsValuesOfManyMegabytes() {
    var long1 = "\"" + "x".repeat(3_000_000) + "\"";
    records.begin().variable(RUN, "page", long1);

    history.store(records.all());

    assertThat(queries.variables(RUN).path("page").asText()).hasSize(3_000_000);
  }

  @Test
  void listsPageByPageWithoutGapsOrRepetitionsWhileRunsAreAdded() {
    for (var i = 0; i < 5; i++) {
      history.store(new Records("newsroom", 1_000 + i, i * 10L).begin().all());
    }
    var first = queries.list(filter(Optional.empty(), Optional.empty(), 2));
    history.store(new Records("newsroom", 2_000, 90).begin().all());

    var last = first.getLast();
    var second =
        queries.list(
            filter(
                Optional.empty(),
                Optional.of(new RunFilter.Place(last.startedAt(), last.key())),
                10));

    assertThat(first).extracting(Run::key).containsExactly(1_004L, 1_003L);
    assertThat(second).extracting(Run::key).containsExactly(1_002L, 1_001L, 1_000L);
  }

  @Test
  void findsRunsByTheWordsOfAnyValueWhateverElseIsTyped() {
    history.store(new Records("a", 1_000, 0).begin().variable(1_000, "x", "\"100% sure\"").all());
    history.store(new Records("b", 2_000, 10).begin().variable(2_000, "x", "\"100 per\"").all());

    assertThat(queries.list(filter(Optional.of("SURE, 100%"), Optional.empty(), 10)))
        .extracting(Run::workflow)
        .containsExactly("a");
    assertThat(
            queries.list(filter(Optional.of("' or \"100\"* near(a b) --"), Optional.empty(), 10)))
        .isEmpty();
  }

  private static RunFilter filter(
      Optional<String> text, Optional<RunFilter.Place> after, int limit) {
    return new RunFilter(
        Optional.empty(),
        Optional.empty(),
        text,
        Optional.of(Instant.EPOCH),
        Optional.empty(),
        after,
        limit);
  }

  private Run run() {
    return queries.run(RUN).orElseThrow();
  }

  private Step step() {
    return queries.steps(RUN, 0).stream().filter(s -> s.key() == STEP).findFirst().orElseThrow();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
