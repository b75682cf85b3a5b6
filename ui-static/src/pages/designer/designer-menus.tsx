import { Icon } from "../../panels/parts/icon.tsx";
import { Menu } from "../../panels/parts/menu.tsx";
import { pauseItem } from "../../panels/pause/pause-item.ts";
import type { Listens } from "./listen/use-listening.ts";
import { comfortItems } from "./comfort/more-items.ts";
import type { Desk } from "./use-designer.ts";

interface RunProps {
  listening: Listens;
  version: number | undefined;
  run: () => void;
}

/** Tries the workflow: what is published with values, or the draft with a real request. */
export function RunMenu({ listening, version, run }: RunProps) {
  const listens = listening.listening !== undefined;
  return (
    <Menu
      label={
        <>
          <Icon name={listens ? "listen" : "run"} size={14} /> {listens ? "Listening" : "Run draft"}
        </>
      }
      items={[
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
              help: "Gives the draft an address of its own, shows what arrives and runs a copy.",
              act: listening.start,
            },
        ...(listens
          ? [{ icon: "close" as const, label: "Stop listening", act: listening.stop }]
          : []),
        {
          icon: "run",
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
