import { useLayoutEffect, useRef, useState } from "@bpmn-io/properties-panel/preact/hooks";

export interface Modal {
  /** Somebody wants to leave with changes that are not saved. */
  asking: boolean;
  leave: () => void;
  stay: () => void;
  shut: () => void;
  on: {
    onKeyDown: (event: KeyboardEvent) => void;
    onCancel: (event: Event) => void;
    onClose: () => void;
  };
}

/** A dialog of the browser's own: Esc asks before it throws something away. */
export function useModal(box: { current: HTMLDialogElement | null }, changed: boolean, close: () => void): Modal {
  const [asking, setAsking] = useState(false);
  const over = useRef(false);

  // why this early: what is inside can have the keyboard only when the dialog is there.
  useLayoutEffect(() => {
    const dialog = box.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
  }, [box]);

  const shut = () => {
    over.current = true;
    box.current?.close();
    close();
  };
  const leave = () => (changed ? setAsking(true) : shut());
  return {
    asking,
    leave,
    shut,
    stay: () => setAsking(false),
    on: {
      onKeyDown: (event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        if (asking) setAsking(false);
        else leave();
      },
      onCancel: (event) => event.preventDefault(),
      onClose: () => {
        // why: browsers close a dialog at the second Esc in a row, whoever prevents it.
        if (over.current) return;
        box.current?.showModal();
        leave();
      },
    },
  };
}
