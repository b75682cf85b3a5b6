import { exact } from "../../run/words.ts";
import type { Saving } from "./draft/draft-session.ts";

const clock = (time: string) =>
  new Date(time).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** "v3 · draft, saved 10:42" */
export function SavedMark(props: { version: number | undefined; saving: Saving }) {
  const { version, saving } = props;
  return (
    <span class="saved-mark soft" role="status" title={saving.is === "saved" ? exact(saving.at) : ""}>
      {version === undefined ? "not published yet" : `v${version}`}
      {words(saving) === "" ? null : <span class={`saved-mark__state is-${saving.is}`}>{words(saving)}</span>}
    </span>
  );
}

function words(saving: Saving): string {
  switch (saving.is) {
    case "unchanged":
      return "";
    case "unsaved":
    case "saving":
      return "saving…";
    case "saved":
      return `draft, saved ${clock(saving.at)}`;
    case "offline":
      return saving.kept
        ? "kept in this browser, trying again…"
        : "not saved, and this browser has no room to keep it: leave the page open; trying again…";
    case "signedOut":
      return saving.kept ? "kept in this browser until you sign in" : "not saved: you are signed out";
    case "refused":
      return `not saved: ${saving.why}`;
    case "conflict":
      return "changed elsewhere";
  }
}
