import { useCallback, useEffect, useState } from "preact/hooks";

/** The events chosen for replay; another filter begins with none. */
export function usePicked(filter: object) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const set = useCallback((chosen: string[]) => setIds(new Set(chosen)), []);
  const clear = useCallback(() => setIds(new Set()), []);
  const toggle = useCallback((id: string) => {
    setIds((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  useEffect(clear, [filter, clear]);
  return { ids, set, clear, toggle };
}
