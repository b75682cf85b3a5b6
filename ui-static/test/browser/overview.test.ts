import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Peer } from "../peer/peer.ts";
import { openBrowser, Window } from "./browser.ts";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
let browser: Browser;
let peer: Peer;

beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
beforeEach(async () => void (peer = await Peer.start(dist)));
afterEach(() => peer.stop());

const open = async (theme: "light" | "dark", query = ""): Promise<[Window, Page]> => {
  const context = await browser.newContext({ colorScheme: theme, viewport: { width: 1440, height: 900 } });
  const window = await Window.open(context);
  await window.page.goto(`${peer.address}/overview${query}`);
  return [window, window.page];
};

describe("the overview", () => {
  it.each(["light", "dark"] as const)("draws the roles' colours in the %s theme", async (theme) => {
    const [window, page] = await open(theme);
    await page.waitForSelector(".chart svg path", { state: "attached" });

    const [role, drawn] = await page.evaluate(() => {
      const all = (where: string) => [...document.querySelectorAll(where)].map((one) => getComputedStyle(one));
      const marks = all(".legend__mark.is-completed").map((style) => style.backgroundColor);
      return [marks[0], all(".chart svg path").map((style) => style.fill)] as const;
    });
    expect(drawn).toContain(role);
    expect(await window.barriers()).toEqual([]);
    expect(window.troubles).toEqual([]);
    await page.context().close();
  });

  it("draws anew when the theme changes", async () => {
    const [, page] = await open("light");
    await page.waitForSelector(".chart svg path", { state: "attached" });
    const text = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".chart svg text")].map((one) => getComputedStyle(one).fill).at(0),
      );
    const before = await text();
    await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));

    await expect.poll(text).not.toBe(before);
    await page.context().close();
  });

  it("tells the same as a table, and leads to the runs that it counts", async () => {
    const [, page] = await open("light");
    await page.click("[aria-label=Runs] >> text=As table");
    expect(await page.locator(".numbers tbody tr").count()).toBe(25);
    expect(await page.textContent(".figures[aria-label=Now]")).toContain("the oldest for 3 h 00 min");

    await page.click(".figure:has-text('Needed repair')");
    await page.waitForURL(/runs\?status=failed&last=24h/);
    await page.context().close();
  });

  it("keeps time and workflow in the address, and asks the engine for them", async () => {
    const [, page] = await open("light", "?last=7d");
    await page.waitForSelector(".chart svg");
    await page.selectOption("[aria-label=Workflow]", "newsroom");
    await expect.poll(() => peer.world.asked.get("workflow")).toBe("newsroom");

    const days = Date.parse(peer.world.asked.get("to") ?? "") - Date.parse(peer.world.asked.get("from") ?? "");
    expect(Math.round(days / 86_400_000)).toBe(7);
    await expect.poll(() => page.url()).toContain("?last=7d&workflow=newsroom");
    await page.context().close();
  });

  it("says that nothing ran, without empty charts", async () => {
    const { totals } = peer.world.dashboard;
    peer.world.dashboard.totals = { ...totals, started: 0, completed: 0, failed: 0, cancelled: 0 };
    const [, page] = await open("light");
    await page.waitForSelector("text=Nothing ran in this time");

    expect(await page.locator(".chart").count()).toBe(0);
    await page.context().close();
  });
});
