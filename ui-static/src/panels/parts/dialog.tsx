import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "./icon.tsx";
import { useKeys } from "./use-keys.ts";

/** Keeps the keyboard inside, gives the focus back when it closes. */
export function Dialog(props: {
  title: string;
  wide?: boolean;
  close: () => void;
  children: ComponentChildren;
  foot?: ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  const title = useId();
  useTrap(box, props.close);
  return (
    <div class="scrim" onPointerDown={(event) => event.target === event.currentTarget && props.close()}>
      <div
        ref={box}
        class={props.wide === true ? "dialog dialog--wide" : "dialog"}
        role="dialog"
        aria-modal="true"
        aria-labelledby={title}
        tabIndex={-1}
      >
        <div class="dialog__head">
          <h2 id={title}>{props.title}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={props.close}>
            <Icon name="close" />
          </button>
        </div>
        <div class="dialog__body">{props.children}</div>
        {props.foot === undefined ? null : <div class="dialog__foot">{props.foot}</div>}
      </div>
    </div>
  );
}

const focusable = "a[href], button:not(:disabled), input, select, textarea, [tabindex='0']";

export function useTrap(box: { current: HTMLElement | null }, close: () => void): void {
  useKeys((event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") {
      cycle(event, [...(box.current?.querySelectorAll<HTMLElement>(focusable) ?? [])]);
    }
  }, true);
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    const first = box.current?.querySelector<HTMLElement>("[autofocus], input, textarea, select");
    (first ?? box.current)?.focus();
    return () => before?.focus();
  }, [box]);
}

function cycle(event: KeyboardEvent, stops: HTMLElement[]): void {
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement === edge) {
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }
}
