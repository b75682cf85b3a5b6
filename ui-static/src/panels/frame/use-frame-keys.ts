import { useEffect, useState } from "preact/hooks";

export type Opened = "palette" | "keys" | undefined;

const goTo: Record<string, string> = {
  w: "/",
  r: "/runs",
  i: "/inbox",
  k: "/connections",
  c: "/connectors",
  m: "/models",
  a: "/alerts",
};

/** Ctrl K, `?`, and `g` followed by a page's letter. */
export function useFrameKeys() {
  const [opened, setOpened] = useState<Opened>();

  useEffect(() => {
    let going = false;
    const keys = (event: KeyboardEvent) => {
      // why: what would open lies below a dialog that has everything.
      if (document.querySelector("dialog[open]") !== null) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        event.stopPropagation();
        setOpened((now) => (now === "palette" ? undefined : "palette"));
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
      const place = going ? goTo[event.key] : undefined;
      going = event.key === "g";
      if (place !== undefined) location.assign(place);
      else if (event.key === "?") setOpened("keys");
    };
    document.addEventListener("keydown", keys, true);
    return () => document.removeEventListener("keydown", keys, true);
  }, []);

  return { opened, open: setOpened, close: () => setOpened(undefined) };
}

/** True while a key belongs to a text. */
export function writes(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
