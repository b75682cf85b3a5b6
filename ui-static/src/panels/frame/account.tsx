import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { goToSignIn } from "../../api/http.ts";
import { currentSession, signOut } from "../../api/session.ts";
import type { Session } from "../../api/types.ts";
import { Icon } from "../parts/icon.tsx";

/** Who is signed in, the keys sheet and the way out. */
export function AccountMenu({ keys }: { keys: () => void }) {
  const [session, setSession] = useState<Session>();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // why: a failed read is shown by the page itself, or has already led to the sign-in page.
    currentSession().then(setSession, () => undefined);
  }, []);

  useLayoutEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      const escape = event instanceof KeyboardEvent && event.key === "Escape";
      if (escape || !root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("keydown", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("keydown", outside);
    };
  }, [open]);

  const leave = () => void signOut().finally(goToSignIn);

  return (
    <div class="account" ref={root}>
      <button
        type="button"
        class="rail__link"
        aria-label={session === undefined ? "Account" : `Account of ${session.name}`}
        aria-expanded={open}
        data-tip={session?.name ?? "Account"}
        onClick={() => setOpen(!open)}
      >
        <span class="account__face">{session?.name.slice(0, 1).toUpperCase() ?? "·"}</span>
      </button>
      {open ? (
        <div class="menu__list account__list">
          <p class="account__who">
            <strong>{session?.name ?? "Not signed in"}</strong>
            <span class="soft small">{session?.role}</span>
          </p>
          <button type="button" class="menu__item" onClick={() => (setOpen(false), keys())}>
            <Icon name="keyboard" /> Keyboard keys
          </button>
          <button type="button" class="menu__item" onClick={leave}>
            <Icon name="leave" /> Sign out
          </button>
        </div>
      ) : null}
    </div>
  );
}
