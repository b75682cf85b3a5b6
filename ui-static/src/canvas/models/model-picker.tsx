/** @jsxImportSource @bpmn-io/properties-panel/preact */
import type { FunctionComponent } from "@bpmn-io/properties-panel/preact";
import { useEffect, useRef, useState } from "@bpmn-io/properties-panel/preact/hooks";
import { useService } from "bpmn-js-properties-panel";
import { listModels } from "../../api/connectors.ts";
import type { Catalogue } from "../cards/catalogue.ts";
import type { StepInputs } from "../connections/step-inputs.ts";
import { DataEntry, type FieldData } from "../data/data-entry.tsx";
import { inputOf, type CanvasElement } from "../model.ts";
import { choiceOf, fitting } from "./model-choices.ts";
import { ModelList } from "./model-list.tsx";

interface Props {
  element: CanvasElement;
  id: string;
  label: string;
  /** The field for an expression that gives the model's name. */
  expression: FunctionComponent<Record<string, unknown>>;
  /** As the template has it. */
  whole: unknown;
  needed?: boolean;
}

const field: FieldData = { sees: "step", read: ({ businessObject }) => inputOf(businessObject, "model") ?? "" };

export function ModelPicker(props: Props) {
  return <Picker key={props.element.id} {...props} />;
}

/** Which model is asked: from a list, or by an expression. What is drawn stays, also when nothing is known of it. */
function Picker(props: Props) {
  const { element, id, label, expression, whole, needed } = props;
  const catalogue = useService("catalogue") as Catalogue;
  const inputs = useService("stepInputs") as StepInputs;
  const [byHand, setByHand] = useState(false);
  const source = inputOf(element.businessObject, "model") ?? "";
  const quoted = /^=\s*"([\w.-]+)"\s*$/.exec(source)?.[1];
  const chosen = quoted ?? source;
  const choose = (alias: string) => alias !== chosen && inputs.change(element, "model", alias);

  const fromList = () => {
    setByHand(false);
    if (chosen.startsWith("=")) choose("");
  };

  if (byHand || chosen.startsWith("=")) {
    return (
      <div class="model-picker is-expression">
        <DataEntry {...{ ...props, property: whole }} id={id} element={element} field={field} original={expression} />
        <button type="button" class="condition__tool model-picker__tool" onClick={fromList}>
          Choose from the list
        </button>
      </div>
    );
  }
  return (
    <div class="bio-properties-panel-entry model-picker" data-entry-id={id}>
      <label class="bio-properties-panel-label" for={`bio-properties-panel-${id}`}>
        {label}
      </label>
      <Combo id={id} chosen={chosen} catalogue={catalogue} choose={choose} />
      {needed === true && chosen === "" ? <div class="bio-properties-panel-error">“{label}” is empty, and this step needs it.</div> : null}
      <button type="button" class="condition__tool model-picker__tool" onClick={() => setByHand(true)}>
        Let an expression choose
      </button>
    </div>
  );
}

function Combo({ id, chosen, catalogue, choose }: { id: string; chosen: string; catalogue: Catalogue; choose: (alias: string) => void }) {
  const [typed, setTyped] = useState(chosen);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [, drawAgain] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => setTyped(chosen), [chosen]);

  const all = catalogue.models.map(choiceOf);
  const shown = fitting(all, typed, chosen);
  const now = all.find(({ alias }) => alias === chosen);
  const list = `models-${id}`;

  const show = () => {
    if (open) return;
    setAt(Math.max(0, all.findIndex(({ alias }) => alias === chosen)));
    setOpen(true);
    // why now: whether a model can be asked changes from minute to minute.
    listModels().then(
      (models) => {
        catalogue.learn(catalogue.connectors, models);
        drawAgain((turn) => turn + 1);
      },
      () => undefined,
    );
  };
  const take = (alias: string) => {
    setTyped(alias);
    setOpen(false);
    choose(alias);
  };
  const leave = () => {
    setOpen(false);
    const known = all.some(({ alias }) => alias === typed.trim());
    if (known) take(typed.trim());
    else setTyped(chosen);
  };
  const type = (text: string) => {
    setTyped(text);
    setAt(0);
    show();
    if (all.some(({ alias }) => alias === text)) choose(text);
  };
  const keys = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      show();
      if (open) setAt(Math.min(shown.length - 1, Math.max(0, at + step)));
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      const found = shown[at];
      if (found !== undefined) take(found.alias);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      setTyped(chosen);
      setOpen(false);
    }
  };

  return (
    <div ref={box} class="model-picker__box">
      <input
        id={`bio-properties-panel-${id}`}
        class="bio-properties-panel-input"
        type="text"
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && shown[at] !== undefined ? `${list}-${at}` : undefined}
        placeholder="Choose a model"
        autoComplete="off"
        spellcheck={false}
        value={typed}
        onFocus={(event) => event.currentTarget.select()}
        onClick={show}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={keys}
        onBlur={leave}
      />
      {open ? <ModelList id={list} choices={shown} at={at} chosen={chosen} take={take} none={all.length === 0} /> : null}
      {open || chosen === "" ? null : now === undefined ? (
        <p class="model-picker__state is-missing">There is no model “{chosen}” any more, or not yet. It stays here until you choose another.</p>
      ) : (
        <p class={`model-picker__state is-${now.standing}`}>
          {now.about === "" ? "" : `${now.about} · `}
          {now.state}
        </p>
      )}
    </div>
  );
}
