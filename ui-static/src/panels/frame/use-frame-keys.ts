import { useRef, useState } from "preact/hooks";
import { isBare, useKeys } from "../parts/use-keys.ts";

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

  const going = useRef(false);

  useKeys((event) => {
    // why: what would open lies below a dialog that has everything.
    if (document.querySelector("dialog[open]") !== null) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      event.stopPropagation();
      setOpened((now) => (now === "palette" ? undefined : "palette"));
      return;
    }
    if (!isBare(event)) return;
    const place = going.current ? goTo[event.key] : undefined;
    going.current = event.key === "g";
    if (place !== undefined) location.assign(place);
    else if (event.key === "?") setOpened("keys");
  }, true);

  return { opened, open: setOpened, close: () => setOpened(undefined) };
}
