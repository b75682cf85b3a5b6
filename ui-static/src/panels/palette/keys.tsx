import { Dialog } from "../parts/dialog.tsx";

const groups: { name: string; keys: [string, string[]][] }[] = [
  {
    name: "Everywhere",
    keys: [
      ["Search, go to, create, run", ["Ctrl", "K"]],
      ["To the workflows", ["G", "W"]],
      ["To the runs", ["G", "R"]],
      ["To the inbox", ["G", "I"]],
      ["To the connections", ["G", "K"]],
      ["To the connectors", ["G", "C"]],
      ["To the alerts", ["G", "A"]],
      ["This sheet", ["?"]],
    ],
  },
  {
    name: "Designer",
    keys: [
      ["Add a step", ["N"]],
      ["Append to the selected step", ["A"]],
      ["Undo", ["Ctrl", "Z"]],
      ["Redo", ["Ctrl", "Y"]],
      ["Copy, paste", ["Ctrl", "C / V"]],
      ["Delete", ["Del"]],
      ["Select all", ["Ctrl", "A"]],
      ["Find on the canvas", ["Ctrl", "F"]],
      ["Rename the selected step", ["E"]],
      ["Hand, lasso, space, connect", ["H / L / S / C"]],
      ["Show everything", ["Ctrl", "1"]],
      ["Outline of the steps", ["O"]],
      ["Publish", ["Ctrl", "Enter"]],
    ],
  },
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

export function Keys({ close }: { close: () => void }) {
  return (
    <Dialog title="Keyboard keys" close={close}>
      {groups.map((group) => (
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
    </Dialog>
  );
}
