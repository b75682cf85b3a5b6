import { replayEvent, replayEvents, type ReplayVersion } from "../../api/inbox.ts";
import type { InboxEvent } from "../../api/types.ts";
import { Icon, type IconName } from "../../panels/parts/icon.tsx";
import { Menu } from "../../panels/parts/menu.tsx";
import { sentence } from "../../panels/parts/messages.tsx";
import { toast } from "../../panels/parts/toasts.tsx";

const choices: { version: ReplayVersion; icon: IconName; label: string; help: string }[] = [
  {
    version: "newest",
    icon: "publish",
    label: "On the newest version",
    help: "What is published now, with whatever was mended since.",
  },
  {
    version: "same",
    icon: "history",
    label: "On the same version",
    help: "The version that was published when it arrived.",
  },
  {
    version: "draft",
    icon: "edit",
    label: "On my draft",
    help: "A copy of the draft, without publishing it.",
  },
];

interface Props {
  look: "quiet" | "small" | "plain";
  replay: (version: ReplayVersion) => void;
  /** "Replay 3 events". */
  label?: string;
  /** Why it cannot be replayed. */
  refused?: string | undefined;
}

export function ReplayMenu({ look, replay, label = "Replay", refused }: Props) {
  return (
    <Menu
      {...(look === "plain" ? {} : { look })}
      {...(refused === undefined ? {} : { refused })}
      name={label}
      label={
        <>
          <Icon name="replay" size={14} /> <span class="menu__label">{label}</span>
        </>
      }
      items={choices.map(({ version, ...shown }) => ({ ...shown, act: () => replay(version) }))}
    />
  );
}

export type Show = (id: string) => void;

/** A replay is a new event: the toast leads to it. */
export async function replayOne(event: InboxEvent, version: ReplayVersion, show: Show): Promise<void> {
  try {
    const { eventId } = await replayEvent(event.id, version);
    toast({
      text: "Replayed as a new event.",
      action: { label: "Show it", act: () => show(eventId) },
    });
  } catch (problem) {
    toast({ text: sentence(problem), failed: true });
  }
}

export async function replayMany(ids: string[], version: ReplayVersion, show: Show): Promise<void> {
  try {
    const results = await replayEvents(ids, version);
    const failed = results.filter(({ error }) => error != null);
    const [first] = results.flatMap(({ eventId }) => eventId ?? []);
    const done = results.length - failed.length;
    toast({
      text: [
        `${done} of ${results.length} replayed as new events.`,
        ...new Set(failed.map(({ error }) => error)),
      ].join(" "),
      failed: failed.length > 0,
      ...(first === undefined ? {} : { action: { label: "Show one", act: () => show(first) } }),
    });
  } catch (problem) {
    toast({ text: sentence(problem), failed: true });
  }
}
