import type { ConnectorInfo, JsonSchema } from "../../api/types.ts";
import { contextKeys } from "../values/context-keys.ts";
import { headerOf, inputOf, type ModdleObject } from "../model.ts";
import { listed, type Chip, type Part } from "./part.ts";
import { fillPattern, type Filled } from "./pattern.ts";
import { valueWords } from "./value-words.ts";

/** “Asks the model headline-writer for headline, summary, and keeps the answer as draft.” */
export function connectorSays(step: ModdleObject, connector: ConnectorInfo): Part[] {
  const pattern = connector.sentence ?? "";
  const said = pattern === "" ? byInputs(step, connector) : fillPattern(pattern, (name) => filled(step, connector, name));
  return [...said, ...keeps(step), "."];
}

function filled(step: ModdleObject, { inputs }: ConnectorInfo, name: string): Filled {
  const schema = inputs.properties?.[name];
  const source = inputOf(step, name)?.trim() ?? "";
  const field = `input:${name}`;
  const given = source !== "" && source !== "=";
  if (given) return { given, part: { text: valueWords(source), field } };
  const standard = schema?.default;
  const text = typeof standard === "string" && standard !== "" ? standard : undefined;
  return { given: false, part: text === undefined ? wanted(field, schema?.title ?? name) : { text, field } };
}

const wanted = (field: string, title: string): Chip => ({ text: `${title}?`, field, empty: true });

/** A connector without a sentence of its own: its name, and what it is given. */
function byInputs(step: ModdleObject, connector: ConnectorInfo): Part[] {
  const entries = Object.entries<JsonSchema>(connector.inputs.properties ?? {});
  const chips = entries
    .map(([name]) => ({ name, ...filled(step, connector, name) }))
    .filter(({ name, given }) => given || connector.inputs.required?.includes(name) === true)
    .slice(0, 3)
    .flatMap(({ part }) => (typeof part === "string" ? [] : [part]));
  return [connector.name, ...(chips.length === 0 ? [] : [": ", ...listed(chips)])];
}

/** What later steps find of the answer. */
function keeps(step: ModdleObject): Part[] {
  const whole = headerOf(step, "resultVariable")?.trim() ?? "";
  const some = contextKeys(headerOf(step, "resultExpression") ?? "");
  const chips: Part[] = [
    ...(whole === "" ? [] : ["the answer as ", { text: whole, field: "header:resultVariable" }]),
    ...(whole === "" || some.length === 0 ? [] : [", and "]),
    ...listed(some.map((text) => ({ text, field: "header:resultExpression" }))),
  ];
  return chips.length === 0 ? [] : [", and keeps ", ...chips];
}
