import { useState } from "preact/hooks";
import { toast } from "../../../panels/parts/toasts.tsx";

/** One thing that is done on the engine: busy meanwhile, trouble kept, a word when it is done. */
export function useAct(done: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const act = (doing: Promise<unknown>, said: string) => {
    setBusy(true);
    setProblem(undefined);
    doing.then(
      () => {
        toast({ text: said });
        done();
      },
      (trouble: unknown) => {
        setProblem(trouble);
        setBusy(false);
      },
    );
  };
  return { busy, problem, act };
}
