import { useState } from "preact/hooks";
import { isBare, useKeys } from "../../panels/parts/use-keys.ts";

export type View = "steps" | "values" | "effects";

const views: View[] = ["steps", "values", "effects"];

interface Props {
  view: View;
  change: (view: View) => void;
  counts: Partial<Record<View, number>>;
}

const names: Record<View, string> = { steps: "Steps", values: "Values", effects: "Done outside" };

/** What stands under the diagram; 1, 2 and 3 change it. */
export function Views({ view, change, counts }: Props) {
  return (
    <div class="views" role="tablist" aria-label="What is shown">
      {views.map((one, index) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`view-${one}`}
          class="views__tab"
          aria-selected={view === one}
          title={`${names[one]} · ${index + 1}`}
          onClick={() => change(one)}
        >
          {names[one]}
          {counts[one] === undefined ? null : <span class="faint">{counts[one].toLocaleString("en")}</span>}
        </button>
      ))}
    </div>
  );
}

export function useView(): [View, (view: View) => void] {
  const [view, setView] = useState<View>("steps");
  useKeys((event) => {
    if (!isBare(event)) return;
    const wanted = views[Number(event.key) - 1];
    if (wanted !== undefined) setView(wanted);
  });
  return [view, setView];
}
