import { useEffect, useRef } from "preact/hooks";
import type { Step } from "../../api/types.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { SkeletonRows } from "../../panels/parts/messages.tsx";
import { StatusMark } from "../../panels/parts/status.tsx";
import { Lasted } from "../../panels/parts/time.tsx";
import type { StepRow } from "../../run/step-tree.ts";
import { elementWord } from "../../run/words.ts";

interface Props {
  rows: StepRow[] | undefined;
  chosen: Step | undefined;
  choose: (what: { step: string }) => void;
  toggle: (step: string) => void;
}

/** Every step where it belongs, indented by what it is inside of. */
export function StepsTable({ rows, chosen, choose, toggle }: Props) {
  return (
    <table class="table steps" aria-label="Steps" aria-busy={rows === undefined}>
      <thead>
        <tr>
          <th>Step</th>
          <th>Status</th>
          <th>Kind</th>
          <th class="is-number">Tries</th>
          <th class="is-number">Took</th>
        </tr>
      </thead>
      <tbody>
        {rows === undefined ? (
          <SkeletonRows columns={5} rows={5} />
        ) : (
          rows.map((row) => (
            <Row
              key={row.step.id}
              row={row}
              chosen={row.step.id === chosen?.id}
              choose={() => choose({ step: row.step.id })}
              toggle={() => toggle(row.step.id)}
            />
          ))
        )}
      </tbody>
    </table>
  );
}

interface RowProps {
  row: StepRow;
  chosen: boolean;
  choose: () => void;
  toggle: () => void;
}

function Row({ row: { step, name, depth, holds, open }, chosen, choose, toggle }: RowProps) {
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <tr ref={line} class={chosen ? "is-chosen" : ""} onClick={choose}>
      <td class="is-wide">
        <span class="steps__line" style={{ paddingLeft: `${depth * 20}px` }}>
          {holds ? (
            <button
              type="button"
              class="steps__fold"
              aria-expanded={open}
              aria-label={open ? `Fold ${name}` : `Unfold ${name}`}
              onClick={(event) => {
                event.stopPropagation();
                toggle();
              }}
            >
              <Icon name={open ? "down" : "right"} size={14} />
            </button>
          ) : (
            <span class="steps__fold" />
          )}
          <button type="button" class="steps__name">
            {name}
          </button>
        </span>
      </td>
      <td>
        <StatusMark status={step.status} />
      </td>
      <td class="soft">{elementWord(step.type)}</td>
      <td class="is-number soft">{step.attempts > 1 ? step.attempts : ""}</td>
      <td class="is-number soft">
        <Lasted from={step.startedAt} to={step.endedAt} />
      </td>
    </tr>
  );
}
