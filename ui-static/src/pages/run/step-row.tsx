import { memo } from "preact/compat";
import { Icon } from "../../panels/parts/icon.tsx";
import { StatusMark } from "../../panels/parts/status.tsx";
import { Lasted } from "../../panels/parts/time.tsx";
import type { StepRow } from "../../run/step-tree.ts";
import type { TimeWindow } from "../../run/time-window.ts";
import { Bar } from "./bar.tsx";

interface Props {
  row: StepRow;
  number: number;
  chosen: boolean;
  window: TimeWindow;
  now: number;
  ticks: readonly number[];
  choose: (what: { step: string }) => void;
  toggle: (step: string) => void;
}

function StepLine({ row, number, chosen, window, now, ticks, choose, toggle }: Props) {
  const { step, name, depth, holds, open } = row;
  return (
    <tr
      class={chosen ? "is-chosen" : ""}
      aria-rowindex={number + 2}
      onClick={() => choose({ step: step.id })}
    >
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
                toggle(step.id);
              }}
            >
              <Icon name={open ? "down" : "right"} size={14} />
            </button>
          ) : (
            <span class="steps__fold" />
          )}
          <button type="button" class="steps__name" title={name}>
            {name}
          </button>
          {step.recorded === true ? (
            <span class="faint small" title="Answered from what the first run had recorded">
              recorded
            </span>
          ) : null}
        </span>
      </td>
      <td>
        <StatusMark status={step.status} />
      </td>
      <td class="is-number soft">{step.attempts > 1 ? step.attempts : ""}</td>
      <td class="is-number soft">
        <Lasted from={step.startedAt} to={step.endedAt} />
      </td>
      <td class="steps__time">
        <Bar step={step} window={window} now={now} ticks={ticks} />
      </td>
    </tr>
  );
}

export const Row = memo(StepLine);
