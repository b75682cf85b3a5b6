import { useCallback, useEffect, useState } from "preact/hooks";

/** The runs chosen for an action; another filter begins with none. */
export function usePicked(filter: object) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const set = useCallback((chosen: string[]) => setKeys(new Set(chosen)), []);
  const clear = useCallback(() => setKeys(new Set()), []);
  const toggle = useCallback((key: string) => {
    setKeys((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }, []);
  useEffect(clear, [filter, clear]);
  return { keys, set, clear, toggle };
}
