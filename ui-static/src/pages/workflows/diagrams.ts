const bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

/** The start event that a blank page begins with. */
const blank = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="${bpmn}"
    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
    xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    xmlns:modeler="http://camunda.org/schema/modeler/1.0"
    id="definitions" targetNamespace="https://wireroom.io/workflows"
    modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0">
  <bpmn:process id="blank" name="blank" isExecutable="true">
    <bpmn:startEvent id="start" name="Start" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="blank">
      <bpmndi:BPMNShape id="start_di" bpmnElement="start">
        <dc:Bounds x="200" y="200" width="36" height="36" />
        <bpmndi:BPMNLabel><dc:Bounds x="206" y="243" width="24" height="14" /></bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>`;

export function blankDiagram(name: string): string {
  const document = new DOMParser().parseFromString(blank, "application/xml");
  const id = idFromName(name);
  const process = document.getElementsByTagNameNS(bpmn, "process")[0];
  process?.setAttribute("id", id);
  process?.setAttribute("name", name.trim());
  document.querySelector("[bpmnElement='blank']")?.setAttribute("bpmnElement", id);
  return new XMLSerializer().serializeToString(document);
}

/** "Weekly digest" → "weekly-digest"; always a name that BPMN accepts as an id. */
export function idFromName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  if (plain === "") return "workflow";
  return /^[a-z]/.test(plain) ? plain : `w-${plain}`;
}
