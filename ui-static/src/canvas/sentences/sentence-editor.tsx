/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { useEffect, useState } from "@bpmn-io/properties-panel/preact/hooks";
import { briefly } from "../data/known-values.ts";
import { Preview } from "../data/preview.tsx";
import { useStepData } from "../data/use-step-data.ts";
import type { CanvasElement } from "../model.ts";
import { ClauseRow } from "./clause-row.tsx";
import type { Clause, Sentence } from "./sentence.ts";
import { writeSentence } from "./write-sentence.ts";

interface Props {
  element: CanvasElement;
  /** As it stands in the drawing; empty for none. */
  feel: string;
  sentence: Sentence | undefined;
  change: (feel: string) => void;
}

const blank: Clause = { path: "", comparison: "is" };
const nothing: Sentence = { join: "and", clauses: [blank] };

/** “`tags` contains the text ‘sport’, and …”; the drawing changes when the sentence is whole. */
export function SentenceEditor({ element, feel, sentence, change }: Props) {
  const [draft, setDraft] = useState<Sentence>();
  const data = useStepData(element, "step");
  const shown = draft ?? sentence ?? nothing;
  const { join, clauses } = shown;
  const list = `known-${element.id}`;

  useEffect(() => {
    // why: undo, or another editor, may have changed what is being edited here.
    setDraft((last) => (last === undefined || writeSentence(last) === feel ? undefined : last.clauses.some(isOpen) ? last : undefined));
  }, [feel]);

  const commit = (next: Sentence) => {
    setDraft(next);
    const written = next.clauses.length === 0 ? "" : writeSentence(next);
    if (written !== undefined && written !== feel) change(written);
  };
  const withClause = (at: number, clause: Clause): Sentence => ({
    join,
    clauses: clauses.map((one, index) => (index === at ? clause : one)),
  });
  const without = (at: number): Sentence => ({ join, clauses: clauses.filter((_, index) => index !== at) });

  return (
    <fieldset class="sentence">
      <legend class="bio-properties-panel-label">It goes this way when</legend>
      <datalist id={list}>
        {data.known.map(({ path, sample }) => (
          <option key={path} value={path} label={`${path}: ${briefly(sample)}`} />
        ))}
      </datalist>
      {clauses.map((clause, index) => (
        <div key={index} class="sentence__part">
          {index === 0 ? null : (
            <select
              class="bio-properties-panel-input sentence__join"
              aria-label="Both, or one of them"
              value={join}
              onChange={(event) => commit({ clauses, join: event.currentTarget.value as Sentence["join"] })}
            >
              <option value="and">and</option>
              <option value="or">or</option>
            </select>
          )}
          <ClauseRow
            clause={clause}
            number={index + 1}
            known={data.known}
            list={list}
            edit={(next) => setDraft(withClause(index, next))}
            commit={(next) => commit(withClause(index, next))}
            remove={clauses.length === 1 && clause.path === "" ? undefined : () => commit(without(index))}
          />
        </div>
      ))}
      {clauses.length === 0 ? null : (
        <Preview expression={(writeSentence(shown) ?? feel).replace(/^=/, "")} data={data} decides />
      )}
      <button type="button" class="condition__tool" onClick={() => setDraft({ join, clauses: [...clauses, blank] })}>
        Add a comparison
      </button>
    </fieldset>
  );
}

const isOpen = (clause: Clause): boolean => writeSentence({ join: "and", clauses: [clause] }) === undefined;
