import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * The system's Chromium. The one without windows of its own comes first: it is the same engine, and
 * a page opens in half the time.
 */
const programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
const program = process.env.WIREROOM_CHROMIUM ?? programs.find((path) => existsSync(path)) ?? "chromium";

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: program,
    args: ["--no-sandbox", "--disable-background-networking"],
  });

/** A page whose script errors and refused loads are kept: every test looks at them at its end. */
export class Window {
  readonly page: Page;
  readonly troubles: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(15_000);
    page.on("pageerror", (error) => this.troubles.push(error.message));
    page.on("console", (message) => {
      const text = message.text();
      if (/Content Security Policy|Uncaught/.test(text)) this.troubles.push(text);
    });
  }

  static async open(context: BrowserContext): Promise<Window> {
    return new Window(await context.newPage());
  }

  /** Serious and critical findings of axe, as one line each. */
  async barriers(): Promise<string[]> {
    // why: axe is put in by the test, past the page's own policy, by the browser's debugger.
    await this.page.evaluate(axe);
    const found = await this.page.evaluate(async () => {
      const run = (window as unknown as { axe: { run(rules: object): Promise<AxeAnswer> } }).axe;
      return (await run.run({ resultTypes: ["violations"] })).violations;
    });
    return found
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
  }
}

interface AxeAnswer {
  violations: { id: string; impact: string; nodes: { target: string[] }[] }[];
}
