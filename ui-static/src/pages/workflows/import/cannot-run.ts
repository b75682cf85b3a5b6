import { all, attribute, bpmn, extensionOf, nameOf } from "../bpmn-xml.ts";

/** Something in a file that does not run here, in words, with the places where it stands. */
export interface Finding {
  what: string;
  toDo: string;
  places: string[];
}

interface Rule {
  what: string;
  toDo: string;
  find: (process: Element) => Element[];
}

const named = (name: string) => (process: Element) => all(process, bpmn, name);
const owners = (name: string) => (process: Element) =>
  all(process, bpmn, name).flatMap((inside) => (inside.parentElement === null ? [] : [inside.parentElement]));
const lacks = (step: Element, ...extensions: string[]) =>
  extensions.every((name) => extensionOf(step, name) === undefined);

const rules: Rule[] = [
  {
    what: "Steps that do not say what they do",
    toDo: "Choose an action for each.",
    find: (process) => [
      ...["serviceTask", "sendTask"].flatMap((name) =>
        all(process, bpmn, name).filter((step) => lacks(step, "taskDefinition")),
      ),
      ...all(process, bpmn, "scriptTask").filter((step) => lacks(step, "script", "taskDefinition")),
      ...all(process, bpmn, "businessRuleTask").filter((step) =>
        lacks(step, "calledDecision", "taskDefinition"),
      ),
      ...all(process, bpmn, "callActivity").filter((step) => lacks(step, "calledElement")),
    ],
  },
  {
    what: "Steps for people without a form",
    toDo: "They run, and show one button that says it is done. Give them a form to ask for more.",
    find: (process) => all(process, bpmn, "userTask").filter((step) => lacks(step, "formDefinition")),
  },
  {
    what: "Decisions without conditions",
    toDo: "Say on each arrow when it is taken, or make it the one that is taken otherwise.",
    find: (process) =>
      ["exclusiveGateway", "inclusiveGateway"].flatMap((name) =>
        all(process, bpmn, name).filter((gateway) => arrowsWithoutCondition(process, gateway)),
      ),
  },
  {
    what: "Conditions in another language",
    toDo: "Write them again; conditions begin with = here.",
    find: (process) =>
      all(process, bpmn, "conditionExpression")
        .filter((condition) => !condition.textContent?.trim().startsWith("="))
        .flatMap((condition) => (condition.parentElement === null ? [] : [condition.parentElement])),
  },
  {
    what: "Waiting for a message without saying for which",
    toDo: "Choose what it waits for.",
    find: (process) =>
      [...owners("messageEventDefinition")(process), ...named("receiveTask")(process)].filter(waitsForNothing),
  },
  { what: "Complex gateways", toDo: "Use a decision or “at the same time” instead.", find: named("complexGateway") },
  {
    what: "Events that wait until something is true",
    toDo: "Use a time or a message instead.",
    find: owners("conditionalEventDefinition"),
  },
  { what: "Transactions", toDo: "Use a group with “undo if later fails” instead.", find: named("transaction") },
  { what: "Cancel events", toDo: "Use an error or an escalation instead.", find: owners("cancelEventDefinition") },
  { what: "Groups without an order (ad hoc)", toDo: "Draw arrows between their steps.", find: named("adHocSubProcess") },
  { what: "Loops by a marker on the step", toDo: "Use “for each”, or an arrow back.", find: owners("standardLoopCharacteristics") },
  {
    what: "Events that wait for several things at once",
    toDo: "Draw one event for each.",
    find: (process) => all(process, bpmn, "*").filter((event) => definitionsOf(event).length > 1),
  },
];

/** What stays in the drawing and does not run before somebody changes it. */
export function cannotRun(document: Document, process: Element): Finding[] {
  const found = rules.flatMap(({ what, toDo, find }) => {
    const places = [...new Set(find(process).map(nameOf))];
    return places.length === 0 ? [] : [{ what, toDo, places }];
  });
  return [...found, ...foreignParts(document)];
}

/** Parts that BPMN gives no place to: the designer cannot keep them. */
function foreignParts(document: Document): Finding[] {
  const places = all(document, "*", "*")
    .filter((one) => one.namespaceURI !== one.parentElement?.namespaceURI)
    .filter((one) => one.parentElement?.namespaceURI === bpmn && !isBpmnPlace(one.parentElement))
    .filter((one) => !isOmg(one.namespaceURI))
    .map((one) => one.nodeName);
  return places.length === 0
    ? []
    : [
        {
          what: "Parts of another tool, outside the place that BPMN has for them",
          toDo: "They are in your draft now, and are left out when the designer saves it.",
          places: [...new Set(places)],
        },
      ];
}

const isBpmnPlace = (parent: Element) => parent.localName === "extensionElements" || isText(parent);
const isText = (parent: Element) => /^(documentation|text|script|.*[eE]xpression)$/.test(parent.localName);
const isOmg = (namespace: string | null) => namespace?.startsWith("http://www.omg.org/spec/") === true;

function arrowsWithoutCondition(process: Element, gateway: Element): boolean {
  const id = attribute(gateway, "id");
  const leaving = all(process, bpmn, "sequenceFlow").filter((flow) => attribute(flow, "sourceRef") === id);
  if (leaving.length < 2) return false;
  return leaving.some(
    (flow) =>
      attribute(flow, "id") !== attribute(gateway, "default") &&
      all(flow, bpmn, "conditionExpression").length === 0,
  );
}

function waitsForNothing(element: Element): boolean {
  if (/^(end|intermediateThrow)Event$/.test(element.localName)) return lacks(element, "taskDefinition");
  const holder = definitionsOf(element)[0] ?? element;
  const inbound = extensionOf(element, "properties") !== undefined;
  return !inbound && !holder.hasAttribute("messageRef");
}

const definitionsOf = (event: Element): Element[] =>
  [...event.children].filter((child) => child.localName.endsWith("EventDefinition"));
