import { Icon } from "../../panels/parts/icon.tsx";
import { Menu } from "../../panels/parts/menu.tsx";
import { pauseItem } from "../../panels/pause/pause-item.ts";
import type { Listens } from "./listen/use-listening.ts";
import { comfortItems } from "./comfort/more-items.ts";
import type { Desk } from "./use-designer.ts";

interface RunProps {
  listening: Listens;
  /** Whether there is a webhook that a request could come to. */
  hooked: boolean;
  tryDraft: () => void;
  version: number | undefined;
  run: () => void;
}

/** Tries the workflow: the draft with an event or with a real request, or what is published. */
export function RunMenu({ listening, hooked, tryDraft, version, run }: RunProps) {
  const listens = listening.listening !== undefined;
  return (
    <Menu
      label={
        <>
          <Icon name={listens ? "listen" : "run"} size={14} /> {listens ? "Listening" : "Run draft"}
        </>
      }
      items={[
        {
          icon: "run",
          label: "Run the draft…",
          help: "As a copy, with something that arrived, the example or values of yours.",
          act: tryDraft,
        },
        listens
          ? {
              icon: "listen",
              label: "Show the listening",
              help: "The draft waits for a request at its own address.",
              act: () => listening.show(true),
            }
          : {
              icon: "listen",
              label: "Listen for a request",
              help: hooked
                ? "Gives the draft an address of its own, shows what arrives and runs a copy."
                : "Only a webhook can be listened for, and nothing here starts by one.",
              disabled: !hooked,
              act: listening.start,
            },
        ...(listens
          ? [{ icon: "close" as const, label: "Stop listening", act: listening.stop }]
          : []),
        {
          icon: "publish",
          label: version === undefined ? "Run a version" : `Run version ${version}`,
          help: version === undefined ? "Publish it first." : "What is published, with values of yours.",
          disabled: version === undefined,
          act: run,
        },
      ]}
    />
  );
}

export function MoreMenu({ desk, workflow }: { desk: Desk; workflow: string }) {
  const id = encodeURIComponent(workflow);
  return (
    <Menu
      look="icon"
      name="More"
      label={<Icon name="more" />}
      items={[
        pauseItem(
          { id: workflow, name: desk.name, paused: desk.paused, published: desk.version !== undefined },
          desk.setPaused,
        ),
        {
          icon: "inbox",
          label: "What arrived for it",
          act: () => location.assign(`/inbox?workflow=${id}`),
        },
        { icon: "activity", label: "Its runs", act: () => location.assign(`/runs?workflow=${id}`) },
        ...comfortItems(desk),
      ]}
    />
  );
}
