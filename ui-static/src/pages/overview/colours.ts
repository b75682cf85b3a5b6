import { useEffect, useState } from "preact/hooks";

const roles = ["done", "failed", "running", "waiting", "ink", "ink-soft", "ink-faint", "line", "raised"] as const;

export type Colours = Record<(typeof roles)[number], string>;

/** The roles' colours as they are now: a drawing on a canvas cannot name a role. */
function read(): Colours {
  const probe = document.createElement("span");
  document.body.append(probe);
  const colours = Object.fromEntries(
    roles.map((role) => {
      probe.style.color = `var(--${role})`;
      return [role, getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  return colours as Colours;
}

/** Read again when the theme changes. */
export function useColours(): Colours {
  const [colours, setColours] = useState(read);
  useEffect(() => {
    const renew = () => setColours(read());
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const watch = new MutationObserver(renew);
    watch.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    dark.addEventListener("change", renew);
    return () => {
      watch.disconnect();
      dark.removeEventListener("change", renew);
    };
  }, []);
  return colours;
}
