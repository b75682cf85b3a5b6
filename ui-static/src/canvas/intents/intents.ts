import type { OneStep } from "../one-step/index.ts";
import { isA, listOf, type CanvasElement } from "../model.ts";
import { atTheSameTime } from "./at-the-same-time.ts";
import { ifItFails } from "./if-it-fails.ts";
import type { Parts } from "./parts.ts";
import { repeatForEach } from "./repeat.ts";
import { ifItTakesLonger } from "./takes-longer.ts";
import { undoLater } from "./undo-later.ts";
import { waitForReply } from "./wait-for-reply.ts";

export type IntentId = "fails" | "longer" | "each" | "reply" | "beside" | "undo";

/** What somebody may want of a step that is there. */
export interface Intent {
  id: IntentId;
  label: string;
  help: string;
  /** Other words that people look for it by. */
  words: string;
}

type Made = Intent & {
  fits: (step: CanvasElement) => boolean;
  make: (parts: Parts, step: CanvasElement) => CanvasElement;
};

interface Selection {
  get(): CanvasElement[];
  select(element: CanvasElement): void;
}
interface Canvas {
  scrollToElement(element: CanvasElement, padding: number): void;
}

const definitions = (event: CanvasElement) =>
  listOf(event.businessObject, "eventDefinitions").map(({ $type }) => $type);

const has = (step: CanvasElement, definition: string): boolean =>
  (step.attachers ?? []).some((event) => definitions(event).includes(definition));

const leavesEarly = (step: CanvasElement): boolean =>
  (step.attachers ?? []).some((event) => event.businessObject.get("cancelActivity") !== false &&
    !definitions(event).includes("bpmn:CompensateEventDefinition"));

const made: Made[] = [
  {
    id: "fails",
    label: "If it fails…",
    help: "A person looks into it when the step reports an error.",
    words: "error catch exception problem handle goes wrong",
    fits: (step) => !has(step, "bpmn:ErrorEventDefinition"),
    make: ifItFails,
  },
  {
    id: "longer",
    label: "If it takes longer than…",
    help: "After a time of yours, a person steps in.",
    words: "timeout time limit deadline slow late timer escalate remind",
    fits: () => true,
    make: ifItTakesLonger,
  },
  {
    id: "each",
    label: "Repeat for each…",
    help: "Does the step once for every item of a list.",
    words: "loop list every all items iterate many",
    fits: (step) => step.businessObject.get("loopCharacteristics") === undefined,
    make: repeatForEach,
  },
  {
    id: "reply",
    label: "Wait for a reply from…",
    help: "After the step, the run waits until another system answers.",
    words: "message callback response receive answer webhook",
    fits: () => true,
    make: waitForReply,
  },
  {
    id: "beside",
    label: "At the same time",
    help: "Another step goes on beside it, and both are waited for.",
    words: "parallel both meanwhile together fork join",
    fits: (step) => !leavesEarly(step),
    make: atTheSameTime,
  },
  {
    id: "undo",
    label: "Undo if later fails",
    help: "When a later step fails, this one is undone.",
    words: "compensate compensation roll back revert cancel saga",
    fits: (step) => !has(step, "bpmn:CompensateEventDefinition"),
    make: undoLater,
  },
];

/** Puts what somebody wants of a step in place: wired, laid out, one step of undo. */
export class Intents {
  static $inject = ["oneStep", "parts", "selection", "canvas"];

  readonly #oneStep: OneStep;
  readonly #parts: Parts;
  readonly #selection: Selection;
  readonly #canvas: Canvas;

  constructor(oneStep: OneStep, parts: Parts, selection: Selection, canvas: Canvas) {
    this.#oneStep = oneStep;
    this.#parts = parts;
    this.#selection = selection;
    this.#canvas = canvas;
  }

  /** The one step that is selected, where something can be wanted of it. */
  get step(): CanvasElement | undefined {
    const [only, ...others] = this.#selection.get();
    return only !== undefined && others.length === 0 && isStep(only) ? only : undefined;
  }

  for(step: CanvasElement): Intent[] {
    return isStep(step) ? made.filter(({ fits }) => fits(step)) : [];
  }

  apply(step: CanvasElement, id: IntentId): void {
    const intent = made.find((one) => one.id === id);
    if (intent === undefined || !isStep(step) || !intent.fits(step)) return;
    const shown = this.#oneStep.do(() => intent.make(this.#parts, step));
    this.#selection.select(shown);
    this.#canvas.scrollToElement(shown, 120);
  }
}

const isStep = (element: CanvasElement): boolean =>
  element.labelTarget === undefined &&
  isA(element, "bpmn:Activity") &&
  element.businessObject.get("isForCompensation") !== true &&
  element.businessObject.get("triggeredByEvent") !== true;
