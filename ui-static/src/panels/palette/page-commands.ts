import { useEffect, useRef } from "preact/hooks";
import type { Command } from "./commands.ts";

let here: () => Command[] = () => [];

/** What can be done on the page that is shown; the palette has it first. */
export const pageCommands = (): Command[] => here();

export function usePageCommands(commands: () => Command[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const mine = () => latest.current();
    here = mine;
    return () => {
      if (here === mine) here = () => [];
    };
  }, []);
}
