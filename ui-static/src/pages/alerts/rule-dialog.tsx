import { useState } from "preact/hooks";
import type { AlertKind, AlertRule } from "../../api/alerts.ts";
import { listConnections } from "../../api/connections.ts";
import { listWorkflows } from "../../api/workflows.ts";
import { Dialog } from "../../panels/parts/dialog.tsx";
import { Trouble } from "../../panels/parts/messages.tsx";
import { useLoad } from "../../panels/parts/use-load.ts";
import { kindWord, lasts, missing } from "./words.ts";

interface Props {
  existing?: AlertRule;
  close: () => void;
  save: (rule: AlertRule) => Promise<void>;
}

const signing = ["webhook-secret", "bearer", "basic", "api-key"];
const fresh: AlertRule = { name: "", on: "incident", to: { url: "" }, enabled: true };

export function RuleDialog({ existing, close, save }: Props) {
  const [rule, setRule] = useState<AlertRule>(existing ?? fresh);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [workflows] = useLoad("workflows", listWorkflows);
  const [connections] = useLoad("connections", listConnections);
  const why = missing(rule);
  const published =
    workflows.is === "here" ? workflows.value.items.filter(({ version }) => version != null) : [];
  const credentials =
    connections.is === "here"
      ? connections.value.items.filter(({ type }) => signing.includes(type))
      : [];

  const keep = (event: Event) => {
    event.preventDefault();
    if (why !== undefined || saving) return;
    setSaving(true);
    save(tidy(rule)).catch((trouble: unknown) => {
      setSaving(false);
      setProblem(trouble);
    });
  };

  return (
    <Dialog
      title={existing === undefined ? "New rule" : existing.name}
      close={close}
      foot={
        <>
          <span class="dialog__note soft small">{rule.name === "" ? "" : why}</span>
          <button type="button" class="button" onClick={close}>
            Cancel
          </button>
          <button
            type="submit"
            form="rule-form"
            class="button button--main"
            disabled={why !== undefined || saving}
          >
            {saving ? "Keeping…" : "Keep"}
          </button>
        </>
      }
    >
      {problem === undefined ? null : <Trouble problem={problem} />}
      <form id="rule-form" class="form" autocomplete="off" onSubmit={keep}>
        <label class="field">
          <span class="field__label">Name</span>
          <input
            class="input"
            autofocus
            maxLength={100}
            placeholder="Wake the desk"
            value={rule.name}
            onInput={(event) => setRule({ ...rule, name: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          <span class="field__label">Tell when</span>
          <select
            class="select"
            value={rule.on}
            onChange={(event) =>
              setRule({ ...rule, on: event.currentTarget.value as AlertKind })
            }
          >
            {Object.entries(kindWord).map(([kind, word]) => (
              <option key={kind} value={kind}>
                {word}
              </option>
            ))}
          </select>
        </label>
        {lasts(rule.on) ? (
          <label class="field">
            <span class="field__label">After so many seconds</span>
            <input
              class="input"
              type="number"
              min={10}
              max={86400}
              value={rule.after ?? 300}
              onInput={(event) => setRule({ ...rule, after: event.currentTarget.valueAsNumber })}
            />
          </label>
        ) : (
          <Choice
            label="Of which workflow"
            none="All of them"
            value={rule.workflow ?? ""}
            options={published.map(({ id, name }) => [id, name])}
            change={(workflow) => setRule({ ...rule, workflow })}
          />
        )}
        <Choice
          label="How"
          value={"url" in rule.to ? "url" : "workflow"}
          options={[
            ["url", "By a request"],
            ["workflow", "By a workflow that handles it"],
          ]}
          change={(how) => setRule({ ...rule, to: how === "url" ? { url: "" } : { workflow: "" } })}
        />
        {"url" in rule.to ? (
          <>
            <label class="field">
              <span class="field__label">Address that is told</span>
              <input
                class="input"
                type="url"
                placeholder="https://hooks.example.org/…"
                value={rule.to.url}
                onInput={(event) =>
                  setRule({ ...rule, to: { ...rule.to, url: event.currentTarget.value.trim() } })
                }
              />
              <span class="field__help">
                It gets JSON with a sentence in <code>text</code> and a <code>link</code>.
              </span>
            </label>
            <Choice
              label="Signed with"
              none="Nothing"
              value={rule.to.connection ?? ""}
              options={credentials.map(({ name }) => [name, name])}
              change={(connection) =>
                setRule({ ...rule, to: { url: "url" in rule.to ? rule.to.url : "", connection } })
              }
            />
          </>
        ) : (
          <Choice
            label="Workflow"
            none="Choose one"
            value={rule.to.workflow}
            options={published.map(({ id, name }) => [id, name])}
            change={(workflow) => setRule({ ...rule, to: { workflow } })}
          />
        )}
      </form>
    </Dialog>
  );
}

interface ChoiceProps {
  label: string;
  /** What an empty value is called; without it one of the options is chosen. */
  none?: string;
  value: string;
  options: (readonly [value: string, word: string])[];
  change: (value: string) => void;
}

function Choice({ label, none, value, options, change }: ChoiceProps) {
  const known = value === "" || options.some(([one]) => one === value);
  return (
    <label class="field">
      <span class="field__label">{label}</span>
      <select
        class="select"
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {known ? null : <option value={value}>{value}</option>}
        {options.map(([one, word]) => (
          <option key={one} value={one}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Without what the chosen kind does not use. */
function tidy(rule: AlertRule): AlertRule {
  const { workflow, after, to, ...rest } = rule;
  return {
    ...rest,
    ...(workflow === undefined || workflow === "" || lasts(rule.on) ? {} : { workflow }),
    ...(after === undefined || !lasts(rule.on) ? {} : { after }),
    to: "url" in to && !to.connection ? { url: to.url } : to,
  };
}
