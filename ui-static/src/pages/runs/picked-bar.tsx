import { useState } from "preact/hooks";
import type { Run } from "../../api/types.ts";
import { Dialog } from "../../panels/parts/dialog.tsx";
import { Icon } from "../../panels/parts/icon.tsx";
import { Menu } from "../../panels/parts/menu.tsx";
import { sentence } from "../../panels/parts/messages.tsx";
import { toast } from "../../panels/parts/toasts.tsx";
import { againMany, cancelMany, retryMany } from "./many.ts";
import { Outcomes, type Job } from "./outcomes.tsx";

interface Props {
  picked: Run[];
  clear: () => void;
  done: () => void;
}

/** What can be done with all chosen runs at once, with a result for each. */
export function PickedBar({ picked, clear, done }: Props) {
  const [job, setJob] = useState<Job>();
  const [busy, setBusy] = useState(false);
  const [asks, setAsks] = useState(false);

  const act = async (what: () => Promise<Job>) => {
    setBusy(true);
    try {
      setJob(await what());
    } catch (problem) {
      toast({ text: sentence(problem), failed: true });
    } finally {
      setBusy(false);
    }
  };
  const close = () => {
    setJob(undefined);
    clear();
    done();
  };
  const failed = picked.some(({ incidents }) => incidents > 0);
  const open = picked.filter(({ endedAt }) => endedAt == null);

  return (
    <>
      {picked.length === 0 ? null : (
        <div class="picked" role="region" aria-label="Chosen runs" aria-busy={busy}>
          <strong>{picked.length === 1 ? "1 run" : `${picked.length} runs`} chosen</strong>
          <button
            type="button"
            class="button"
            disabled={!failed || busy}
            title={failed ? undefined : "None of them needs repair."}
            onClick={() => void act(() => retryMany(picked))}
          >
            <Icon name="retry" size={14} /> Retry
          </button>
          <Menu
            name="Run again"
            label={
              <>
                <Icon name="replay" size={14} /> Run again
              </>
            }
            items={[
              {
                icon: "publish",
                label: "On the newest version",
                help: "What is published now, with whatever was mended since.",
                act: () => void act(() => againMany(picked, "newest")),
              },
              {
                icon: "history",
                label: "On the same version",
                help: "Each on the version that it ran on.",
                act: () => void act(() => againMany(picked, "same")),
              },
            ]}
          />
          <button
            type="button"
            class="button button--danger"
            disabled={open.length === 0 || busy}
            title={open.length === 0 ? "All of them are over." : undefined}
            onClick={() => setAsks(true)}
          >
            Cancel
          </button>
          <button type="button" class="button button--quiet" onClick={clear}>
            Clear
          </button>
        </div>
      )}
      {asks ? (
        <Sure
          count={open.length}
          close={() => setAsks(false)}
          act={() => {
            setAsks(false);
            void act(() => cancelMany(open));
          }}
        />
      ) : null}
      {job === undefined ? null : <Outcomes job={job} close={close} />}
    </>
  );
}

function Sure({ count, act, close }: { count: number; act: () => void; close: () => void }) {
  const runs = count === 1 ? "the run" : `${count} runs`;
  return (
    <Dialog
      title={`Cancel ${runs}?`}
      close={close}
      foot={
        <>
          <button type="button" class="button" onClick={close}>
            Keep going
          </button>
          <button type="button" class="button button--danger" onClick={act}>
            Cancel {runs}
          </button>
        </>
      }
    >
      <p>What is under way stops where it is. This cannot be undone; a run can be run again.</p>
    </Dialog>
  );
}
