import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anEvent } from "../peer/inbox.ts";
import { Peer } from "../peer/peer.ts";
import { openBrowser, Window } from "./browser.ts";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
let browser: Browser;
let peer: Peer;
let window: Window;
let page: Page;

beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

beforeEach(async () => {
  peer = await Peer.start(dist);
  window = await Window.open(await browser.newContext({ viewport: { width: 1440, height: 900 } }));
  page = window.page;
});
afterEach(async () => {
  expect(window.troubles).toEqual([]);
  await page.context().close();
  await peer.stop();
});

const open = async (query = "") => {
  await page.goto(`${peer.address}/inbox${query}`);
  await page.waitForSelector(".connection.is-live");
  await page.waitForSelector(".events__open");
};
const rows = () => page.locator(".events tbody tr");
const newest = () => rows().first();

describe("the inbox", () => {
  it("shows what arrives and what becomes of it, by itself", async () => {
    await open();
    expect(await rows().count()).toBe(50);
    expect(await page.textContent(".chips")).toContain("Refused 1");

    const arrived = anEvent({ status: "accepted", runKey: null, path: "/hooks/fresh" });
    peer.world.arrive(arrived);
    await page.waitForSelector("tbody tr:first-child .events__open:text-is('POST /hooks/fresh')");
    await page.waitForSelector("tbody tr:first-child .status.is-accepted");

    peer.world.changeEvent(arrived.id, { status: "started", runKey: "4503599627370501" });
    await page.waitForSelector("tbody tr:first-child .status.is-started");
    expect(await newest().locator("a").getAttribute("href")).toBe("/run?key=4503599627370501");
  });

  it("tells of what waits or is stuck on every page", async () => {
    await page.goto(`${peer.address}/connectors`);
    await page.waitForSelector(".rail__badge:text-is('2')");

    peer.world.arrive(anEvent({ status: "dead", runKey: null, reason: "no version" }));
    await page.waitForSelector(".rail__badge:text-is('3')");
  });

  it("filters by status, workflow and kind, in the address", async () => {
    await open("?workflow=press-releases");
    await page.click(".chip.is-rejected");
    await page.waitForSelector("tbody tr:only-child .status.is-rejected");
    expect(page.url()).toContain("?workflow=press-releases&status=rejected");

    await page.click(".chip.is-rejected");
    await page.selectOption("[aria-label=Kind]", "feed");
    await page.waitForSelector("tbody tr:only-child .events__open:text-is('Feed entry')");
  });

  it("shows one event in full, by its link, with what to do about it", async () => {
    const stuck = peer.world.events.find(({ status }) => status === "dead");
    await open(`?event=${stuck?.id}`);
    await page.waitForSelector(".pane .values");

    const pane = (await page.textContent(".pane")) ?? "";
    expect(pane).toContain("The expression of the start gave no value");
    expect(pane).toContain("Mend it in the designer and publish. Then replay it on the newest version");
    expect(await page.textContent(".pane [aria-label=Body]")).toContain("/demo/newsroom/feed.xml");
    const link = page.locator(".documents__item");
    expect(await link.getAttribute("href")).toContain("/api/documents/sha256-");
    expect(await window.barriers()).toEqual([]);
  });

  it("replays on a version as a new event, and leads to it", async () => {
    await open();
    const first = peer.world.events[0]?.id;
    await newest().locator("[aria-haspopup=menu]").click();
    await page.click("text=On the newest version");
    await page.click("text=Show it");
    await page.waitForSelector(".pane__facts:has-text('Replay of')");

    expect(peer.world.events[0]?.replayOf).toBe(first);
    expect(page.url()).toContain(`event=${peer.world.events[0]?.id}`);
    await page.waitForSelector("tbody tr:first-child .tag:text-is('replay')");
  });

  it("says why what was refused cannot be replayed, and leaves it out of a choice", async () => {
    await open();
    const refused = page.locator("tr", { has: page.locator(".status.is-rejected") });
    const menu = refused.locator("[aria-haspopup=menu]");
    expect(await menu.getAttribute("aria-disabled")).toBe("true");
    expect(await menu.getAttribute("title")).toContain("Let the sender send it again");

    await refused.locator("input").click();
    await newest().locator("input").click();
    await page.waitForSelector(".picked >> text=Replay 1 of 2");
    await refused.locator(".events__open").click();
    await page.waitForSelector(".pane >> text=so it cannot be replayed");
  });

  it("opens a menu above its button where there is no room below", async () => {
    await open();
    const last = rows().last();
    await last.scrollIntoViewIfNeeded();
    await page.keyboard.press("End");
    await page.locator(".with-pane__main").evaluate((main) => main.scrollTo(0, 0));
    const lowest = await page.evaluate(() => {
      const seen = [...document.querySelectorAll<HTMLElement>(".events__replay .menu")].filter(
        (one) => one.getBoundingClientRect().bottom < innerHeight - 20,
      );
      seen.at(-1)?.querySelector("button")?.click();
      return seen.length;
    });
    expect(lowest).toBeGreaterThan(5);
    const list = await page.locator("[role=menu]").boundingBox();
    expect((list?.y ?? 0) + (list?.height ?? 999)).toBeLessThan(900);
  });

  it("gives the reason the room, and no column or size to what is not there", async () => {
    const reason = "the webhook of this workflow takes no more than 60 requests a minute from one address";
    peer.world.events = [anEvent({ status: "rejected", runKey: null, size: 0, reason })];
    await open();

    const cut = await page.locator(".events__reason").evaluate((text) => text.scrollWidth > text.clientWidth);
    expect(cut).toBe(false);
    expect(await page.textContent(".events")).not.toContain("0 B");
    expect(await page.locator("th.events__auth").count()).toBe(0);
  });

  it("replays several that were chosen by keys", async () => {
    await open();
    const before = peer.world.events.length;
    for (const key of ["j", "x", "j", "j", "j", "x"]) await page.keyboard.press(key);
    await page.waitForSelector(".picked:has-text('2 events chosen')");
    await page.click(".picked [aria-haspopup=menu]");
    await page.click(".picked >> text=On my draft");
    await page.waitForSelector("text=2 of 2 replayed as new events.");

    expect(peer.world.events.length).toBe(before + 2);
    await page.waitForSelector(".picked", { state: "detached" });
  });

  it("goes through the events by keys, with the pane behind", async () => {
    await open();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForSelector("tr:nth-child(1).is-chosen");
    await page.keyboard.press("j");
    await page.waitForSelector("tr:nth-child(2).is-chosen");
    await page.keyboard.press("k");
    await page.waitForSelector("tr:nth-child(1).is-chosen");
    await page.keyboard.press("r");
    await page.waitForSelector(".pane [role=menu]");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".pane", { state: "detached" });
  });

  it("shows older events on request", async () => {
    await open();
    await page.click("text=Show older events");
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 71);
    await page.waitForSelector("text=Show older events", { state: "detached" });
  });

  it("says how many have not started yet, and for how long", async () => {
    peer.world.backlog = { count: 40, oldestAt: new Date(Date.now() - 240_000).toISOString() };
    await open();

    expect(await page.textContent(".backlog")).toContain("40 events have not started yet, the oldest for 4 min");
  });

  it("gives a command that lets the first thing arrive", async () => {
    peer.world.events = [];
    await page.goto(`${peer.address}/inbox`);
    const command = page.locator(".command code");
    await command.waitFor();

    expect(await command.textContent()).toContain(`curl -X POST '${peer.address}/hooks/newsroom'`);
    expect(await window.barriers()).toEqual([]);
  });

  it("shows text that looks like HTML as text", async () => {
    const hostile = '<img src=x onerror="document.title=1">';
    peer.world.arrive(anEvent({ path: `/hooks/${hostile}`, status: "dead", reason: hostile, request: { body: hostile } }));
    await open();
    await newest().locator(".events__open").click();
    await page.waitForSelector(".pane__raw");

    expect(await page.textContent(".pane__raw")).toBe(hostile);
    expect(await page.locator("#main img").count()).toBe(0);
  });
});
