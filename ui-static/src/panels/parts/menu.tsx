import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./icon.tsx";

export interface MenuItem {
  icon: IconName;
  label: string;
  /** What it means, under the label. */
  help?: string;
  disabled?: boolean;
  act: () => void;
}

interface Props {
  label: ComponentChildren;
  /** The name, where the label is an icon. */
  name?: string;
  look?: "main" | "small" | "quiet" | "icon";
  /** Why nothing of it can be done; it stays shut. */
  refused?: string;
  items: MenuItem[];
}

const looks = {
  main: "button button--main",
  small: "button button--small",
  quiet: "button button--small button--quiet",
  icon: "icon-button",
  plain: "button",
};

/** A button with a list under it, or above it where there is no room: arrows move, Escape closes. */
export function Menu(props: Props) {
  const [open, setOpen] = useState(false);
  const [above, setAbove] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!open) return setAbove(false);
    setAbove(hasRoomOnlyAbove(root.current));
    root.current?.querySelector<HTMLElement>("[role=menuitem]:not(:disabled)")?.focus();
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open]);

  const keys = (event: KeyboardEvent) => {
    const items = [...(root.current?.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)") ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Escape" && open) {
      setOpen(false);
      root.current?.querySelector<HTMLElement>("button")?.focus();
      event.stopPropagation();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return setOpen(props.refused === undefined);
      const step = event.key === "ArrowDown" ? 1 : -1;
      items[(at + step + items.length) % items.length]?.focus();
    }
  };

  return (
    <div class="menu" ref={root} onKeyDown={keys}>
      <button
        type="button"
        class={looks[props.look ?? "plain"]}
        aria-label={props.name}
        title={props.refused ?? props.name}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-disabled={props.refused !== undefined}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(!open && props.refused === undefined);
        }}
      >
        {props.label}
        {props.look === "icon" ? null : <Icon name="down" size={14} />}
      </button>
      {open ? (
        <div class={above ? "menu__list is-above" : "menu__list"} role="menu" onClick={(event) => event.stopPropagation()}>
          {props.items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              class="menu__item"
              disabled={item.disabled}
              onClick={() => {
                setOpen(false);
                item.act();
              }}
            >
              <Icon name={item.icon} />
              <span>
                {item.label}
                {item.help === undefined ? null : <span class="menu__help">{item.help}</span>}
              </span>
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

const edge = 8;

function hasRoomOnlyAbove(menu: HTMLElement | null): boolean {
  const list = menu?.querySelector(".menu__list")?.getBoundingClientRect();
  const button = menu?.getBoundingClientRect();
  if (list === undefined || button === undefined) return false;
  return list.bottom > innerHeight - edge && button.top - list.height > edge;
}
