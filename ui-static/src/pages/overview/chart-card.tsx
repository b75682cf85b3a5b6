import { useState, type Dispatch } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { Chart, type ChartOption } from "./chart.tsx";

interface Props {
  title: string;
  says: string;
  option: ChartOption;
  keys: { word: string; look: string }[];
  head: string[];
  rows: string[][];
}

/** A chart with what its colours mean; the same numbers as a table by one click. */
export function ChartCard({ title, says, option, keys, head, rows }: Props) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section class="card-box" aria-label={title}>
      <header class="card-box__head">
        <h2>{title}</h2>
        <ul class="legend">
          {keys.map(({ word, look }) => (
            <li key={word}>
              <span class={`legend__mark is-${look}`} aria-hidden="true" />
              {word}
            </li>
          ))}
        </ul>
        <Toggle on={asTable} set={setAsTable}>
          As table
        </Toggle>
      </header>
      {asTable ? <Numbers head={head} rows={rows} title={title} /> : <Chart option={option} says={says} />}
    </section>
  );
}

function Toggle(props: { on: boolean; set: Dispatch<boolean>; children: ComponentChildren }) {
  return (
    <button
      type="button"
      class="button button--small button--quiet"
      aria-pressed={props.on}
      onClick={() => props.set(!props.on)}
    >
      {props.children}
    </button>
  );
}

function Numbers({ head, rows, title }: { head: string[]; rows: string[][]; title: string }) {
  return (
    <div class="numbers" tabIndex={0} role="region" aria-label={`${title}, as a table`}>
      <table class="table">
        <thead>
          <tr>
            {head.map((word, column) => (
              <th key={word} class={column === 0 ? "" : "is-number"}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, column) => (
                <td key={column} class={column === 0 ? "" : "is-number"}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
