import { useCallback, useEffect, useState } from "preact/hooks";
import { parameter } from "../../panels/frame/show.tsx";

export type OpenRun = (key: string, step?: string) => void;

/** The run of the page's address. Another one opens in place, and Back leads back. */
export function useRunKey(): [string | undefined, OpenRun] {
  const [key, setKey] = useState(() => parameter("key"));

  useEffect(() => {
    const follow = () => setKey(parameter("key"));
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);

  const open = useCallback<OpenRun>((next, step) => {
    const hash = step === undefined ? "" : `#${step}`;
    history.pushState(null, "", `/run?key=${encodeURIComponent(next)}${hash}`);
    setKey(next);
  }, []);

  return [key, open];
}
