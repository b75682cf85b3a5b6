const columns = 20;
const place = (index: number) => ({ x: 160 + (index % columns) * 220, y: 100 + Math.floor(index / columns) * 120 });

/** A workflow of so many steps in rows, each joined to the next; it opens, it need not make sense. */
export function manySteps(id: string, count: number): string {
  const all = Array.from({ length: count }, (_, index) => index);
  const lines = all.slice(1);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="wireroom">
  <bpmn:process id="${id}" name="Many steps" isExecutable="true">
    ${all.map((index) => node(index, count)).join("\n    ")}
    ${lines.map((index) => `<bpmn:sequenceFlow id="to${index}" sourceRef="step${index - 1}" targetRef="step${index}" />`).join("\n    ")}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="di"><bpmndi:BPMNPlane id="plane" bpmnElement="${id}">
    ${all.map((index) => shape(index, count)).join("\n    ")}
    ${lines.map(edge).join("\n    ")}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

const isEnd = (index: number, count: number) => index === 0 || index === count - 1;

function node(index: number, count: number): string {
  const incoming = index === 0 ? "" : `<bpmn:incoming>to${index}</bpmn:incoming>`;
  const outgoing = index === count - 1 ? "" : `<bpmn:outgoing>to${index + 1}</bpmn:outgoing>`;
  if (isEnd(index, count)) {
    const kind = index === 0 ? "startEvent" : "endEvent";
    return `<bpmn:${kind} id="step${index}">${incoming}${outgoing}</bpmn:${kind}>`;
  }
  return `<bpmn:serviceTask id="step${index}" name="Call number ${index}"><bpmn:extensionElements><zeebe:taskDefinition type="wireroom:http:1" /><zeebe:ioMapping><zeebe:input source="https://example.org/${index}" target="url" /></zeebe:ioMapping><zeebe:taskHeaders><zeebe:header key="resultVariable" value="answer${index}" /></zeebe:taskHeaders></bpmn:extensionElements>${incoming}${outgoing}</bpmn:serviceTask>`;
}

function shape(index: number, count: number): string {
  const { x, y } = place(index);
  const box = isEnd(index, count)
    ? `x="${x + 62}" y="${y + 14}" width="36" height="36"`
    : `x="${x}" y="${y}" width="160" height="64"`;
  return `<bpmndi:BPMNShape id="step${index}_di" bpmnElement="step${index}"><dc:Bounds ${box} /></bpmndi:BPMNShape>`;
}

function edge(index: number): string {
  const from = place(index - 1);
  const to = place(index);
  const points = from.y === to.y
    ? [[from.x + 160, from.y + 32], [to.x, to.y + 32]]
    : [[from.x + 80, from.y + 64], [from.x + 80, from.y + 92], [to.x + 80, from.y + 92], [to.x + 80, to.y]];
  const way = points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join("");
  return `<bpmndi:BPMNEdge id="to${index}_di" bpmnElement="to${index}">${way}</bpmndi:BPMNEdge>`;
}
