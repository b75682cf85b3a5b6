import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { Product } from "../e2e/product.ts";
import { openBrowser } from "../test/browser/browser.ts";

/** Pictures of every page of the running product, in both themes, wide and narrow. */
const folder = fileURLToPath(new URL("../../docs/screenshots", import.meta.url));
const themes = ["light", "dark"] as const;
const widths = [1440, 1024];

const product = await Product.start();
const browser = await openBrowser();
try {
  await mkdir(folder, { recursive: true });
  const signedIn = await browser.newContext();
  const first = await signedIn.newPage();
  await first.goto(product.signInLink);
  await first.waitForSelector(".row-link");
  const run = await finishedRun(first);
  const broken = await brokenRun(first);
  await storedConnection(first);
  const cookies = await signedIn.cookies();

  for (const colorScheme of themes) {
    for (const width of widths) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      await context.addCookies(cookies);
      const page = await context.newPage();
      for (const [name, shown] of Object.entries(scenes(run, broken))) {
        await shown(page);
        await settled(page);
        await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` });
        // why: a draft that goes on listening would show in all pictures after this one.
        if (name === "designer-listen") {
          await page.click("text=Stop listening");
          await page.waitForSelector(".listen", { state: "detached" });
        }
        console.log(`${name} ${width} ${colorScheme}`);
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await product.stop();
}

function scenes(runKey: string, brokenKey: string): Record<string, (page: Page) => Promise<unknown>> {
  const go = async (page: Page, address: string, ready: string) => {
    await page.goto(product.address + address);
    await page.waitForSelector(ready);
  };
  return {
    workflows: (page) => go(page, "/", ".row-link"),
    "new-workflow": (page) => go(page, "/?new=template", ".dialog"),
    designer: (page) => go(page, "/designer?workflow=newsroom", ".card__title"),
    "designer-step": async (page) => {
      await go(page, "/designer?workflow=newsroom", ".card__title");
      await page.click("[data-element-id=writeHeadline] .djs-hit");
      await page.waitForSelector(".bio-properties-panel-header");
    },
    "designer-trigger": async (page) => {
      await go(page, "/designer?workflow=newsroom", ".card__title");
      await page.click("[data-element-id=feedArrives] .djs-hit");
      await page.waitForSelector(".hook-address");
    },
    runs: (page) => go(page, "/runs", ".row-link"),
    overview: (page) => go(page, "/overview", ".chart svg"),
    run: (page) => go(page, `/run?key=${runKey}`, ".live-badge"),
    "run-step": async (page) => {
      await go(page, `/run?key=${runKey}`, ".live-badge");
      await page.click("[data-element-id=writeHeadline] .djs-hit");
      await page.waitForSelector(".pane .values");
    },
    "run-failed": (page) => go(page, `/run?key=${brokenKey}`, ".now.is-failed"),
    "run-again": async (page) => {
      await go(page, `/run?key=${runKey}`, ".live-badge");
      await page.keyboard.press("a");
      await page.waitForSelector(".dialog .notice");
    },
    "run-jump": async (page) => {
      await go(page, `/run?key=${brokenKey}`, ".now.is-failed");
      await page.keyboard.press("b");
      await page.waitForSelector(".dialog .card__title");
    },
    incident: async (page) => {
      await go(page, `/run?key=${brokenKey}`, ".now.is-failed");
      await page.click(".title-row >> text=Mend it");
      await page.waitForSelector(".incident .card__title");
    },
    "designer-listen": async (page) => {
      await go(page, "/designer?workflow=newsroom", ".card__title");
      await page.click("text=Run draft");
      await page.click("text=Listen for a request");
      await page.waitForSelector(".listen__address > code");
    },
    inbox: (page) => go(page, "/inbox", ".events__open"),
    "inbox-event": async (page) => {
      await go(page, "/inbox", ".events__open");
      await page.click(".events__open >> nth=0");
      await page.waitForSelector(".pane .values");
    },
    alerts: (page) => go(page, "/alerts", ".title-row"),
    connections: (page) => go(page, "/connections", ".connections__name"),
    "connection-new": (page) => go(page, "/connections?new", ".dialog"),
    connectors: (page) => go(page, "/connectors", ".connector"),
    models: (page) => go(page, "/models", ".models__head"),
    palette: async (page) => {
      await go(page, "/", ".row-link");
      await page.keyboard.press("Control+k");
      await page.waitForSelector(".palette__item");
    },
    "sign-in": async (page) => {
      const stranger = `${product.address}/sign-in`;
      await page.goto(stranger);
      await page.waitForSelector(".sign-in__card");
    },
    site: (page) => page.goto(`${product.address}/site/`),
  };
}

/** Sends the demonstration's feed in and waits until its run is done. */
function finishedRun(page: Page): Promise<string> {
  return runWith(page, "feed.xml", ".connection.is-ended");
}

/** A feed that is not there: the run waits for a repair. */
function brokenRun(page: Page): Promise<string> {
  return runWith(page, "gone.xml", ".title-row .status.is-failed");
}

async function runWith(page: Page, name: string, ready: string): Promise<string> {
  await page.goto(`${product.address}/?run=newsroom`);
  await page.waitForFunction(() => document.querySelector("textarea")?.value.includes(".xml"));
  await page.fill("textarea", JSON.stringify({ feed: `${product.address}/demo/newsroom/${name}`, limit: 5 }));
  await page.click(".dialog .button--main");
  await page.waitForURL("**/run?key=*");
  await page.waitForSelector(ready, { timeout: 120_000 });
  return new URL(page.url()).searchParams.get("key") ?? "";
}

/** So that the list of connections shows what one looks like. */
async function storedConnection(page: Page): Promise<void> {
  await page.goto(`${product.address}/connections?new`);
  await page.selectOption(".dialog select", "bearer");
  await page.fill(".dialog [placeholder=wire-service]", "wire-service");
  await page.fill("#field-token", "only for a picture");
  await page.click(".dialog >> text=Create");
  await page.waitForSelector(".pane");
}

/** Fonts are there and nothing fades in any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const fading = document
      .getAnimations()
      .filter((one) => one.effect?.getTiming().iterations !== Infinity);
    await Promise.all(fading.map((one) => one.finished));
  });
}
