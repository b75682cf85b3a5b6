package io.wireroom.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.Verdict;
import io.wireroom.engine.testing.BrokerFixture;
import io.wireroom.engine.testing.Diagrams;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(BrokerFixture.Extension.class)
class WaitsOfRunsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final BrokerFixture broker;
  private final StepQueries steps;

  WaitsOfRunsTest(BrokerFixture broker) {
    this.broker = broker;
    this.steps = broker.history().steps();
  }

  @Test
  void knowsTheTimerAndTheMessageOfAGatewayUntilOneComes() throws Exception {
    deploy(
        "w1",
        """
        <startEvent id="start"><outgoing>f1</outgoing></startEvent>
        <sequenceFlow id="f1" sourceRef="start" targetRef="either"/>
        <eventBasedGateway id="either"><incoming>f1</incoming><outgoing>f2</outgoing>
          <outgoing>f3</outgoing></eventBasedGateway>
        <sequenceFlow id="f2" sourceRef="either" targetRef="late"/>
        <sequenceFlow id="f3" sourceRef="either" targetRef="reply"/>
        <intermediateCatchEvent id="late"><incoming>f2</incoming><outgoing>f4</outgoing>
          <timerEventDefinition>
            <timeDuration xsi:type="tFormalExpression">PT5M</timeDuration>
          </timerEventDefinition></intermediateCatchEvent>
        <intermediateCatchEvent id="reply"><incoming>f3</incoming><outgoing>f5</outgoing>
          <messageEventDefinition messageRef="m"/></intermediateCatchEvent>
        <sequenceFlow id="f4" sourceRef="late" targetRef="end"/>
        <sequenceFlow id="f5" sourceRef="reply" targetRef="end"/>
        <endEvent id="end"><incoming>f4</incoming><incoming>f5</incoming></endEvent>
        """);
    var key = start("w1", object().put("order", "4711"));

    await().until(() -> things(key).size() == 2);
    assertThat(things(key)).anyMatch(thing -> thing.dueAt().isPresent());
    assertThat(things(key))
        .anyMatch(
            thing ->
                thing.message().equals(Optional.of("w-reply"))
                    && thing.correlationKey().equals(Optional.of("4711")));

    done(broker.engine().publish("w-reply", "4711", "w1-1", object(), MINUTE));
    await().until(() -> run(key).status() == Status.COMPLETED);
    await().until(() -> left(key).isEmpty());
  }

  @Test
  void forgetsWhatACancelledRunWaitedFor() throws Exception {
    deploy(
        "w2",
        """
        <startEvent id="start"><outgoing>f1</outgoing></startEvent>
        <sequenceFlow id="f1" sourceRef="start" targetRef="reply"/>
        <receiveTask id="reply" messageRef="m"><incoming>f1</incoming></receiveTask>
        <boundaryEvent id="late" attachedToRef="reply"><outgoing>f2</outgoing>
          <timerEventDefinition>
            <timeDuration xsi:type="tFormalExpression">PT5M</timeDuration>
          </timerEventDefinition></boundaryEvent>
        <sequenceFlow id="f2" sourceRef="late" targetRef="end"/>
        <endEvent id="end"><incoming>f2</incoming></endEvent>
        """);
    var key = start("w2", object().put("order", "4712"));
    await().until(() -> things(key).size() == 2);

    done(broker.engine().cancel(key));

    await().until(() -> left(key).isEmpty());
  }

  @Test
  void keepsEachTryAndWhenTheNextOneIsDue() throws Exception {
    done(broker.engine().deploy("w3.bpmn", Diagrams.oneStep("w3", "w3-job")));
    var key = start("w3", object());

    try (var worker =
        broker
            .engine()
            .work(
                "w3-job",
                List.of(),
                MINUTE,
                2,
                job -> new Verdict.Fail("busy", 2, Duration.ofMinutes(30)))) {
      await().until(() -> steps.open(key).stream().anyMatch(step -> step.last().isPresent()));
    }

    var last = steps.open(key).getFirst().last().orElseThrow();
    assertThat(last.error()).contains("busy");
    assertThat(last.retriesLeft()).contains(2);
    assertThat(Duration.between(last.endedAt().orElseThrow(), last.nextAt().orElseThrow()))
        .isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void countsALoopAndFollowsACall() throws Exception {
    done(broker.engine().deploy("w5.bpmn", Diagrams.oneStep("w5", "w5-job")));
    deploy(
        "w4",
        """
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="each"/>
        <callActivity id="each">
          <extensionElements><zeebe:calledElement processId="w5"/></extensionElements>
          <multiInstanceLoopCharacteristics isSequential="true"><extensionElements>
            <zeebe:loopCharacteristics inputCollection="=items" inputElement="item"/>
          </extensionElements></multiInstanceLoopCharacteristics>
        </callActivity>
        """);
    var items = object();
    items.putArray("items").add("a").add("b").add("c");
    var key = start("w4", items);

    await().until(() -> steps.calls(key).size() == 1);
    var call = steps.calls(key).getFirst();
    var item =
        steps.page(key, 0, Optional.of("each"), 10).stream()
            .filter(step -> step.loop().isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(item.loop()).contains(new StepDetail.Loop(1, Optional.of(3)));
    assertThat(item.calledRun()).contains(call.key());
    assertThat(call.parent()).contains(new Run.Parent(key, item.values().step().key()));
    done(broker.engine().cancel(key));
  }

  private List<AwaitedThing> things(long key) {
    return steps.open(key).stream().flatMap(step -> step.things().stream()).toList();
  }

  private List<AwaitedThing> left(long key) {
    return broker.database().read(db -> new WaitRows(db).of(key));
  }

  private Run run(long key) {
    return broker.history().queries().run(key).orElseThrow();
  }

  private void deploy(String workflow, String elements) throws Exception {
    var deployed =
        done(
            broker
                .engine()
                .deploy(
                    workflow + ".bpmn",
                    Diagrams.definitions(
                        """
                    <message id="m" name="w-reply"><extensionElements>
                      <zeebe:subscription correlationKey="=order"/></extensionElements></message>
                    <process id="%s" isExecutable="true">%s</process>
                    """
                            .formatted(workflow, elements))));
    assertThat(deployed).isInstanceOf(ProcessEngine.Deployment.Deployed.class);
  }

  private long start(String workflow, ObjectNode variables) throws Exception {
    return done(broker.engine().create(workflow, Optional.empty(), variables));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.await(30, TimeUnit.SECONDS);
  }
}
