import { useCallback, useEffect, useRef, useState } from "preact/hooks";

export type Loaded<T> =
  | { is: "loading" }
  | { is: "here"; value: T }
  | { is: "trouble"; problem: unknown };

/**
 * Reads something when the component appears and whenever `key` changes. `again` reads anew and
 * keeps what is shown until the answer is here.
 */
export function useLoad<T>(key: string, read: () => Promise<T>): [Loaded<T>, () => void] {
  const [state, setState] = useState<Loaded<T>>({ is: "loading" });
  const latest = useRef(0);
  const reader = useRef(read);
  reader.current = read;

  const again = useCallback(() => {
    const turn = ++latest.current;
    reader.current().then(
      (value) => turn === latest.current && setState({ is: "here", value }),
      (problem: unknown) => turn === latest.current && setState({ is: "trouble", problem }),
    );
  }, []);

  useEffect(() => {
    setState({ is: "loading" });
    again();
    return () => {
      latest.current++;
    };
  }, [key, again]);

  return [state, again];
}
