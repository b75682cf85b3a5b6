/** @jsxImportSource @bpmn-io/properties-panel/preact */
import type { FunctionComponent } from "preact";
import { useState } from "@bpmn-io/properties-panel/preact/hooks";
import { useService } from "bpmn-js-properties-panel";
import { conditionOf } from "../data/data-fields.ts";
import type { CanvasElement } from "../model.ts";
import type { Conditions } from "./conditions.ts";
import { readSentence } from "./read-sentence.ts";
import { SentenceEditor } from "./sentence-editor.tsx";

export interface ConditionProps {
  element: CanvasElement;
  id: string;
  /** The field for the expression itself. */
  expression: { component: FunctionComponent<Record<string, unknown>> } & Record<string, unknown>;
}

/** When a way is taken: as a sentence where it can be said as one, else as an expression. */
export function ConditionEntry(props: ConditionProps) {
  return <Condition key={props.element.id} {...props} />;
}

function Condition({ element, expression }: ConditionProps) {
  const conditions = useService("conditions") as Conditions;
  const [chosen, choose] = useState<"sentence" | "expression">();
  const feel = conditionOf(element);
  const sentence = feel === "" ? undefined : readSentence(feel);
  const sayable = feel === "" || sentence !== undefined;
  const shown = chosen ?? (sayable ? "sentence" : "expression");
  if (conditions.isDefault(element)) return <OtherwiseWay change={() => conditions.setDefault(element, false)} />;
  const { component: Expression, ...rest } = expression;
  return (
    <div class="bio-properties-panel-entry condition" data-entry-id="condition">
      {shown === "expression" ? (
        <Expression {...rest} element={element} />
      ) : (
        <SentenceEditor element={element} feel={feel} sentence={sentence} change={(next) => conditions.change(element, next)} />
      )}
      <div class="condition__tools">
        {sayable || shown === "sentence" ? null : (
          <p class="condition__note">This says more than a sentence can, so it stays an expression.</p>
        )}
        <button type="button" class="condition__tool" onClick={() => choose(shown === "sentence" ? "expression" : "sentence")}>
          {shown === "sentence" ? "Show it as an expression" : sayable ? "Show it as a sentence" : "Say it as a sentence instead"}
        </button>
        {conditions.canBeDefault(element) ? (
          <button type="button" class="condition__tool" onClick={() => conditions.setDefault(element, true)}>
            Take this way when no other fits
          </button>
        ) : null}
      </div>
    </div>
  );
}

function OtherwiseWay({ change }: { change: () => void }) {
  return (
    <div class="bio-properties-panel-entry condition" data-entry-id="condition">
      <p class="condition__note">It goes this way when no other way fits.</p>
      <div class="condition__tools">
        <button type="button" class="condition__tool" onClick={change}>
          Give it a condition of its own
        </button>
      </div>
    </div>
  );
}
