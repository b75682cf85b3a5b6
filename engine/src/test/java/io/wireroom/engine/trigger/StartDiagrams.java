package io.wireroom.engine.trigger;

import io.wireroom.engine.workflow.Bpmn;

/** Workflows that feeds, forms and timers start, and that end at once. */
public final class StartDiagrams {
  private StartDiagrams() {}

  /** Keeps the entry's title as {@code title}, beside {@code more} properties. */
  public static String feed(String id, String url, String more) {
    return start(
        id,
        """
        <bpmn:startEvent id="start">
          <bpmn:extensionElements><zeebe:properties>
            <zeebe:property name="inbound.type" value="wireroom:feed:1" />
            <zeebe:property name="inbound.url" value="%s" />
            <zeebe:property name="resultExpression" value="={title: entry.title, from: feed.title}" />
            %s
          </zeebe:properties></bpmn:extensionElements>
          <bpmn:outgoing>a</bpmn:outgoing>
        </bpmn:startEvent>
        """
            .formatted(url, more));
  }

  /** The form as Camunda's modeler draws it: held by the process, named by the start. */
  public static String form(String id, String path, String access, String schema) {
    return start(
        id,
        """
        <bpmn:extensionElements>
          <zeebe:userTaskForm id="userTaskForm_1">%s</zeebe:userTaskForm>
        </bpmn:extensionElements>
        <bpmn:startEvent id="start">
          <bpmn:extensionElements>
            <zeebe:formDefinition formKey="camunda-forms:bpmn:userTaskForm_1" />
            <zeebe:properties>
              <zeebe:property name="inbound.type" value="wireroom:form:1" />
              <zeebe:property name="inbound.path" value="%s" />
              <zeebe:property name="inbound.access" value="%s" />
            </zeebe:properties>
          </bpmn:extensionElements>
          <bpmn:outgoing>a</bpmn:outgoing>
        </bpmn:startEvent>
        """
            .formatted(schema.replace("&", "&amp;").replace("<", "&lt;"), path, access));
  }

  /** {@code kind} is timeCycle, timeDate or timeDuration. */
  public static String timer(String id, String kind, String text) {
    return start(
        id,
        """
        <bpmn:startEvent id="start">
          <bpmn:outgoing>a</bpmn:outgoing>
          <bpmn:timerEventDefinition id="t"><bpmn:%s>%s</bpmn:%s></bpmn:timerEventDefinition>
        </bpmn:startEvent>
        """
            .formatted(kind, text, kind));
  }

  private static String start(String id, String start) {
    return Bpmn.definitions(
        """
        <bpmn:process id="%s" name="Starts %s" isExecutable="true">
          %s
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="end" />
          <bpmn:endEvent id="end"><bpmn:incoming>a</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
        """
            .formatted(id, id, start));
  }
}
