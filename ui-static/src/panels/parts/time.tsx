import { useEffect, useState } from "preact/hooks";
import { exact, lasted, relative } from "../../run/words.ts";

/** The present moment, renewed while the component is shown. */
export function useNow(every = 1_000): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

export function When({ time }: { time: string }) {
  const now = useNow(15_000);
  return (
    <time dateTime={time} title={exact(time)}>
      {relative(time, Math.max(now, Date.now()))}
    </time>
  );
}

export function Lasted({ from, to }: { from: string; to?: string | null | undefined }) {
  return to == null ? <Lasting from={from} /> : <span>{lasted(from, to, 0)}</span>;
}

function Lasting({ from }: { from: string }) {
  const now = useNow();
  return <span>{lasted(from, undefined, now)}</span>;
}
