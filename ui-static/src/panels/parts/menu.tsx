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
  items: MenuItem[];
}

const looks = {
  main: "button button--main",
  small: "button button--small",
  quiet: "button button--small button--quiet",
  icon: "icon-button",
  plain: "button",
};

/** A button with a list under it: arrows move, Escape closes. */
export function Menu(props: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!open) return;
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
      if (!open) return setOpen(true);
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
        title={props.name}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(!open);
        }}
      >
        {props.label}
        {props.look === "icon" ? null : <Icon name="down" size={14} />}
      </button>
      {open ? (
        <div class="menu__list" role="menu" onClick={(event) => event.stopPropagation()}>
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
