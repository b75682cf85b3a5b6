import { groupBy } from "../../run/group-by.ts";
import { Dialog } from "../parts/dialog.tsx";
import { caps, designerKeys } from "./designer-keys.ts";

interface KeyGroup {
  name: string;
  keys: [what: string, keys: string[]][];
}

const groups: KeyGroup[] = [
  {
    name: "Everywhere",
    keys: [
      ["Search, go to, create, run", ["Ctrl", "K"]],
      ["To the workflows", ["G", "W"]],
      ["To the runs", ["G", "R"]],
      ["To the inbox", ["G", "I"]],
      ["To the connections", ["G", "K"]],
      ["To the connectors", ["G", "C"]],
      ["To the models", ["G", "M"]],
      ["To the alerts", ["G", "A"]],
      ["This sheet", ["?"]],
    ],
  },
  ...designerGroups(),
  {
    name: "Run",
    keys: [
      ["Next, previous step", ["J / K"]],
      ["Close the step", ["Esc"]],
      ["Steps, values, done outside", ["1 / 2 / 3"]],
      ["Zoom the time line, all of it", ["+ / −", "0"]],
      ["Move the time line", ["[ / ]"]],
      ["Mend what failed", ["M"]],
      ["Run again, from the chosen step", ["A", "Shift A"]],
      ["Change values", ["V"]],
      ["Stop a step, begin at another", ["B"]],
      ["Move to another version", ["N"]],
      ["Cancel the run", ["X"]],
    ],
  },
  {
    name: "Incident",
    keys: [
      ["Next, previous of the same cause", ["J / K"]],
      ["Try again with the changes", ["Ctrl", "Enter"]],
      ["Open the run", ["O"]],
    ],
  },
  {
    name: "Inbox",
    keys: [
      ["Next, previous event", ["J / K"]],
      ["Open the event", ["Enter"]],
      ["Choose for replay", ["X"]],
      ["Replay", ["R"]],
      ["Close the event", ["Esc"]],
    ],
  },
];

function designerGroups(): KeyGroup[] {
  const shown = designerKeys.filter(({ keys }) => keys.length > 0);
  return [...groupBy(shown, ({ group }) => group)].map(([name, keys]) => ({
    name: `Designer: ${name.toLowerCase()}`,
    keys: keys.map(({ label, keys: [first = ""] }) => [label, caps(first)]),
  }));
}

/** The keys of the page that is shown come first. */
function inOrder(): KeyGroup[] {
  if (!location.pathname.startsWith("/designer")) return groups;
  const here = groups.filter(({ name }) => name.startsWith("Designer"));
  return [...here, ...groups.filter((group) => !here.includes(group))];
}

export function Keys({ close }: { close: () => void }) {
  return (
    <Dialog title="Keyboard keys" close={close}>
      <div class="keys-sheet" role="region" aria-label="All keys" tabIndex={0}>
        {inOrder().map((group) => (
          <section key={group.name}>
            <h3 class="palette__group">{group.name}</h3>
            <dl class="keys">
              {group.keys.map(([what, keys]) => (
                <>
                  <dt>{what}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key} class="key">
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
