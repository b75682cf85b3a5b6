package io.wireroom.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wireroom.engine.workflow.Problem.Severity;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class FlowCheckTest {
  @Test
  void hasNothingAgainstADiagramThatRuns() {
    assertThat(problems(Bpmn.webhook("fine", "fine"))).isEmpty();
  }

  @Test
  void namesArrowsThatLeadToWhatIsNotThere() {
    var problems =
        problems(Bpmn.noneStart("lost").replace("targetRef=\"call\"", "targetRef=\"gone\""));

    assertThat(problems)
        .extracting(p -> p.elementId().orElse(""), Problem::severity, Problem::message)
        .containsExactly(
            tuple("a", Severity.error, "This arrow leads to gone, which is not there."));
  }

  @Test
  void namesEventsThatAreAttachedToNothing() {
    var problems =
        problems(
            Bpmn.noneStart("loose")
                .replace(
                    "<bpmn:endEvent",
                    """
                    <bpmn:boundaryEvent id="caught"><bpmn:errorEventDefinition id="any" />
                    </bpmn:boundaryEvent><bpmn:endEvent"""));

    assertThat(problems)
        .extracting(p -> p.elementId().orElse(""), Problem::message)
        .containsExactly(tuple("caught", "This event is attached to nothing."));
  }

  @Test
  void wantsAnAnsweringStepWhereCallersWaitForOne() {
    var asks =
        Bpmn.webhook("asks", "asks")
            .replace(
                "<zeebe:property name=\"inbound.path\"",
                "<zeebe:property name=\"inbound.response\" value=\"respond\" />"
                    + "<zeebe:property name=\"inbound.path\"");

    assertThat(problems(asks))
        .extracting(p -> p.elementId().orElse(""), Problem::severity)
        .containsExactly(tuple("start", Severity.error));
    assertThat(problems(asks.replace("wireroom:http:1", "wireroom:respond:1"))).isEmpty();
  }

  @Test
  void warnsOfStepsThatNothingInWireroomDoes() {
    assertThat(problems(Bpmn.noneStart("other").replace("wireroom:http:1", "send-mail")))
        .extracting(p -> p.elementId().orElse(""), Problem::severity)
        .containsExactly(tuple("call", Severity.warning));
    assertThat(problems(Bpmn.noneStart("people").replace("serviceTask", "userTask"))).isEmpty();
  }

  private static List<Problem> problems(String xml) {
    return FlowCheck.problems(Diagram.parse(xml));
  }
}
