import { listModels } from "../../../api/connectors.ts";
import type { Step, Variables } from "../../../api/types.ts";
import { useLoad } from "../../../panels/parts/use-load.ts";
import { ValueEditor } from "../../../panels/values/value-editor.tsx";
import { stepName } from "../../../run/words.ts";
import { elementsOf, type Plan, type What } from "./plan.ts";

const choices: { what: What; label: string }[] = [
  { what: "nothing", label: "Nothing" },
  { what: "values", label: "A value of the run" },
  { what: "inputs", label: "What a step gets" },
  { what: "model", label: "A model" },
];

interface Props {
  plan: Plan;
  steps: readonly Step[];
  variables: Variables;
  /** `readable` is false while a value that is typed cannot be read. */
  change: (part: Partial<Plan>, readable: boolean) => void;
}

/** The one thing that is different this time. */
export function ChangeFields({ plan, steps, variables, change }: Props) {
  const working = elementsOf(steps.filter((step) => step.connector != null && step.input != null));
  const asking = working.filter((step) => typeof step.input?.model === "string");
  const usable = choices.filter(
    ({ what }) => (what !== "model" || asking.length > 0) && (what !== "inputs" || working.length > 0),
  );
  const chosen = steps.find((step) => step.id === plan.from?.id && step.elementId === plan.elementId)
    ?? working.find(({ elementId }) => elementId === plan.elementId);
  const begin = (what: What) => {
    const list = what === "model" ? asking : working;
    const own = list.find(({ elementId }) => elementId === plan.from?.elementId) ?? list[0];
    change({ what, values: {}, model: "", elementId: own?.elementId ?? "" }, true);
  };
  return (
    <fieldset class="ask__choices">
      <legend class="field__label">Change one thing</legend>
      <div class="ask__radios">
        {usable.map(({ what, label }) => (
          <label key={what} class="ask__choice">
            <input type="radio" name="change" checked={plan.what === what} onChange={() => begin(what)} />
            {label}
          </label>
        ))}
      </div>
      {plan.what === "values" ? (
        <ValueEditor values={variables} change={({ changed, ok }) => change({ values: changed }, ok)} />
      ) : null}
      {plan.what === "inputs" || plan.what === "model" ? (
        <select
          class="select"
          aria-label="Of which step"
          value={plan.elementId}
          onChange={(event) => change({ elementId: event.currentTarget.value, values: {}, model: "" }, true)}
        >
          {(plan.what === "model" ? asking : working).map((step) => (
            <option key={step.elementId} value={step.elementId}>
              {stepName(step)}
            </option>
          ))}
        </select>
      ) : null}
      {plan.what === "inputs" ? (
        <ValueEditor
          key={chosen?.id}
          values={chosen?.input ?? {}}
          change={({ changed, ok }) => change({ values: changed }, ok)}
        />
      ) : null}
      {plan.what === "model" ? (
        <ModelField step={chosen} model={plan.model} change={(model) => change({ model }, true)} />
      ) : null}
    </fieldset>
  );
}

function ModelField(props: { step: Step | undefined; model: string; change: (model: string) => void }) {
  const [models] = useLoad("models", listModels);
  const given = props.step?.input?.model;
  const before = typeof given === "string" ? given : "";
  const others = models.is === "here" ? models.value.filter(({ alias }) => alias !== before) : [];
  return (
    <label class="field field--line">
      <span class="field__label">
        Instead of <span class="mono">{before}</span>
      </span>
      <select
        class="select"
        aria-label="Model"
        value={props.model}
        onChange={(event) => props.change(event.currentTarget.value)}
      >
        <option value="">{models.is === "here" && others.length === 0 ? "there is no other model" : "choose a model…"}</option>
        {others.map(({ alias }) => (
          <option key={alias} value={alias}>
            {alias}
          </option>
        ))}
      </select>
    </label>
  );
}
