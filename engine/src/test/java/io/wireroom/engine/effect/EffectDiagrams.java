package io.wireroom.engine.effect;

import io.wireroom.engine.workflow.Bpmn;
import java.util.Map;
import java.util.TreeMap;

/** A none start and one HTTP call named {@code call}; its answer becomes {@code answer}. */
final class EffectDiagrams {
  private EffectDiagrams() {}

  static String call(
      String id, String url, Map<String, String> inputs, Map<String, String> headers) {
    var mappings = new StringBuilder();
    var all = new TreeMap<>(inputs);
    all.put("url", url);
    all.forEach(
        (name, source) ->
            mappings.append("<zeebe:input source=\"%s\" target=\"%s\" />".formatted(source, name)));
    var own = new TreeMap<>(Map.of("resultVariable", "answer", "retryBackoff", "PT0S"));
    own.putAll(headers);
    var lines = new StringBuilder();
    own.forEach(
        (key, value) ->
            lines.append("<zeebe:header key=\"%s\" value=\"%s\" />".formatted(key, value)));
    return Bpmn.definitions(
        """
        <bpmn:process id="%s" isExecutable="true">
          <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="call" />
          <bpmn:serviceTask id="call" name="Order">
            <bpmn:extensionElements>
              <zeebe:taskDefinition type="wireroom:http:1" retries="3" />
              <zeebe:ioMapping>%s</zeebe:ioMapping>
              <zeebe:taskHeaders>%s</zeebe:taskHeaders>
            </bpmn:extensionElements>
            <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
          </bpmn:serviceTask>
          <bpmn:sequenceFlow id="b" sourceRef="call" targetRef="end" />
          <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
        """
            .formatted(id, mappings, lines));
  }
}
