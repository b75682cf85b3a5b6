package io.wireroom.engine.workflow;

import java.util.Map;

/** Diagrams in which runs wait for webhooks. */
final class WaitingHooks {
  private static final String MESSAGE = "<bpmn:messageEventDefinition />";

  private WaitingHooks() {}

  /** One on each element that can have one, and two where none can stand. */
  static String everywhere() {
    return Bpmn.definitions(
        """
        <bpmn:process id="w" isExecutable="true">
          <bpmn:startEvent id="start" />
          <bpmn:intermediateCatchEvent id="catch">%1$s%2$s</bpmn:intermediateCatchEvent>
          <bpmn:receiveTask id="receive">%1$s</bpmn:receiveTask>
          <bpmn:subProcess id="aside" triggeredByEvent="true">
            <bpmn:startEvent id="inside">%1$s%2$s</bpmn:startEvent>
          </bpmn:subProcess>
          <bpmn:boundaryEvent id="boundary" attachedToRef="receive">%1$s%2$s</bpmn:boundaryEvent>
          <bpmn:intermediateCatchEvent id="timer">%1$s<bpmn:timerEventDefinition /></bpmn:intermediateCatchEvent>
          <bpmn:serviceTask id="task">%1$s</bpmn:serviceTask>
        </bpmn:process>
        """
            .formatted(Bpmn.hookProperties(Map.of()), MESSAGE));
  }

  /** A start and a catch event on the same path. */
  static String beside(Map<String, String> start, Map<String, String> waiting) {
    return Bpmn.definitions(
        """
        <bpmn:process id="w" isExecutable="true">
          <bpmn:startEvent id="start">%s</bpmn:startEvent>
          <bpmn:intermediateCatchEvent id="catch">%s%s</bpmn:intermediateCatchEvent>
        </bpmn:process>
        """
            .formatted(Bpmn.hookProperties(start), Bpmn.hookProperties(waiting), MESSAGE));
  }
}
