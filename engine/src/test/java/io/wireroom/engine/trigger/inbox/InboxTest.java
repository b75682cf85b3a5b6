package io.wireroom.engine.trigger.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import io.wireroom.engine.document.DocumentFiles;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.RunFilter;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.testing.BrokerFixture;
import io.wireroom.engine.testing.Diagrams;
import io.wireroom.engine.testing.OnEveryStore;
import io.wireroom.engine.testing.TestStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@ExtendWith(BrokerFixture.Extension.class)
@OnEveryStore
class InboxTest {

  private static final Duration SHORT = Duration.ofSeconds(2);

  private final TestStore store;
  private final BrokerFixture broker;
  private final LosingEngine engine;
  @TempDir private Path folder;
  private String workflow = "";
  private Optional<Opened> opened = Optional.empty();

  InboxTest(TestStore store, BrokerFixture broker) {
    this.store = store;
    this.broker = broker;
    this.engine = new LosingEngine(broker.engine());
  }

  @BeforeEach
  void deploy(TestInfo test) throws Exception {
    workflow = "inbox-" + store + "-" + test.getTestMethod().orElseThrow().getName();
    var bpmn = Diagrams.oneStepByMessage(workflow, message(), workflow + "-job");
    done(broker.engine().deploy(workflow + ".bpmn", bpmn));
  }

  @AfterEach
  void close() throws Exception {
    shut();
  }

  @Test
  void anAcceptedEventStartsARunAndSaysWhich() throws Exception {
    open(SHORT, true);

    var id = accept();

    await().until(() -> status(id).equals("started"));
    assertThat(runs()).extracting(run -> run.eventId().orElseThrow()).containsExactly(id);
    assertThat(view(id).runKey()).contains(String.valueOf(runs().getFirst().key()));
  }

  @Test
  void whatAKillLeftBetweenTheStartAndItsMarkGetsNoSecondRun() throws Exception {
    open(SHORT, false);
    var id = accept();
    await().until(() -> runs().size() == 1);
    assertThat(status(id)).isEqualTo("accepted");
    shut();
    outlive(SHORT);

    open(SHORT, true);

    await().until(() -> status(id).equals("started"));
    assertOneRunEach(workflow, id, accept());
  }

  @Test
  void aLostAnswerAndAnOutageLongerThanTheBrokerRemembersGiveOneRun() throws Exception {
    open(SHORT, false); // why not told: only the question to the history may find it
    engine.lose(1).andGoAway();

    var id = accept();
    await().until(() -> runs().size() == 1);
    opened.orElseThrow().listen(broker);
    outlive(SHORT);
    engine.away(false);

    // why so long: its tries are up to five seconds apart by now, and each asks the history first
    await().atMost(Duration.ofMinutes(1)).until(() -> status(id).equals("started"));
    assertOneRunEach(workflow, id, accept());
  }

  @Test
  void aCreatedRunWhoseAnswerGotLostIsNotCreatedTwice() throws Exception {
    var created = workflow + "-created";
    done(broker.engine().deploy("c.bpmn", Diagrams.oneStep(created, workflow + "-job")));
    open(Duration.ofHours(1), true);
    engine.lose(1);

    var id = accept(new Target.Create(created, created), Optional.empty());
    await().until(() -> status(id).equals("started"));
    assertOneRunEach(created, id, accept(new Target.Create(created, created), Optional.empty()));
  }

  @Test
  void whileTheBrokerIsAwayEventsAreAcceptedAndLaterStartInTheirOrder() throws Exception {
    open(SHORT, true);
    engine.away(true);
    var ids = List.of(accept(), accept(), accept(), accept(), accept());
    assertThat(runs()).isEmpty();

    engine.away(false);

    await().until(() -> runs().size() == 5);
    assertThat(runs().reversed())
        .extracting(run -> run.eventId().orElseThrow())
        .containsExactlyElementsOf(ids);
  }

  @Test
  void aPausedWorkflowsEventsWaitAndGoOnWhenItIsResumed() throws Exception {
    open(SHORT, true);
    done(inbox().pause(workflow));

    var id = accept();
    assertThat(status(id)).isEqualTo("waiting");
    done(inbox().resume(workflow));

    await().until(() -> status(id).equals("started"));
    assertThat(runs()).hasSize(1);
  }

  @Test
  void theSameKeyIsADuplicateAndOtherContentUnderItAConflict() throws Exception {
    open(SHORT, true);
    var key = new DedupeKey(workflow, "k", "a");
    var first = accept(start(), Optional.of(key));

    var second = done(inbox().accept(event(start(), Optional.of(key))));
    var other =
        done(inbox().accept(event(start(), Optional.of(new DedupeKey(workflow, "k", "b")))));

    assertThat(second).isEqualTo(new Accepted.Duplicate(first));
    assertThat(other).isEqualTo(new Accepted.Conflicting(first));
    assertThat(inbox().queries().counts(Optional.of(workflow))).containsEntry("duplicate", 1L);
    await().until(() -> status(first).equals("started"));
    assertThat(runs()).hasSize(1);
  }

  @Test
  void anEventThatNoRunTookInTimeIsHandedOverAgainAndGivenUpAfterThreeTimes() throws Exception {
    open(Duration.ofMillis(300), true);
    var nobody =
        new Target.Message(workflow, "start", "wireroom:nobody:" + workflow, Optional.empty());

    var id = accept(nobody, Optional.empty());

    await().atMost(Duration.ofMinutes(1)).until(() -> status(id).equals("dead"));
    assertThat(view(id).reason()).hasValueSatisfying(r -> assertThat(r).contains("No run took it"));
    assertThat(engine.asked()).isGreaterThan(1);
  }

  /** The last event is a witness: when it has its run, the records show all before. */
  private void assertOneRunEach(String of, String... events) {
    await()
        .until(() -> runs(of).stream().anyMatch(r -> r.eventId().equals(Optional.of(events[1]))));
    assertThat(runs(of))
        .extracting(run -> run.eventId().orElseThrow())
        .containsExactlyInAnyOrder(events);
  }

  private void open(Duration remembered, boolean listening) {
    var database = store.open(folder, Database.Kind.INBOX);
    var settings = InboxSettings.USUAL.remembering(remembered);
    var inbox =
        new Inbox(
            database,
            engine,
            broker.history().queries(),
            settings,
            new Documents(new DocumentFiles(folder.resolve("documents"), Clock.systemUTC())),
            Clock.systemUTC());
    opened = Optional.of(new Opened(database, inbox));
    if (listening) {
      opened.get().listen(broker);
    }
    inbox.open(Set.of());
  }

  private void shut() throws Exception {
    if (opened.isPresent()) {
      opened.get().inbox().close();
      opened.get().database().close();
      opened = Optional.empty();
    }
  }

  /** Waits until the broker has forgotten the ids of messages that came before. */
  private static void outlive(Duration remembered) {
    var until = System.nanoTime() + remembered.plusSeconds(2).toNanos();
    await().atMost(Duration.ofMinutes(1)).until(() -> System.nanoTime() > until);
  }

  private String accept() throws Exception {
    return accept(start(), Optional.empty());
  }

  private String accept(Target target, Optional<DedupeKey> key) throws Exception {
    return done(inbox().accept(event(target, key))).eventId();
  }

  private static NewEvent event(Target target, Optional<DedupeKey> key) {
    var object = JsonNodeFactory.instance.objectNode();
    var event =
        NewEvent.of(
            Inbox.newId(),
            TriggerKind.WEBHOOK,
            target,
            object,
            object,
            Clock.systemUTC().instant());
    return key.map(event::dedupedBy).orElse(event);
  }

  private Target start() {
    return new Target.Message(workflow, "start", message(), Optional.empty());
  }

  private String message() {
    return "wireroom:" + workflow + ":start";
  }

  private Inbox inbox() {
    return opened.orElseThrow().inbox();
  }

  private EventView view(String id) {
    return inbox().queries().views(List.of(id)).getFirst();
  }

  private String status(String id) {
    return view(id).status();
  }

  private List<Run> runs() {
    return runs(workflow);
  }

  private List<Run> runs(String of) {
    return broker
        .history()
        .queries()
        .list(
            new RunFilter(
                Optional.of(of),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                50));
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private record Opened(Database database, Inbox inbox) {
    void listen(BrokerFixture broker) {
      broker.history().listen(inbox::recordsStored);
    }
  }
}
