import { Linter, type LintResults, type RuleConfig, type RuleFactory } from "bpmnlint";
import duplicateFlows from "bpmnlint/rules/no-duplicate-sequence-flows";
import eventGroupStart from "bpmnlint/rules/event-sub-process-typed-start-event";
import groupStart from "bpmnlint/rules/sub-process-blank-start-event";
import implicitSplit from "bpmnlint/rules/no-implicit-split";
import singleDefinition from "bpmnlint/rules/single-event-definition";
import camundaCompat from "bpmnlint-plugin-camunda-compat";
import { propertyOf, type ModdleObject } from "../../model.ts";
import { anError, aWarning, type Fix, type Found } from "../found.ts";
import { compatRules } from "./compat-rules.ts";
import { unknownRule, words } from "./words.ts";

const ofBpmn: Record<string, { rule: RuleFactory; severity: RuleConfig }> = {
  "event-sub-process-typed-start-event": { rule: eventGroupStart, severity: "error" },
  "sub-process-blank-start-event": { rule: groupStart, severity: "error" },
  "single-event-definition": { rule: singleDefinition, severity: "error" },
  "no-duplicate-sequence-flows": { rule: duplicateFlows, severity: "warn" },
  "no-implicit-split": { rule: implicitSplit, severity: "warn" },
};

/** What a webhook, a feed or a form brings by itself when the workflow is published. */
const broughtByStarts = new Set(["message-reference", "subscription", "implementation"]);

/** The version whose rules are taken when the broker's is not known. */
const usual = "8.6";
const compat = "camunda-compat/";

/** The rules of the broker's version, as far as we have them. */
export function rulesFor(version: string): Record<string, RuleConfig> {
  const { configs } = camundaCompat;
  const config = configs[nameOf(version)] ?? configs[nameOf(usual)];
  const ofVersion = Object.entries(config?.rules ?? {})
    .map(([name, rule]) => [name.replace(/^.*\//, ""), rule] as const)
    .filter(([name]) => name in compatRules);
  return {
    ...Object.fromEntries(ofVersion.map(([name, rule]) => [compat + name, rule])),
    ...Object.fromEntries(Object.entries(ofBpmn).map(([name, { severity }]) => [name, severity])),
  };
}

const nameOf = (version: string) => `camunda-cloud-${version.replace(".", "-")}`;

/** why: some rules remember what they saw, so each look has a linter of its own. */
function brokerLinter(version: string): Linter {
  return new Linter({
    config: { rules: rulesFor(version) },
    resolver: {
      resolveRule: (pkg, name) => (pkg === "bpmnlint" ? ofBpmn[name]?.rule : compatRules[name]),
      resolveConfig: () => undefined,
    },
  });
}

/** What the broker would refuse, one problem for each element and rule. */
export async function brokerProblems(
  version: string,
  definitions: ModdleObject,
  find: (id: string) => ModdleObject | undefined,
): Promise<Found[]> {
  const results: LintResults = await brokerLinter(version).lint(definitions);
  return Object.entries(results).flatMap(([fullName, reports]) => {
    const name = fullName.replace(compat, "");
    const seen = new Set<string>();
    return reports.flatMap(({ id, category, message }) => {
      const at = find(id ?? "");
      if (at === undefined || category === "rule-error" || seen.has(at.id)) return [];
      if (broughtByStarts.has(name) && propertyOf(at, "inbound.type") !== undefined) return [];
      seen.add(at.id);
      return [problem(name, category, at, message)];
    });
  });
}

function problem(name: string, category: string, at: ModdleObject, raw: string): Found {
  const { message, fix } = words[name] ?? unknownRule;
  const remove: Fix[] = name === "no-duplicate-sequence-flows" ? [{ does: "remove", label: "Remove it", elements: [at.id] }] : [];
  const what = { about: name, message, fix, fixes: [...remove, { does: "open" as const, label: "Show it" }], raw };
  return category === "error" ? anError(at, what) : aWarning(at, what);
}
