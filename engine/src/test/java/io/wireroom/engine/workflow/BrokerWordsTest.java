package io.wireroom.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.ProcessEngine.Deployment;
import io.wireroom.engine.testing.BrokerFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On what the real broker says. */
@Tag("broker")
@ExtendWith(BrokerFixture.Extension.class)
class BrokerWordsTest {
  private final BrokerFixture broker;

  BrokerWordsTest(BrokerFixture broker) {
    this.broker = broker;
  }

  @Test
  void aStepThatNobodyDoes() throws Exception {
    assertThat(messages("<bpmn:serviceTask id='step'>%s</bpmn:serviceTask>"))
        .contains("Nobody does this step: no connector is chosen.");
  }

  @Test
  void aRepetitionWithoutItemsAndWithoutAStart() throws Exception {
    assertThat(
            messages(
                "<bpmn:subProcess id='step'>%s<bpmn:multiInstanceLoopCharacteristics/>"
                    + "</bpmn:subProcess>"))
        .contains(
            "The repetition does not say for which items.",
            "There is no single place where it starts.");
  }

  @Test
  void anExpressionThatIsNone() throws Exception {
    assertThat(
            messages(
                "<bpmn:scriptTask id='step'><bpmn:extensionElements>"
                    + "<zeebe:script expression='=1 +* 2' resultVariable='r'/>"
                    + "</bpmn:extensionElements>%s</bpmn:scriptTask>"))
        .anySatisfy(m -> assertThat(m).startsWith("This is no expression that can be computed: 1"));
  }

  private List<String> messages(String step) throws Exception {
    var flows = "<bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>";
    var bpmn =
        Bpmn.definitions(
            """
            <bpmn:process id="broker-words" isExecutable="true">
              <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
              <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="step" />
              %s
              <bpmn:sequenceFlow id="b" sourceRef="step" targetRef="end" />
              <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
            </bpmn:process>
            """
                .formatted(step.formatted(flows)));
    ProcessEngine engine = broker.engine();
    var answer =
        engine
            .deploy("words.bpmn", bpmn.getBytes(StandardCharsets.UTF_8))
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
    return ((Deployment.Refused) answer)
        .faults().stream()
            .peek(f -> assertThat(f.elementId()).contains("step"))
            .map(BrokerWords::problem)
            .peek(p -> assertThat(p.fix()).isPresent())
            .map(Problem::message)
            .toList();
  }
}
