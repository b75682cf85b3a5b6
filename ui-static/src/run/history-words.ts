import type { HistoryState } from "../api/history.ts";
import { duration } from "./words.ts";

/** Records need a second or two; only more than this is worth a word. */
const lagWorthAWord = 30;
const littleDisk = 2_000_000_000;

export interface Trouble {
  grave: boolean;
  title: string;
  text: string;
}

/** What is wrong with the history, the gravest first; nothing when all is well. */
export function trouble(state: HistoryState): Trouble | undefined {
  if (state.readOnly) {
    return {
      grave: true,
      title: "What happens now is not being stored",
      text: `${state.reason ?? "The store cannot be written."} Runs go on, and are shown as soon as it can be written again.`,
    };
  }
  if (state.diskFreeBytes < littleDisk) {
    return {
      grave: true,
      title: `Only ${Math.round(state.diskFreeBytes / 1_000_000).toLocaleString("en")} MB are left on the disk`,
      text: "Free some room, or keep runs for a shorter time. When it is full, events are refused.",
    };
  }
  if (state.lagSeconds >= lagWorthAWord) {
    return {
      grave: false,
      title: `This is how things stood ${duration(state.lagSeconds * 1_000)} ago`,
      text: "Runs go on as usual; what is shown of them catches up by itself. Nothing is lost.",
    };
  }
  return undefined;
}
