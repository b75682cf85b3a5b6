/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { useEffect, useRef } from "@bpmn-io/properties-panel/preact/hooks";
import type { Modal } from "./use-modal.ts";

interface Props {
  modal: Modal;
  changed: boolean;
  source: string;
  /** The same as JSON in order, where it is not. */
  laid: string | undefined;
  layOut: (source: string) => void;
  save: () => void;
}

export function LargeFoot({ modal, changed, source, laid, layOut, save }: Props) {
  if (modal.asking) return <Leaving modal={modal} save={save} />;
  return (
    <footer class="large-editor__foot">
      <span class="large-editor__note">{length(source)}</span>
      {laid === undefined ? null : (
        <button type="button" class="button" onClick={() => layOut(laid)}>
          Put lines in order
        </button>
      )}
      <button type="button" class="button" onClick={modal.leave}>
        Cancel
      </button>
      <button type="button" class="button button--main" disabled={!changed} title="Ctrl Enter" onClick={save}>
        Save
      </button>
    </footer>
  );
}

function Leaving({ modal, save }: { modal: Modal; save: () => void }) {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    <footer class="large-editor__foot is-asking">
      <span class="large-editor__note" role="alert">You have changed this. Leave without saving?</span>
      <button ref={stay} type="button" class="button" onClick={modal.stay}>
        Go on writing
      </button>
      <button type="button" class="button" onClick={modal.shut}>
        Throw away
      </button>
      <button type="button" class="button button--main" onClick={save}>
        Save
      </button>
    </footer>
  );
}

const length = (source: string) => {
  const count = source.replace(/^=/, "").length;
  return `${count.toLocaleString("en")} ${count === 1 ? "character" : "characters"}`;
};
