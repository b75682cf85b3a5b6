import { useEffect, useRef } from "preact/hooks";
import type { Command } from "./commands.ts";

const here = new Set<() => Command[]>();

/** What can be done on the page that is shown; the palette has it first. */
export const pageCommands = (): Command[] => [...here].flatMap((commands) => commands());

/** Each part of a page may add its own. */
export function usePageCommands(commands: () => Command[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const mine = () => latest.current();
    here.add(mine);
    return () => void here.delete(mine);
  }, []);
}
