import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Peer } from "../peer/peer.ts";
import { openBrowser, Window } from "./browser.ts";

const run = "/run?key=4503599627370501";
const pages: [address: string, ready: string][] = [
  ["/", ".row-link"],
  ["/?new=template", ".template .picture"],
  ["/?run=newsroom", ".dialog textarea"],
  ["/runs", ".row-link"],
  ["/runs?status=waiting&value=city:eq:Bern", ".filter-chip"],
  ["/overview", ".chart svg"],
  ["/overview?last=7d&workflow=newsroom", ".chart svg"],
  [run, ".live-badge"],
  [`${run}#4503599627370032`, ".pane .values__entry"],
  ["/incident?key=4503599627379999&run=4503599627370501", ".editor"],
  ["/incident?key=1", ".nothing"],
  ["/compare?run=4503599627370501&with=4503599627360400", ".pairs__one"],
  ["/compare?batch=gone", ".notice.is-failed"],
  ["/compare", ".nothing"],
  ["/inbox", ".events__open"],
  ["/inbox?event=0198f3c1-77aa-7c1e-9d0e-5b1f7f0c0a11", ".pane .values"],
  ["/inbox?event=gone", ".pane p.soft"],
  ["/connections", ".connections__name"],
  ["/connections#github-press", ".pane"],
  ["/connections?new", ".dialog"],
  ["/connectors", ".connector"],
  ["/models", ".models__head"],
  ["/designer?workflow=newsroom", ".card__title"],
  ["/forms/tip", ".fjs-form-field-textfield"],
  ["/task?step=4503599627370777", ".fjs-form-field-textfield"],
  ["/task?step=1", ".nothing"],
  ["/alerts", ".alerts .row-link"],
  ["/sign-in", ".sign-in__card"],
  ["/nowhere", ".nothing"],
  ["/run?key=1", ".nothing"],
  ["/designer?workflow=nothing", ".nothing"],
];

let peer: Peer;
let browser: Browser;

beforeAll(async () => {
  peer = await Peer.start(fileURLToPath(new URL("../../dist", import.meta.url)));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await peer.stop();
});

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  it.each(pages)("%s has no serious barrier, no script error and nothing cut off", async (address, ready) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1024, height: 768 } });
    const window = await Window.open(context);

    await window.page.goto(peer.address + address);
    await window.page.waitForSelector(ready);
    await window.page.waitForFunction(settled);

    expect(await window.barriers()).toEqual([]);
    expect(window.troubles).toEqual([]);
    expect(await window.page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
    await context.close();
  });
});

/** Only the slow pulse goes on for ever; everything else is over before axe looks. */
const settled = () =>
  document
    .getAnimations()
    .every((one) => one.effect?.getTiming().iterations === Infinity || one.playState === "finished");
