package io.wireroom.engine.repair;

import io.wireroom.engine.workflow.Bpmn;

/** Workflows that stop or wait, so that somebody has to mend them. */
final class RepairDiagrams {
  private RepairDiagrams() {}

  /** One call of the address in the variable {@code url}, tried once. */
  static String call(String id) {
    return process(
        id,
        """
        %s
        <bpmn:sequenceFlow id="b" sourceRef="call" targetRef="end" />
        """
            .formatted(callStep("call", "=url")));
  }

  /** The same with another step before the end, so that it is another version. */
  static String callAndWait(String id) {
    return process(
        id,
        """
        %s
        <bpmn:sequenceFlow id="b" sourceRef="call" targetRef="wait" />
        %s
        <bpmn:sequenceFlow id="c" sourceRef="wait" targetRef="end" />
        """
            .formatted(callStep("call", "=url"), person("wait", "")));
  }

  /** Waits for a person at {@code step}, then at {@code then}. */
  static String waits(String id, String step, String then) {
    return process(
        id,
        """
        %s
        <bpmn:sequenceFlow id="b" sourceRef="%s" targetRef="%s" />
        %s
        <bpmn:sequenceFlow id="c" sourceRef="%s" targetRef="end" />
        """
            .formatted(person(step, ""), step, then, person(then, ""), then),
        step);
  }

  /** A sub-process that is done for each of {@code items}, with a step for a person inside. */
  static String forEach(String id) {
    return process(
        id,
        """
        <bpmn:subProcess id="each" name="For each item">
          <bpmn:multiInstanceLoopCharacteristics>
            <bpmn:extensionElements>
              <zeebe:loopCharacteristics inputCollection="=items" inputElement="item" />
            </bpmn:extensionElements>
          </bpmn:multiInstanceLoopCharacteristics>
          <bpmn:startEvent id="begin"><bpmn:outgoing>i</bpmn:outgoing></bpmn:startEvent>
          <bpmn:sequenceFlow id="i" sourceRef="begin" targetRef="look" />
          %s
          <bpmn:sequenceFlow id="j" sourceRef="look" targetRef="over" />
          <bpmn:endEvent id="over"><bpmn:incoming>j</bpmn:incoming></bpmn:endEvent>
        </bpmn:subProcess>
        <bpmn:sequenceFlow id="b" sourceRef="each" targetRef="end" />
        """
            .formatted(person("look", "")),
        "each");
  }

  /** Waits for two messages at once, at an event-based gateway. */
  static String twoMessages(String id) {
    return Bpmn.definitions(
        """
        <bpmn:message id="m1" name="%1$s-1"><bpmn:extensionElements>
          <zeebe:subscription correlationKey="=key" /></bpmn:extensionElements></bpmn:message>
        <bpmn:message id="m2" name="%1$s-2"><bpmn:extensionElements>
          <zeebe:subscription correlationKey="=key" /></bpmn:extensionElements></bpmn:message>
        <bpmn:process id="%1$s" isExecutable="true">
          <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="either" />
          <bpmn:eventBasedGateway id="either"><bpmn:incoming>a</bpmn:incoming>
            <bpmn:outgoing>b</bpmn:outgoing><bpmn:outgoing>c</bpmn:outgoing>
          </bpmn:eventBasedGateway>
          <bpmn:sequenceFlow id="b" sourceRef="either" targetRef="one" />
          <bpmn:intermediateCatchEvent id="one"><bpmn:incoming>b</bpmn:incoming>
            <bpmn:outgoing>f</bpmn:outgoing><bpmn:messageEventDefinition messageRef="m1" />
          </bpmn:intermediateCatchEvent>
          <bpmn:sequenceFlow id="c" sourceRef="either" targetRef="two" />
          <bpmn:intermediateCatchEvent id="two"><bpmn:incoming>c</bpmn:incoming>
            <bpmn:outgoing>e</bpmn:outgoing><bpmn:messageEventDefinition messageRef="m2" />
          </bpmn:intermediateCatchEvent>
          <bpmn:sequenceFlow id="f" sourceRef="one" targetRef="end" />
          <bpmn:sequenceFlow id="e" sourceRef="two" targetRef="end" />
          <bpmn:endEvent id="end"><bpmn:incoming>f</bpmn:incoming><bpmn:incoming>e</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
        """
            .formatted(id));
  }

  /** Two steps for people at one time, and a gateway that waits for both. */
  static String bothAtOnce(String id, String end) {
    return process(
            id,
            """
            <bpmn:parallelGateway id="fork" />
            <bpmn:sequenceFlow id="b" sourceRef="fork" targetRef="one" />
            <bpmn:sequenceFlow id="c" sourceRef="fork" targetRef="two" />
            %s%s
            <bpmn:sequenceFlow id="e" sourceRef="one" targetRef="join" />
            <bpmn:sequenceFlow id="f" sourceRef="two" targetRef="join" />
            <bpmn:parallelGateway id="join" />
            <bpmn:sequenceFlow id="g" sourceRef="join" targetRef="%s" />
            """
                .formatted(person("one", ""), person("two", ""), end),
            "fork")
        .replace("endEvent id=\"end\"", "endEvent id=\"" + end + "\"");
  }

  /** A step for a person that the broker keeps as a task. */
  static String person(String id, String extensions) {
    return """
        <bpmn:userTask id="%s" name="Step %s"><bpmn:extensionElements>
          <zeebe:userTask />%s
        </bpmn:extensionElements></bpmn:userTask>
        """
        .formatted(id, id, extensions);
  }

  static String callStep(String id, String url) {
    return """
        <bpmn:serviceTask id="%s" name="Call out"><bpmn:extensionElements>
          <zeebe:taskDefinition type="wireroom:http:1" retries="1" />
          <zeebe:ioMapping><zeebe:input source="%s" target="url" /></zeebe:ioMapping>
        </bpmn:extensionElements></bpmn:serviceTask>
        """
        .formatted(id, url);
  }

  private static String process(String id, String steps) {
    return process(id, steps, "call");
  }

  static String process(String id, String steps, String first) {
    return Bpmn.definitions(
        """
        <bpmn:process id="%s" name="Mend %s" isExecutable="true">
          <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="%s" />
          %s
          <bpmn:endEvent id="end" />
        </bpmn:process>
        """
            .formatted(id, id, first, steps));
  }
}
