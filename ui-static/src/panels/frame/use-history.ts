import { useEffect, useState } from "preact/hooks";
import { readHistory, type HistoryState } from "../../api/history.ts";

const every = 30_000;

/** How the history keeps up; looked at now and every half minute while the page is seen. */
export function useHistory(): HistoryState | undefined {
  const [state, setState] = useState<HistoryState>();
  useEffect(() => {
    const read = () => {
      if (document.visibilityState === "hidden") return;
      // why: a failed read is shown by the page itself; a banner has nothing to add.
      readHistory().then(setState, () => undefined);
    };
    read();
    const timer = setInterval(read, every);
    return () => clearInterval(timer);
  }, []);
  return state;
}
