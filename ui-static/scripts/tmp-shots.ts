import { fileURLToPath } from "node:url";
import { mkdir } from "node:fs/promises";
import type { Page } from "playwright-core";
import { Peer } from "../test/peer/peer.ts";
import { openBrowser } from "../test/browser/browser.ts";
const only = process.argv.slice(2);
const out = "/tmp/ui-shots";
await mkdir(out, { recursive: true });
const peer = await Peer.start(fileURLToPath(new URL("../dist", import.meta.url)));
const browser = await openBrowser();
const go = async (page: Page, address: string, ready: string) => { await page.goto(peer.address + address); await page.waitForSelector(ready); };
const scenes: Record<string, (page: Page) => Promise<unknown>> = {
  inbox: (p) => go(p, "/inbox", ".events__open"),
  "inbox-pane": async (p) => { await go(p, "/inbox", ".events__open"); await p.click(".events__open >> nth=0"); await p.waitForSelector(".pane .values"); },
  "inbox-dead": async (p) => { await go(p, "/inbox?status=dead", ".events__open"); await p.click(".events__open >> nth=0"); await p.waitForSelector(".pane .values"); },
  "inbox-menu": async (p) => { await go(p, "/inbox", ".events__open"); await p.keyboard.press("j"); await p.keyboard.press("j"); await p.keyboard.press("x"); await p.keyboard.press("r"); await p.waitForSelector("[role=menu]"); },
  "inbox-empty": async (p) => { const was = peer.world.events; peer.world.events = []; await go(p, "/inbox", ".nothing code"); peer.world.events = was; },
  connections: (p) => go(p, "/connections", ".connections__name"),
  "connections-pane": async (p) => { await go(p, "/connections#photo-archive", ".pane"); },
  "connections-over": async (p) => { await go(p, "/connections#github-press", ".pane"); },
  "connections-new": async (p) => { await go(p, "/connections?new", ".dialog"); },
  "connections-edit": async (p) => { await go(p, "/connections#wire-service", ".pane"); await p.click("text=New values"); await p.waitForSelector(".dialog"); await p.fill("#field-password","abc"); },
  "connections-delete": async (p) => { await go(p, "/connections#photo-archive", ".pane"); await p.click(".pane .button--danger"); await p.waitForSelector(".dialog"); },
  workflows: (p) => go(p, "/", ".row-link"),
  "workflows-menu": async (p) => { await go(p, "/", ".row-link"); await p.click("tbody [aria-haspopup=menu] >> nth=0"); },
  designer: (p) => go(p, "/designer?workflow=newsroom", ".card__title"),
  "designer-hook": async (p) => { await go(p, "/designer?workflow=newsroom", ".card__title"); await p.click("[data-element-id=feedArrives] .djs-hit"); await p.waitForSelector(".hook-address"); },
  "designer-hook-auth": async (p) => { await go(p, "/designer?workflow=newsroom", ".card__title"); await p.click("[data-element-id=feedArrives] .djs-hit"); await p.waitForSelector(".hook-address"); await p.selectOption("[data-entry-id=hookCallers] select", "hmac"); await p.click("[data-group-id=group-wireroom-trigger-more] .bio-properties-panel-group-header"); },
  "designer-feed": async (p) => { await go(p, "/designer?workflow=newsroom", ".card__title"); await p.click("[data-element-id=feedArrives] .djs-hit"); await p.selectOption("[data-entry-id=startsBy] select", "feed"); },
  "designer-form": async (p) => { await go(p, "/designer?workflow=newsroom", ".card__title"); await p.click("[data-element-id=feedArrives] .djs-hit"); await p.selectOption("[data-entry-id=startsBy] select", "form"); },
  "designer-schedule": async (p) => { await go(p, "/designer?workflow=newsroom", ".card__title"); await p.click("[data-element-id=feedArrives] .djs-hit"); await p.selectOption("[data-entry-id=startsBy] select", "schedule"); },
  "designer-more": async (p) => { await go(p, "/designer?workflow=newsroom", ".card__title"); await p.click("[aria-label='More']"); },
  "designer-listen": async (p) => { await go(p, "/designer?workflow=newsroom", ".card__title"); await p.click("text=Run draft"); await p.click("text=Listen for a request"); await p.waitForSelector(".listen code"); },
  "designer-captured": async (p) => { await go(p, "/designer?workflow=newsroom", ".card__title"); await p.click("text=Run draft"); await p.click("text=Listen for a request"); await p.waitForSelector(".listen code"); const { anEvent } = await import("../test/peer/inbox.ts"); peer.world.arrive(anEvent({ draft: true, path: "/hooks-test/wrt_4f1c/newsroom" })); await p.waitForSelector(".listen .values"); await p.waitForSelector(".live-badge"); },
  hash: async (p) => { await go(p, "/designer?workflow=newsroom#feedArrives", ".card__title"); await p.waitForTimeout(1500); console.log(await p.evaluate(() => [document.querySelector(".designer__panel")?.hidden, document.querySelector(".selected")?.getAttribute("data-element-id")].join(" "))); },
  run: (p) => go(p, "/run?key=4503599627370501", ".live-badge"),
};
const sizes = process.env.SIZES?.split(",").map(Number) ?? [1440];
const themes = (process.env.THEMES ?? "light").split(",") as ("light" | "dark")[];
try {
  for (const colorScheme of themes) for (const width of sizes) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    page.on("pageerror", (e) => console.log("ERR", e.message));
    for (const [name, act] of Object.entries(scenes)) {
      if (only.length > 0 && !only.includes(name)) continue;
      try { await act(page); } catch (e) { console.log("FAILED", name, String(e).split("\n")[0]); }
      await page.waitForTimeout(300); peer.world.listening = undefined;
      await page.screenshot({ path: `${out}/${name}-${width}-${colorScheme}.png` });
    }
    await context.close();
  }
} finally { await browser.close(); await peer.stop(); }
