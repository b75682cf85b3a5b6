import type { AlertRule } from "../../api/alerts.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { when, whereTo } from "./words.ts";

interface Props {
  rules: AlertRule[];
  edit: (rule: AlertRule) => void;
  change: (rules: AlertRule[], said: string) => void;
}

export function RulesTable({ rules, edit, change }: Props) {
  const remove = (rule: AlertRule) =>
    change(
      rules.filter((one) => one !== rule),
      `${rule.name} is gone.`,
    );
  const turn = (rule: AlertRule) =>
    change(
      rules.map((one) => (one === rule ? { ...rule, enabled: !rule.enabled } : one)),
      rule.enabled ? `${rule.name} is off.` : `${rule.name} is on.`,
    );
  return (
    <table class="table" aria-label="Rules">
      <thead>
        <tr>
          <th>Rule</th>
          <th>Tells when</th>
          <th>Workflow</th>
          <th>To</th>
          <th>
            <span class="visually-hidden">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id} class={rule.enabled ? "" : "is-off"}>
            <td class="is-wide">
              <button type="button" class="connections__name" onClick={() => edit(rule)}>
                {rule.name}
              </button>
              {rule.enabled ? null : <span class="tag">off</span>}
            </td>
            <td class="soft">{when(rule)}</td>
            <td class="soft">{rule.workflow ?? "all"}</td>
            <td class="soft">{whereTo(rule)}</td>
            <td>
              <span class="cluster">
                <button type="button" class="button button--small" onClick={() => turn(rule)}>
                  {rule.enabled ? "Switch off" : "Switch on"}
                </button>
                <button
                  type="button"
                  class="icon-button"
                  aria-label={`Remove ${rule.name}`}
                  title="Remove"
                  onClick={() => remove(rule)}
                >
                  <Icon name="trash" />
                </button>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
