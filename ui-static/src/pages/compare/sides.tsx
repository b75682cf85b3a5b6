import type { Difference, SideOfRun } from "../../api/again.ts";
import { StatusMark } from "../../panels/parts/status.tsx";
import { When } from "../../panels/parts/time.tsx";
import { costWords } from "../../run/costs.ts";
import { shortKey } from "../../run/event-words.ts";
import { duration, versionWord } from "../../run/words.ts";

/** Both runs by their facts; time and cost with what changed between them. */
export function Sides({ difference: { left, right } }: { difference: Difference }) {
  return (
    <table class="table sides" aria-label="Both runs">
      <thead>
        <tr>
          <th />
          <th scope="col">The first time</th>
          <th scope="col">Again</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        <Line name="Run" left={<Key side={left} />} right={<Key side={right} />} />
        <Line name="Version" left={versionOf(left)} right={versionOf(right)} changed={left.version !== right.version} />
        <Line
          name="Status"
          left={<StatusMark status={left.status} />}
          right={<StatusMark status={right.status} />}
          changed={left.status !== right.status}
        />
        <Line name="Started" left={<When time={left.startedAt} />} right={<When time={right.startedAt} />} />
        <Line
          name="Time"
          left={timeWords(left.durationMs)}
          right={timeWords(right.durationMs)}
          by={change(left.durationMs, right.durationMs, duration)}
        />
        <Line
          name="Cost"
          left={left.cost == null ? "–" : costWords(left.cost)}
          right={right.cost == null ? "–" : costWords(right.cost)}
          by={change(left.cost, right.cost, costWords)}
        />
      </tbody>
    </table>
  );
}

interface LineProps {
  name: string;
  left: preact.ComponentChildren;
  right: preact.ComponentChildren;
  changed?: boolean;
  by?: string | undefined;
}

function Line({ name, left, right, changed = false, by }: LineProps) {
  return (
    <tr class={changed ? "is-different" : ""}>
      <th scope="row">{name}</th>
      <td>{left}</td>
      <td>{right}</td>
      <td class="soft">{by ?? (changed ? "different" : "")}</td>
    </tr>
  );
}

const Key = ({ side }: { side: SideOfRun }) => (
  <a href={`/run?key=${encodeURIComponent(side.key)}`}>{shortKey(side.key)}</a>
);

const versionOf = ({ version }: SideOfRun) => versionWord({ version });

const timeWords = (ms: number | null | undefined) => (ms == null ? "–" : duration(ms));

/** "120 ms less (−40 %)"; nothing when one of them is not known. */
function change(
  left: number | null | undefined,
  right: number | null | undefined,
  words: (value: number) => string,
): string | undefined {
  if (left == null || right == null) return undefined;
  if (left === right) return "the same";
  const share = left === 0 ? "" : ` (${right > left ? "+" : "−"}${Math.round((Math.abs(right - left) / left) * 100)} %)`;
  return `${words(Math.abs(right - left))} ${right > left ? "more" : "less"}${share}`;
}
