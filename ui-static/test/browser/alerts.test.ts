import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { someRules } from "../peer/alerts.ts";
import { Peer } from "../peer/peer.ts";
import { openBrowser, Window } from "./browser.ts";

let peer: Peer;
let browser: Browser;
let window: Window;

beforeAll(async () => {
  peer = await Peer.start(fileURLToPath(new URL("../../dist", import.meta.url)));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await peer.stop();
});
beforeEach(async () => {
  peer.world.alerts = someRules();
  window = await Window.open(await browser.newContext());
  await window.page.goto(`${peer.address}/alerts`);
  await window.page.waitForSelector(".row-link");
});

describe("the alerts", () => {
  it("lists what was told, as text and with the way to its repair", async () => {
    const { page } = window;
    const first = page.getByRole("link", { name: /Fetch <b>the feed<\/b>/ });

    expect(await first.getAttribute("href")).toBe("/incident?key=4503599627370900");
    await page.getByText("The receiver answered 503.").waitFor();
    expect(await page.getByText("secret-part").count()).toBe(0);
    expect(window.troubles).toEqual([]);
  });

  it("keeps a new rule", async () => {
    const { page } = window;
    await page.getByRole("button", { name: "New rule" }).click();
    await page.getByLabel("Name").fill("Tell the city desk");
    await page.getByLabel("Address that is told").fill("https://chat.example.org/city");

    await page.getByRole("button", { name: "Keep", exact: true }).last().click();

    await page.getByText("Tell the city desk is kept.").waitFor();
    expect(peer.world.alerts.rules.at(-1)).toMatchObject({
      name: "Tell the city desk",
      on: "incident",
      to: { url: "https://chat.example.org/city" },
      enabled: true,
    });
  });

  it("switches a rule off and removes another", async () => {
    const { page } = window;
    await page.getByRole("button", { name: "Switch off" }).click();
    await page.getByText("Wake the desk is off.").waitFor();
    await page.getByRole("button", { name: "Remove Inbox is stuck" }).click();
    await page.getByText("Inbox is stuck is gone.").waitFor();

    expect(peer.world.alerts.rules).toMatchObject([{ id: "r1", enabled: false }]);
  });
});
