import { useCallback, useEffect, useState } from "preact/hooks";
import {
  currentListening,
  startListening,
  stopListening,
  type Listening,
} from "../../../api/listening.ts";
import { sentence } from "../../../panels/parts/messages.tsx";
import { toast } from "../../../panels/parts/toasts.tsx";
import { shownOnCanvas } from "../try/shown-on-canvas.ts";
import type { Desk } from "../use-designer.ts";

export interface Listens {
  listening: Listening | undefined;
  /** The draft was changed since listening began. */
  stale: boolean;
  shown: boolean;
  show: (shown: boolean) => void;
  start: () => void;
  stop: () => void;
}

/** Lets the draft, as it is saved now, be started by requests to an address of its own. */
export function useListening(workflow: string, desk: Desk): Listens {
  const [listening, setListening] = useState<Listening>();
  const [shown, show] = useState(false);
  const [etag, setEtag] = useState<string>();

  useEffect(() => {
    // why: a reload goes on listening; that nobody listens is no trouble.
    currentListening(workflow).then(
      (current) => {
        setListening(current);
        if (current !== undefined) show(true);
      },
      () => undefined,
    );
  }, [workflow]);

  const begin = async () => {
    try {
      await desk.table?.handOver();
      if (!(await desk.session.flush())) {
        return toast({ text: "Not listening: the draft is not saved yet.", failed: true });
      }
      setListening(await startListening(workflow));
      setEtag(desk.session.etag);
      show(true);
    } catch (problem) {
      if (!shownOnCanvas(problem, desk)) toast({ text: sentence(problem), failed: true });
    }
  };

  const end = useCallback(() => {
    stopListening(workflow).then(
      () => {
        setListening(undefined);
        show(false);
      },
      (problem: unknown) => toast({ text: sentence(problem), failed: true }),
    );
  }, [workflow]);

  const unsaved = desk.saving.is === "unsaved" || desk.saving.is === "saving";
  const stale = etag !== undefined && (unsaved || desk.session.etag !== etag);
  return { listening, stale, shown, show, start: () => void begin(), stop: end };
}
