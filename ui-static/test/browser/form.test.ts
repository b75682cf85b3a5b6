import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
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
  peer.world.signedIn = false;
  peer.world.submissions = [];
  peer.world.formRefusal = undefined;
  window = await Window.open(await browser.newContext());
  await window.page.goto(`${peer.address}/forms/tip`);
  await window.page.waitForSelector(".fjs-form-field-textfield");
});

describe("a public form", () => {
  it("is sent and thanked for", async () => {
    const { page } = window;
    await page.getByLabel("In one line").fill("<b>A seal</b> in the harbour");
    await page.getByLabel("How many people").fill("3");

    await page.getByRole("button", { name: "Send the tip" }).click();

    await page.getByRole("heading", { name: "Thank you for the tip" }).waitFor();
    expect(peer.world.submissions).toMatchObject([
      { headline: "<b>A seal</b> in the harbour", people: 3 },
    ]);
    expect(window.troubles).toEqual([]);
  });

  it("is not sent while a required field is empty", async () => {
    const { page } = window;

    await page.getByRole("button", { name: "Send the tip" }).click();

    await page.getByText("Some fields need another value").waitFor();
    expect(peer.world.submissions).toEqual([]);
  });

  it("is sent by Enter in a field of one line, with what was typed last", async () => {
    const { page } = window;
    await page.goto(`${peer.address}/forms/short`);
    await page.getByLabel("In one line").fill("A seal");

    await page.keyboard.press("Enter");

    await page.getByRole("heading", { name: "Thank you for the tip" }).waitFor();
    expect(peer.world.submissions).toMatchObject([{ headline: "A seal" }]);
  });

  it("stands on one edge with its heading and its button", async () => {
    const { page } = window;
    await page.goto(`${peer.address}/forms/short`);
    const left = async (selector: string) => (await page.locator(selector).first().boundingBox())?.x ?? 0;
    await page.waitForSelector(".fjs-form-field-textfield");

    const edge = await left("h1");
    expect(await left(".fjs-form-field-textfield input")).toBeCloseTo(edge, 0);
    expect(await left(".form-page__card > .button")).toBe(edge);
  });

  it("takes its complaint back when the field is mended, and is sent by the next click", async () => {
    const { page } = window;
    await page.getByRole("button", { name: "Send the tip" }).click();
    await page.getByText("Some fields need another value").waitFor();

    await page.getByLabel("In one line").fill("A seal");
    await page.getByText("Some fields need another value").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Send the tip" }).click();

    await page.getByRole("heading", { name: "Thank you for the tip" }).waitFor();
  });

  it("does not move its button between press and release", async () => {
    const { page } = window;
    await page.getByLabel("In one line").focus();
    const button = page.getByRole("button", { name: "Send the tip" });
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);

    await page.mouse.down();

    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    await page.mouse.up();
    await page.getByText("Some fields need another value").waitFor();
  });

  it("keeps what was typed and says what the engine refuses", async () => {
    const { page } = window;
    peer.world.formRefusal = {
      status: 429,
      json: {
        title: "Too Many Requests",
        status: 429,
        detail: "This form was sent too often from your address. Try again in 6 seconds.",
        errors: [],
      },
    };
    await page.getByLabel("In one line").fill("A seal");

    await page.getByRole("button", { name: "Send the tip" }).click();

    await page.getByText("Try again in 6 seconds").waitFor();
    expect(await page.getByLabel("In one line").inputValue()).toBe("A seal");
  });

  it("shows whose work the form is", async () => {
    const mark = window.page.locator(".fjs-powered-by-link");

    expect(await mark.isVisible()).toBe(true);
  });

  it("says when there is no such form", async () => {
    await window.page.goto(`${peer.address}/forms/nothing`);

    await window.page.getByText("There is no form at this address").waitFor();
  });
});
