import { isA, type ModdleObject } from "../../../canvas/model.ts";

interface PlainHelp {
  title: string;
  lines: readonly string[];
}

const each: PlainHelp = {
  title: "For each item",
  lines: [
    "Does the same for every item of a list: all at the same time, or one after the other.",
    "Inside, the item is known by the name that you give it. What each round comes to can be collected into a list of results.",
  ],
};

const helps: [type: string, help: PlainHelp][] = [
  [
    "bpmn:SequenceFlow",
    {
      title: "A way",
      lines: [
        "Leads from one step to the next. Behind a decision each way says when it is taken.",
        "One way can be the one for all other cases: it needs no condition.",
      ],
    },
  ],
  [
    "bpmn:ParallelGateway",
    { title: "At the same time", lines: ["All ways behind it begin at once. Where ways come together again, it waits for all of them."] },
  ],
  [
    "bpmn:EventBasedGateway",
    { title: "Whichever comes first", lines: ["Waits for several things at once, such as a message and a time, and goes on with the first that happens."] },
  ],
  [
    "bpmn:InclusiveGateway",
    { title: "All that apply", lines: ["Goes every way whose condition is true, all at the same time.", "At least one has to be true, or one way has to be for all other cases."] },
  ],
  [
    "bpmn:Gateway",
    { title: "Decision", lines: ["Looks at its ways one after the other and goes the first whose condition is true.", "Give one way no condition and let it be taken when no other fits: then a run never gets stuck here."] },
  ],
  [
    "bpmn:StartEvent",
    { title: "Start", lines: ["Says what begins a run: a person, a request from outside, a new entry of a feed, a form, or the clock.", "What came in is there for the steps behind it as values."] },
  ],
  ["bpmn:EndEvent", { title: "End", lines: ["This way of the run ends here. A run is over when all its ways have ended."] }],
  [
    "bpmn:BoundaryEvent",
    { title: "If something happens", lines: ["Sits on a step and watches it: if it fails, takes too long, or something arrives meanwhile, the run goes this way."] },
  ],
  ["bpmn:Event", { title: "Wait", lines: ["The run waits here until a time is over or something arrives. Waiting costs nothing and survives restarts."] }],
  ["bpmn:UserTask", { title: "Ask a person", lines: ["A person finds this in the list of tasks, fills in its form, and the run goes on with the answers."] }],
  ["bpmn:CallActivity", { title: "Run another workflow", lines: ["Starts another published workflow, waits for its end, and goes on with what it gave back."] }],
  ["bpmn:ScriptTask", { title: "Work something out", lines: ["Keeps what an expression comes to under a name, for the steps behind it."] }],
  ["bpmn:ReceiveTask", { title: "Wait for a message", lines: ["The run waits here until the message arrives that belongs to it."] }],
  ["bpmn:SubProcess", { title: "Group", lines: ["Steps that belong together. What is watched for on its edge counts for all of them."] }],
];

const other: PlainHelp = {
  title: "A step",
  lines: ["Choose what it does: open the list at the left, or press R to change what it is.", "Then its settings are here, in the words of what it does."],
};

/** What an element that is no connector's step is for. */
export function plainHelp(object: ModdleObject): PlainHelp {
  if (isA(object, "bpmn:Activity") && object.get("loopCharacteristics") !== undefined) return each;
  return helps.find(([type]) => isA(object, type))?.[1] ?? other;
}
