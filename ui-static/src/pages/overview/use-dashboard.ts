import { useEffect, useRef, useState } from "preact/hooks";
import { readDashboard, type Dashboard } from "../../api/dashboard.ts";
import type { Connection } from "../../api/live.ts";
import { useNews } from "../../panels/frame/use-news.ts";
import { sinceNow } from "../runs/address.ts";
import type { Sight } from "./address.ts";

/** Figures change all the time; to read them they must stand still for a while. */
const stand = 5_000;

export interface Figures {
  dashboard: Dashboard | undefined;
  problem: unknown;
  connection: Connection;
  again: () => void;
}

/** The dashboard as it is now, read again when something happened. */
export function useDashboard({ last, workflow }: Sight): Figures {
  const [dashboard, setDashboard] = useState<Dashboard>();
  const [problem, setProblem] = useState<unknown>();
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const read = () => {
    const mine = ++turn.current;
    const now = Date.now();
    readDashboard({ from: sinceNow(last, now), to: new Date(now).toISOString(), workflow }).then(
      (answer) => {
        if (mine !== turn.current) return;
        setProblem(undefined);
        setDashboard(answer);
      },
      (trouble: unknown) => mine === turn.current && setProblem(trouble),
    );
  };
  const latest = useRef(read);
  latest.current = read;

  useEffect(() => {
    latest.current();
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [last, workflow]);

  const connection = useNews(["run", "inbox"], () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, stand);
  });
  return { dashboard, problem, connection, again: read };
}
