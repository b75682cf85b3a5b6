import type { Page } from "playwright-core";
import { openBrowser } from "../test/browser/browser.ts";
import { manySteps } from "./many-steps.ts";
import { Traffic } from "./traffic.ts";

/**
 * For `./wireroom bench designer`: opens the designer in a fresh Chromium, round after round, and
 * prints what each round took as one line of JSON: `{page, usableMs, requests, bytes, scriptBytes}`
 * until the canvas can be used, and for the large drawing `frameMs` of panning as well.
 */
const [address = "", token = "", rounds = "7", steps = "500"] = process.argv.slice(2);
const headers = { authorization: `Bearer ${token}` };

await save("many-steps", manySteps("many-steps", Number(steps)));
await createExample();
for (let round = 0; round < Number(rounds); round++) {
  console.log(JSON.stringify(await measure("newsroom", false)));
  console.log(JSON.stringify(await measure("many-steps", true)));
}

async function save(workflow: string, xml: string): Promise<void> {
  const answer = await fetch(`${address}/api/workflows/${workflow}/draft`, {
    method: "PUT",
    headers: { ...headers, "content-type": "application/xml" },
    body: xml,
  });
  if (!answer.ok) throw new Error(await answer.text());
}

async function createExample(): Promise<void> {
  const template = `${address}/api/templates/gallery/newsroom`;
  const answer = await fetch(template, { method: "POST", headers: { ...headers, "content-type": "application/json" }, body: "{}" });
  // why: 409 says that it is there already.
  if (!answer.ok && answer.status !== 409) throw new Error(await answer.text());
}

async function measure(workflow: string, pan: boolean): Promise<object> {
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, extraHTTPHeaders: headers });
    const page = await context.newPage();
    const traffic = await Traffic.of(await context.newCDPSession(page));
    await page.addInitScript(noteWhenUsable);
    await page.goto(`${address}/designer?workflow=${workflow}`);
    await page.waitForFunction(() => "usableMs" in window);
    const usableMs = await page.evaluate(() => (window as unknown as { usableMs: number }).usableMs);
    const figures = { page: workflow, usableMs, ...traffic.until(await traffic.navigatedAt() + usableMs / 1_000) };
    return pan ? { ...figures, frameMs: await panned(page) } : figures;
  } finally {
    await browser.close();
  }
}

/** In the page: the drawing stands, the page takes input, and a frame with it was drawn. */
function noteWhenUsable(): void {
  const look = () => {
    const ready = document.querySelector(".designer[aria-busy=false] .djs-shape") !== null;
    if (!ready) return void requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { usableMs: performance.now() })));
  };
  requestAnimationFrame(look);
}

/** The time of each frame in milliseconds while the wheel moves the drawing for three seconds. */
function panned(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const canvas = document.querySelector(".djs-container > svg");
    const frames: number[] = [];
    let last = await new Promise<number>(requestAnimationFrame);
    const end = last + 3_000;
    while (last < end) {
      const deltaX = Math.floor(last / 500) % 2 === 0 ? 12 : -12;
      canvas?.dispatchEvent(new WheelEvent("wheel", { deltaX, deltaY: 3, clientX: 700, clientY: 450, bubbles: true, cancelable: true }));
      const now = await new Promise<number>(requestAnimationFrame);
      frames.push(now - last);
      last = now;
    }
    return frames;
  });
}
