import { describe, expect, it } from "vitest";
import { templates } from "../peer/connectors.ts";
import { Stage } from "./stage.ts";

const stage = Stage.set();
const ready = ".designer[aria-busy=false] .djs-shape";
const drafted = () => stage.world.drafts.get("newsroom")?.xml ?? "";
const draft = (xml: string) => stage.world.drafts.set("newsroom", { xml, etag: '"as-it-was"', baseVersion: 3 });
const open = () => stage.open("/designer?workflow=newsroom", ready);
const saved = () => stage.page.waitForSelector(".saved-mark__state.is-saved");

async function rename(element: string, name: string): Promise<void> {
  const { page } = stage;
  await page.click(`[data-element-id=${element}] .djs-hit`);
  await page.keyboard.press("e");
  await page.waitForSelector(".djs-direct-editing-content");
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(name);
  await page.keyboard.press("Enter");
}

describe("a drawing that cannot be opened", () => {
  it.each([
    ["is cut off", (xml: string) => xml.slice(0, xml.length / 2)],
    ["is no XML", () => "not XML at all"],
    ["draws nothing", (xml: string) => xml.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, "")],
  ])("is said and can be downloaded when it %s", async (_what, broken) => {
    const xml = broken(drafted());
    draft(xml);
    await stage.open("/designer?workflow=newsroom", "[role=alert]:has-text('This drawing cannot be opened')");

    const [file] = await Promise.all([
      stage.page.waitForEvent("download"),
      stage.page.click("text=Download the file"),
    ]);
    expect(file.suggestedFilename()).toBe("newsroom.bpmn");
    expect(drafted()).toBe(xml);
    expect(await stage.window.barriers()).toEqual([]);
  });

  it("gives way to the saved draft when it is only this browser's copy", async () => {
    await open();
    await stage.page.evaluate(() =>
      localStorage.setItem("wireroom.draft.newsroom", JSON.stringify({ xml: "<broken", etag: '"version-3"', at: "" })));
    const before = drafted();
    await stage.page.reload();
    await stage.page.waitForSelector("[role=alert]:has-text('This drawing cannot be opened')");
    await stage.page.click("text=Open the saved draft");

    await stage.page.waitForSelector(ready);
    expect(drafted()).toBe(before);
  });

  it("is opened with a word about the parts that cannot be kept", async () => {
    draft(drafted().replace("<bpmn:startEvent", '<acme:note xmlns:acme="https://acme.example">Not a place for it</acme:note><bpmn:startEvent'));
    await open();

    await stage.page.waitForSelector(".toast.is-failed:has-text('acme:note')");
  });
});

describe("very strange names", () => {
  const names: [string, string][] = [
    ["from right to left", "עורך הידיעות \u202E קורא"],
    ["emoji", "👩🏽‍🚒🏳️‍🌈".repeat(40)],
    ["HTML", `<img src=x onerror="document.title='gone'"><script>document.title='gone'</script>&amp;`],
    ["10 kB without a gap", "W".repeat(10_000)],
    ["10 kB of words", "a long name ".repeat(850).trim()],
    ["marks upon marks", "Z\u0351\u036B\u0343\u036A".repeat(60)],
  ];

  it.each(names)("%s: stand on the card as text and are saved as they are", async (_what, name) => {
    await open();
    await rename("readFeed", name);
    await saved();

    const escaped = await stage.page.evaluate((text) => {
      const element = document.createElementNS("http://x", "a");
      element.setAttribute("name", text);
      return new DOMParser().parseFromString(new XMLSerializer().serializeToString(element), "text/xml").documentElement.getAttribute("name");
    }, name);
    const kept = await stage.page.evaluate((xml) =>
      new DOMParser().parseFromString(xml, "text/xml").querySelector("[id=readFeed]")?.getAttribute("name"), drafted());
    expect(kept).toBe(escaped);
    expect(await stage.page.title()).toContain("Wireroom");
    expect(await stage.page.locator(".designer img[src=x], .designer script").count()).toBe(0);
    const card = await stage.page.locator("[data-element-id=readFeed] .djs-visual").boundingBox();
    expect(card?.width).toBeLessThan(260);
  });

  it("of the workflow leave the buttons where they are", async () => {
    draft(drafted().replace('name="Newsroom"', `name="${"W".repeat(10_000)}"`));
    await open();

    const publish = await stage.page.locator(".title-row .button--main").boundingBox();
    expect((publish?.x ?? 9_999) + (publish?.width ?? 0)).toBeLessThanOrEqual(1440);
  });
});

describe("templates of others", () => {
  const broken = [
    { name: "No id", properties: [] },
    { id: "no-properties", name: "No properties", appliesTo: ["bpmn:Task"] },
    { $schema: "https://example.org/other.json", id: "other", name: "Other", appliesTo: ["bpmn:Task"], properties: [] },
    null,
    "not a template",
  ];
  const icon = (svg: string) => ({ contents: `data:image/svg+xml,${encodeURIComponent(svg)}` });
  const hostile = (templates as { id: string }[]).map((template, index) => ({
    ...template,
    ...(index === 0 ? { icon: icon(`<svg xmlns="http://www.w3.org/2000/svg" onload="parent.document.title='gone'"><script>parent.document.title='gone'</script></svg>`) } : {}),
  }));

  it("that do not validate are left out with a word, and the rest goes on", async () => {
    stage.world.templates = [...(templates as object[]), ...broken] as typeof templates;
    await open();
    await stage.page.waitForSelector(".toast.is-failed:has-text('template')");

    await stage.page.click("[data-element-id=writeHeadline] .djs-hit");
    await stage.page.waitForSelector("#bio-properties-panel-custom-entry-wireroom\\:chat-inputs-0");
  });

  it("run no script of their icons", async () => {
    stage.world.templates = hostile;
    await open();
    await stage.page.click("[data-element-id=readFeed] .djs-hit");
    await stage.page.waitForSelector(".bio-properties-panel-header");

    expect(await stage.page.title()).toContain("Wireroom");
    expect(await stage.page.locator("svg script, [onload]").count()).toBe(0);
  });
});

describe("a session that ends while somebody draws", () => {
  it("is said, keeps the drawing, and saves it after the sign-in in another window", async () => {
    const { page, world } = stage;
    await open();
    world.signedIn = false;
    await rename("readFeed", "Drawn signed out");
    await page.waitForSelector("[role=alert]:has-text('You are signed out')");
    await page.waitForSelector(".saved-mark__state.is-signedOut");
    expect(drafted()).not.toContain("Drawn signed out");
    expect(await stage.window.barriers()).toEqual([]);

    world.signedIn = true;
    await saved();
    expect(drafted()).toContain("Drawn signed out");
    await page.waitForSelector("[role=alert]:has-text('You are signed out')", { state: "detached" });
  });

  it("leads to the sign-in and back to the same drawing", async () => {
    const { page, world } = stage;
    await open();
    world.signedIn = false;
    await rename("readFeed", "Kept");
    await page.click("[role=alert] >> text=Sign in");
    await page.waitForURL("**/sign-in?next=*");
    await page.fill("input", `${new URL(page.url()).origin}/sign-in?code=one-time`);
    await page.keyboard.press("Enter");

    await page.waitForURL("**/designer?workflow=newsroom");
    await page.waitForSelector(".card__title:text-is('Kept')");
    await saved();
    expect(drafted()).toContain("Kept");
  });
});

describe("a lost connection", () => {
  it("is said when this browser has no room either, and the page is not left in silence", async () => {
    const { page } = stage;
    await open();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await page.route("**/draft", (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()));
    await rename("readFeed", "Nowhere yet");
    await page.waitForSelector(".saved-mark__state.is-offline:has-text('no room')");

    const asked = new Promise<string>((found) => page.once("dialog", (dialog) => {
      found(dialog.type());
      void dialog.dismiss();
    }));
    await page.close({ runBeforeUnload: true });
    expect(await asked).toBe("beforeunload");

    await page.unroute("**/draft");
    await saved();
    expect(drafted()).toContain("Nowhere yet");
  });
});
