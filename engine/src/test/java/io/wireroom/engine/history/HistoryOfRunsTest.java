package io.wireroom.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.wireroom.engine.process.RunVariables;
import io.wireroom.engine.process.Verdict;
import io.wireroom.engine.testing.BrokerFixture;
import io.wireroom.engine.testing.Diagrams;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(BrokerFixture.Extension.class)
class HistoryOfRunsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final BrokerFixture broker;
  private final RunQueries queries;

  HistoryOfRunsTest(BrokerFixture broker) {
    this.broker = broker;
    this.queries = broker.history().queries();
  }

  @Test
  void showsACompletedRunWithItsStepsAndValues() throws Exception {
    var started = new CopyOnWriteArrayList<Change.EventStarted>();
    broker
        .history()
        .listen(
            changes ->
                changes.forEach(
                    c -> {
                      if (c instanceof Change.EventStarted s && s.eventId().equals("e-7")) {
                        started.add(s);
                      }
                    }));
    done(broker.engine().deploy("h1.bpmn", Diagrams.oneStepByMessage("h1", "h1-go", "h1-job")));
    var variables = RunVariables.with(object().put("title", "News"), "e-7", "webhook");

    done(broker.engine().publish("h1-go", "e-7", "e-7", variables, MINUTE));
    try (var worker =
        broker
            .engine()
            .work(
                "h1-job",
                List.of(),
                MINUTE,
                2,
                job -> new Verdict.Complete(object().put("answer", 42)))) {
      await().until(() -> runsOf("h1").stream().anyMatch(r -> r.status() == Status.COMPLETED));
    }

    var run = runsOf("h1").getFirst();
    assertThat(run.trigger()).isEqualTo("webhook");
    assertThat(run.eventId()).contains("e-7");
    assertThat(started).containsExactly(new Change.EventStarted("e-7", run.key()));
    assertThat(queries.variables(run.key()))
        .isEqualTo(object().put("title", "News").put("answer", 42));
    var steps = queries.stepsWithValues(run.key());
    assertThat(steps).extracting(s -> s.step().elementId()).containsExactly("start", "step", "end");
    assertThat(steps.get(1).step().name()).isEqualTo("The step");
    assertThat(steps.get(1).step().connector()).contains("h1-job");
    assertThat(steps.get(1).step().attempts()).isEqualTo(1);
    assertThat(steps.get(1).output()).contains(object().put("answer", 42));
  }

  @Test
  void showsAnIncidentAsAFailedRunWithTheCause() throws Exception {
    done(broker.engine().deploy("h2.bpmn", Diagrams.oneStep("h2", "h2-job")));
    var key = done(broker.engine().create("h2", Optional.empty(), object()));

    try (var worker =
        broker
            .engine()
            .work(
                "h2-job",
                List.of(),
                MINUTE,
                2,
                job -> new Verdict.Fail("the peer hung up", 0, Duration.ZERO))) {
      await().until(() -> runsOf("h2").stream().anyMatch(r -> r.status() == Status.FAILED));
    }

    var step = queries.steps(key, 0).stream().filter(s -> s.elementId().equals("step")).findFirst();
    assertThat(step.orElseThrow().status()).isEqualTo(Status.FAILED);
    assertThat(step.orElseThrow().error().orElseThrow().message()).isEqualTo("the peer hung up");
    assertThat(step.orElseThrow().error().orElseThrow().incidentKey()).isPresent();
  }

  private List<Run> runsOf(String workflow) {
    return queries.list(
        new RunFilter(
            Optional.of(workflow),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            50));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static <T> T done(Future<T> future) throws TimeoutException {
    return future.await(30, TimeUnit.SECONDS);
  }
}
