import { processOf } from "../trigger/kinds.ts";
import type { CanvasElement } from "../model.ts";
import type { Parts } from "./parts.ts";

/** After the step, the run waits until a request names it. */
export function waitForReply(parts: Parts, step: CanvasElement): CanvasElement {
  const workflow = processOf(step.businessObject)?.id ?? "run";
  return parts.after(
    step,
    parts.make("bpmn:IntermediateCatchEvent", "Reply arrives", {}, (object) =>
      parts.events.reply(object, workflow),
    ),
  );
}
