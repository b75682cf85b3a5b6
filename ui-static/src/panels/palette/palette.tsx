import { useEffect, useRef, useState } from "preact/hooks";
import { listRuns } from "../../api/runs.ts";
import { listWorkflows } from "../../api/workflows.ts";
import type { Run } from "../../api/types.ts";
import { relative, statusWord, workflowName } from "../../run/words.ts";
import { useTrap } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { pageCommands } from "./page-commands.ts";
import { matching, placesToGo, workflowCommands, type Command } from "./commands.ts";

/** Ctrl K: go to, create, run, search workflows and runs. */
export function Palette({ close, keys }: { close: () => void; keys: () => void }) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [known, setKnown] = useState<Command[]>(() => [...pageCommands(), ...placesToGo(keys)]);
  const [runs, setRuns] = useState<Run[]>([]);
  const box = useRef<HTMLDivElement>(null);
  useTrap(box, close);

  useEffect(() => {
    // why: without the list the palette still goes to pages; the page itself shows the trouble.
    listWorkflows().then(
      (list) => setKnown((before) => [...before, ...workflowCommands(list.items)]),
      () => undefined,
    );
  }, []);

  useEffect(() => {
    if (text.trim().length < 2) return setRuns([]);
    const timer = setTimeout(() => {
      listRuns({ q: text.trim(), limit: 6 }).then(
        (page) => setRuns(page.items),
        () => setRuns([]),
      );
    }, 150);
    return () => clearTimeout(timer);
  }, [text]);

  const found = [...matching(known, text), ...runs.map(runCommand)];
  const chosen = Math.min(at, found.length - 1);

  const onKey = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setAt((chosen + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(found[chosen]);
    }
  };

  const choose = (command: Command | undefined) => {
    if (command === undefined) return;
    close();
    command.act();
  };

  useEffect(() => {
    document.getElementById(`command-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  return (
    <div class="scrim" onPointerDown={(event) => event.target === event.currentTarget && close()}>
      <div ref={box} class="dialog" role="dialog" aria-modal="true" aria-label="Go to">
        <input
          class="palette__input"
          placeholder="Go to a page, a workflow or a run…"
          aria-label="Go to a page, a workflow or a run"
          role="combobox"
          aria-expanded="true"
          aria-controls="commands"
          aria-activedescendant={chosen < 0 ? undefined : `command-${chosen}`}
          value={text}
          onInput={(event) => (setText(event.currentTarget.value), setAt(0))}
          onKeyDown={onKey}
        />
        <div id="commands" class="palette__list" role="listbox" aria-label="Found">
          {found.map((command, index) => (
            <div
              key={command.group + command.label + command.hint}
              id={`command-${index}`}
              class="palette__item"
              role="option"
              aria-selected={index === chosen}
              onPointerMove={() => setAt(index)}
              onClick={() => choose(command)}
            >
              <Icon name={command.icon} />
              <span>{command.label}</span>
              <span class="palette__hint">{command.hint ?? command.group}</span>
            </div>
          ))}
          {found.length === 0 ? <p class="palette__group">Nothing found.</p> : null}
        </div>
      </div>
    </div>
  );
}

const runCommand = (run: Run): Command => ({
  group: "Runs",
  icon: "activity",
  label: `${workflowName(run)} · ${statusWord[run.status].toLowerCase()}`,
  hint: relative(run.startedAt, Date.now()),
  act: () => location.assign(`/run?key=${run.key}`),
});
