/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { X } from "lucide";
import { Glyph } from "../data/glyph.tsx";
import { briefly, type Known } from "../data/known-values.ts";
import { comparisonsFor, operandKind, withComparison, withPath } from "./fitting.ts";
import { comparesWith, words, type Clause, type Comparison, type Operand } from "./sentence.ts";

interface Props {
  clause: Clause;
  /** Which one it is, counted from 1. */
  number: number;
  known: readonly Known[];
  /** The id of the list of known values. */
  list: string;
  /** While it is typed. */
  edit: (clause: Clause) => void;
  /** It is meant so. */
  commit: (clause: Clause) => void;
  remove: (() => void) | undefined;
}

const kinds: Record<Operand["is"], string> = { text: "the text", number: "the number", value: "the value of" };

/** One comparison: a value, how, with what. */
export function ClauseRow({ clause, number, known, list, edit, commit, remove }: Props) {
  const { path, comparison, operand } = clause;
  const sample = known.find((one) => one.path === path)?.sample;
  const kind = operand?.is ?? operandKind(sample, comparison);
  const compare = (text: string, is: Operand["is"] = kind): Clause => ({ ...clause, operand: { is, text } });
  return (
    <div class="clause" role="group" aria-label={`Comparison ${number}`}>
      <div class="clause__line">
        <input
          type="text"
          class="bio-properties-panel-input clause__path"
          aria-label="Value"
          placeholder="Choose a value"
          autoComplete="off"
          spellcheck={false}
          list={list}
          value={path}
          onInput={(event) => edit(withPath(clause, event.currentTarget.value.trim(), sampleOf(known, event.currentTarget.value)))}
          onChange={(event) => commit(withPath(clause, event.currentTarget.value.trim(), sampleOf(known, event.currentTarget.value)))}
        />
        {remove === undefined ? null : (
          <button type="button" class="clause__remove" aria-label={`Remove comparison ${number}`} title="Remove" onClick={remove}>
            <Glyph node={X} />
          </button>
        )}
      </div>
      <div class="clause__line">
        <select
          class="bio-properties-panel-input"
          aria-label="Comparison"
          value={comparison}
          onChange={(event) => commit(withComparison(clause, event.currentTarget.value as Comparison))}
        >
          {comparisonsFor(sample, comparison).map((one) => (
            <option key={one} value={one}>
              {words[one]}
            </option>
          ))}
        </select>
        {comparesWith(comparison) ? (
          <select
            class="bio-properties-panel-input clause__kind"
            aria-label="Compared with"
            value={kind}
            onChange={(event) => commit(compare(operand?.text ?? "", event.currentTarget.value as Operand["is"]))}
          >
            {Object.entries(kinds).map(([is, label]) => (
              <option key={is} value={is}>
                {label}
              </option>
            ))}
          </select>
        ) : null}
      </div>
      {comparesWith(comparison) ? (
        <input
          type="text"
          class="bio-properties-panel-input"
          aria-label={`${kinds[kind]}…`}
          autoComplete="off"
          spellcheck={false}
          list={kind === "value" ? list : undefined}
          inputMode={kind === "number" ? "decimal" : "text"}
          value={operand?.text ?? ""}
          onInput={(event) => edit(compare(event.currentTarget.value))}
          onChange={(event) => commit(compare(event.currentTarget.value))}
        />
      ) : null}
      {sample === undefined ? null : <span class="clause__now">it was {briefly(sample)}</span>}
    </div>
  );
}

const sampleOf = (known: readonly Known[], path: string) => known.find((one) => one.path === path.trim())?.sample;
