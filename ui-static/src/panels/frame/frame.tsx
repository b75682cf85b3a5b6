import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { lazily } from "../parts/lazily.tsx";
import { Icon, type IconName } from "../parts/icon.tsx";
import { Toasts } from "../parts/toasts.tsx";
import { AccountMenu } from "./account.tsx";
import { HistoryBanner } from "./history-banner.tsx";
import { ThemeButton } from "./theme.tsx";
import mark from "./wireroom.svg";
import { useFrameKeys } from "./use-frame-keys.ts";
import { useWaiting } from "./use-waiting.ts";

type Place = "workflows" | "runs" | "inbox" | "connections" | "connectors" | "models" | "alerts";

const places: { place: Place; label: string; href: string; icon: IconName }[] = [
  { place: "workflows", label: "Workflows", href: "/", icon: "workflows" },
  { place: "runs", label: "Runs", href: "/runs", icon: "activity" },
  { place: "inbox", label: "Inbox", href: "/inbox", icon: "inbox" },
  { place: "connections", label: "Connections", href: "/connections", icon: "connections" },
  { place: "connectors", label: "Connectors", href: "/connectors", icon: "connectors" },
  { place: "models", label: "Models", href: "/models", icon: "models" },
  { place: "alerts", label: "Alerts", href: "/alerts", icon: "bell" },
];

const Palette = lazily(() => import("../palette/palette.tsx").then((module) => module.Palette));
const Keys = lazily(() => import("../palette/keys.tsx").then((module) => module.Keys));

export interface FrameProps {
  here?: Place;
  title: ComponentChildren;
  beside?: ComponentChildren;
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** The rail, the title row with the one main action, and the page's content. */
export function Frame(props: FrameProps) {
  const { opened, open, close } = useFrameKeys();
  const waiting = useWaiting();
  useEffect(() => {
    if (typeof props.title === "string") document.title = `${props.title} · Wireroom`;
  }, [props.title]);
  return (
    <div class="frame">
      <a class="skip button" href="#main">
        Skip to content
      </a>
      <nav class="rail" aria-label="Main">
        <a class="rail__mark" href="/" aria-label="Wireroom, to the workflows">
          <img src={mark} width="30" height="30" alt="" />
        </a>
        {places.map((one) => (
          <RailLink
            key={one.place}
            {...one}
            here={props.here === one.place}
            asks={one.place === "inbox" ? waiting : 0}
          />
        ))}
        <span class="rail__space" />
        <button
          type="button"
          class="rail__link"
          aria-label="Search"
          data-tip="Search · Ctrl K"
          onClick={() => open("palette")}
        >
          <Icon name="search" size={20} />
        </button>
        <ThemeButton />
        <AccountMenu keys={() => open("keys")} />
      </nav>
      <div class="content">
        <header class="title-row">
          <div class="title-row__name">
            <h1>{props.title}</h1>
            {props.beside}
          </div>
          <div class="title-row__actions">{props.actions}</div>
        </header>
        <HistoryBanner />
        <main class="main" id="main" tabIndex={-1}>
          {props.children}
        </main>
      </div>
      {opened === "palette" ? <Palette close={close} keys={() => open("keys")} /> : null}
      {opened === "keys" ? <Keys close={close} /> : null}
      <Toasts />
    </div>
  );
}

interface RailLinkProps {
  label: string;
  href: string;
  icon: IconName;
  here: boolean;
  /** How many things there ask for a person. */
  asks: number;
}

function RailLink({ label, href, icon, here, asks }: RailLinkProps) {
  const name = asks === 0 ? label : `${label}: ${asks} waiting or stuck`;
  return (
    <a
      class="rail__link"
      href={href}
      aria-label={name}
      data-tip={name}
      aria-current={here ? "page" : undefined}
    >
      <Icon name={icon} size={20} />
      {asks === 0 ? null : <span class="rail__badge">{asks > 99 ? "99+" : asks}</span>}
    </a>
  );
}
