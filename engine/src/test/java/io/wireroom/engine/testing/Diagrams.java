package io.wireroom.engine.testing;

import java.nio.charset.StandardCharsets;

/** Small BPMN files for tests. */
public final class Diagrams {
  private Diagrams() {}

  /** Start, one service task named {@code step} of the job type, end. */
  public static byte[] oneStep(String workflow, String jobType) {
    return process(
        workflow,
        """
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="step"/>
        <serviceTask id="step" name="The step">
          <extensionElements><zeebe:taskDefinition type="%s"/></extensionElements>
        </serviceTask>
        <sequenceFlow id="f2" sourceRef="step" targetRef="end"/>
        <endEvent id="end"/>
        """
            .formatted(jobType));
  }

  /** The same, started by a message. */
  public static byte[] oneStepByMessage(String workflow, String message, String jobType) {
    return definitions(
        """
        <message id="m" name="%s"/>
        <process id="%s" isExecutable="true">
          <startEvent id="start"><messageEventDefinition messageRef="m"/></startEvent>
          <sequenceFlow id="f1" sourceRef="start" targetRef="step"/>
          <serviceTask id="step" name="The step">
            <extensionElements><zeebe:taskDefinition type="%s"/></extensionElements>
          </serviceTask>
          <sequenceFlow id="f2" sourceRef="step" targetRef="end"/>
          <endEvent id="end"/>
        </process>
        """
            .formatted(message, workflow, jobType));
  }

  public static byte[] process(String workflow, String elements) {
    return definitions(
        "<process id=\"%s\" isExecutable=\"true\">%s</process>".formatted(workflow, elements));
  }

  public static byte[] definitions(String content) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                     xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
                     targetNamespace="http://wireroom.io/test">
        %s
        </definitions>
        """
        .formatted(content)
        .getBytes(StandardCharsets.UTF_8);
  }
}
