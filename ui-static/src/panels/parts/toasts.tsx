import { useEffect, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";

export interface Toast {
  text: string;
  failed?: boolean;
  action?: { label: string; act: () => void };
}

type Shown = Toast & { id: number };

const announced = new EventTarget();
let lastId = 0;

/** Says something for a few seconds, with a way back where there is one. */
export function toast(message: Toast): void {
  announced.dispatchEvent(new CustomEvent("toast", { detail: { ...message, id: ++lastId } }));
}

/** The page is about to change: the message waits for the next one. */
export function toastOnNextPage(text: string): void {
  sessionStorage.setItem("wireroom.toast", text);
}

export function Toasts() {
  const [shown, setShown] = useState<Shown[]>([]);
  const drop = (id: number) => setShown((all) => all.filter((one) => one.id !== id));

  useEffect(() => {
    const show = (event: Event) => {
      const next = (event as CustomEvent<Shown>).detail;
      setShown((all) => [...all.slice(-2), next]);
      setTimeout(() => drop(next.id), next.action === undefined ? 5_000 : 10_000);
    };
    announced.addEventListener("toast", show);
    const kept = sessionStorage.getItem("wireroom.toast");
    if (kept !== null) {
      sessionStorage.removeItem("wireroom.toast");
      toast({ text: kept });
    }
    return () => announced.removeEventListener("toast", show);
  }, []);

  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.map((one) => (
        <div key={one.id} class={one.failed === true ? "toast is-failed" : "toast"}>
          <span>{one.text}</span>
          {one.action === undefined ? null : (
            <button
              type="button"
              class="button button--small"
              onClick={() => {
                drop(one.id);
                one.action?.act();
              }}
            >
              {one.action.label}
            </button>
          )}
          <button
            type="button"
            class="icon-button"
            aria-label="Dismiss"
            onClick={() => drop(one.id)}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
