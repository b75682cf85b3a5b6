import { Icon } from "../../panels/parts/icon.tsx";
import { exact, runStatusWord, triggerWord } from "../../run/words.ts";
import { everything, lastWords, type RunsFilter } from "./address.ts";
import { conditionWords, parseCondition } from "./value-condition.ts";

interface Props {
  filter: RunsFilter;
  names: ReadonlyMap<string, string>;
  change: (filter: RunsFilter) => void;
}

interface Chip {
  text: string;
  without: RunsFilter;
}

/** What the list is narrowed to; each chip goes by a click. */
export function FilterChips({ filter, names, change }: Props) {
  const chips = chipsOf(filter, names);
  if (chips.length === 0) return null;
  return (
    <div class="chips" role="group" aria-label="Filters">
      {chips.map(({ text, without }) => (
        <button
          key={text}
          type="button"
          class="chip filter-chip"
          aria-label={`Remove the filter: ${text}`}
          onClick={() => change(without)}
        >
          <span class="filter-chip__text">{text}</span>
          <Icon name="close" size={14} />
        </button>
      ))}
      {chips.length < 2 ? null : (
        <button type="button" class="button button--small button--quiet" onClick={() => change(everything)}>
          Clear all
        </button>
      )}
    </div>
  );
}

function chipsOf(filter: RunsFilter, names: ReadonlyMap<string, string>): Chip[] {
  const chips: Chip[] = [];
  const add = (text: string, without: Partial<RunsFilter>) =>
    chips.push({ text, without: { ...filter, ...without } });
  if (filter.status !== "") add(runStatusWord[filter.status], { status: "" });
  if (filter.workflow !== "") {
    add(names.get(filter.workflow) ?? filter.workflow, { workflow: "" });
  }
  if (filter.version !== "") {
    add(filter.version === "0" ? "Drafts" : `Version ${filter.version}`, { version: "" });
  }
  if (filter.last !== "") add(lastWords[filter.last], { last: "" });
  else {
    if (filter.from !== "") add(`Since ${exact(filter.from)}`, { from: "" });
    if (filter.to !== "") add(`Before ${exact(filter.to)}`, { to: "" });
  }
  if (filter.trigger !== "") add(`Started by ${triggerWord(filter.trigger)}`, { trigger: "" });
  if (filter.businessKey !== "") add(`Business key ${filter.businessKey}`, { businessKey: "" });
  for (const one of filter.value) {
    const condition = parseCondition(one);
    if (condition === undefined) continue;
    add(conditionWords(condition), { value: filter.value.filter((other) => other !== one) });
  }
  return chips;
}
