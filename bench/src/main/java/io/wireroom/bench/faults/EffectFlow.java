package io.wireroom.bench.faults;

import io.wireroom.bench.faults.EffectScenario.Call;
import java.util.List;

/**
 * Draws a process of calls; a call and the one beside it are the branches of a parallel gateway.
 */
final class EffectFlow {
  private final StringBuilder elements = new StringBuilder();
  private final String sink;
  private final boolean asking;
  private String last = "start";
  private int flows;

  private EffectFlow(String sink, boolean asking) {
    this.sink = sink;
    this.asking = asking;
  }

  static String id(int number) {
    return "effects-" + number;
  }

  static String diagram(int number, List<Call> calls, String sink, boolean asking) {
    var drawn = new EffectFlow(sink, asking);
    for (int i = 0; i < calls.size(); i++) {
      if (i + 1 < calls.size() && calls.get(i + 1).beside()) {
        drawn.both(calls.get(i), calls.get(i + 1));
        i++;
      } else {
        drawn.one(calls.get(i));
      }
    }
    drawn.flow(drawn.last, "end");
    return """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="effects">
          <bpmn:process id="%s" isExecutable="true">
            <bpmn:startEvent id="start" />
            %s
            <bpmn:endEvent id="end" />
          </bpmn:process>
        </bpmn:definitions>
        """
        .formatted(id(number), drawn.elements);
  }

  private void one(Call call) {
    task(call);
    flow(last, "call" + call.number());
    last = "call" + call.number();
  }

  private void both(Call one, Call other) {
    var fork = "fork" + one.number();
    var join = "join" + one.number();
    elements.append("<bpmn:parallelGateway id=\"%s\" />".formatted(fork));
    elements.append("<bpmn:parallelGateway id=\"%s\" />".formatted(join));
    flow(last, fork);
    for (var call : List.of(one, other)) {
      task(call);
      flow(fork, "call" + call.number());
      flow("call" + call.number(), join);
    }
    last = join;
  }

  private void flow(String from, String to) {
    elements.append(
        "<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"%s\" />"
            .formatted(flows++, from, to));
  }

  private void task(Call call) {
    elements.append(
        """
        <bpmn:serviceTask id="call%d">
          <bpmn:extensionElements>
            <zeebe:taskDefinition type="wireroom:http:1" retries="3" />
            <zeebe:ioMapping>
              <zeebe:input source="POST" target="method" />
              <zeebe:input source="%s" target="url" />
              <zeebe:input source="=%s" target="idempotent" />
              <zeebe:input source="={event: event + &quot;/%d&quot;, sequence: %d, once: %s}"
                  target="body" />
            </zeebe:ioMapping>
            <zeebe:taskHeaders>
              <zeebe:header key="resultExpression" value="={call%d: response.body.taken}" />
            </zeebe:taskHeaders>
          </bpmn:extensionElements>
        </bpmn:serviceTask>
        """
            .formatted(
                call.number(),
                sink,
                !(call.once() && asking),
                call.number(),
                call.number() * 7,
                call.once(),
                call.number()));
  }
}
