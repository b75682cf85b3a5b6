import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
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

const open = async (rest = "") => {
  await page.goto(`${peer.address}/connections${rest}`);
  await page.waitForSelector(".connections__name");
};

describe("connections", () => {
  it("stores a new one, shows none of its values, and tests it", async () => {
    await open();
    await page.click("text=New connection");
    await page.selectOption(".dialog select", "bearer");
    await page.fill(".dialog [placeholder=wire-service]", "city-desk");
    expect(await page.getAttribute("#field-token", "type")).toBe("password");
    await page.fill("#field-token", "planted-sentinel-7");
    await page.click("[aria-label='Show Token']");
    expect(await page.getAttribute("#field-token", "type")).toBe("text");
    await page.click("text=Create");

    await page.waitForSelector(".pane h2:has-text('city-desk')");
    expect(peer.world.stored.get("city-desk")).toEqual({
      type: "bearer",
      fields: { token: "planted-sentinel-7" },
    });
    expect(await page.content()).not.toContain("planted-sentinel-7");

    await page.fill(".test input", "https://api.example.org/me");
    await page.click(".test button");
    await page.waitForSelector(".test__verdict.is-completed:has-text('answered 200')");
    const verdict = page.locator(".test__verdict");
    expect(await verdict.evaluate((text) => getComputedStyle(text).whiteSpace)).toBe("normal");
    await page.waitForSelector("tr.is-chosen .status:has-text('Works')");
  });

  it("changes one value and keeps the others, the old ones open webhooks meanwhile", async () => {
    await open("#wire-service");
    await page.click("text=New values");
    expect(await page.inputValue("#field-user")).toBe("");
    await page.fill("#field-password", "a new password");
    await page.click("text=Save new values");
    await page.waitForSelector(".pane .notice:has-text('accept the old values')");
    expect(peer.world.stored.get("wire-service")).toEqual({
      type: "basic",
      fields: { password: "a new password" },
      keepPrevious: "24h",
    });

    await page.click("text=Drop the old ones now");
    await page.waitForSelector(".pane .notice", { state: "detached" });
  });

  it("says what uses it before it is deleted", async () => {
    await open("#photo-archive");
    await page.click(".pane .button--danger");
    expect(await page.textContent(".dialog")).toContain("Find a photo");
    await page.click("text=Delete it all the same");

    await page.waitForSelector("tr:has-text('photo-archive')", { state: "detached" });
    expect(peer.world.connections.map(({ name }) => name)).not.toContain("photo-archive");
  });

  it("stores the first one from the empty page", async () => {
    peer.world.connections = [];
    await page.goto(`${peer.address}/connections`);
    await page.click("text=Store the first one");
    await page.waitForSelector(".dialog");

    expect(await window.barriers()).toEqual([]);
  });
});
