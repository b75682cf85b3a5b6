import { listen, type Listener } from "./live.ts";

/**
 * The events of one run, begun with the run and all its steps. Only a visible tab holds the
 * connection; a tab that comes back gets the present state at once.
 */
export function listenToRun(key: string, listener: Listener): () => void {
  const path = `/api/runs/${encodeURIComponent(key)}/events`;
  let stop: (() => void) | undefined;

  const follow = () => {
    if (document.visibilityState === "visible") {
      stop ??= listen(path, listener);
    } else {
      stop?.();
      stop = undefined;
    }
  };

  document.addEventListener("visibilitychange", follow);
  follow();
  return () => {
    document.removeEventListener("visibilitychange", follow);
    stop?.();
  };
}
