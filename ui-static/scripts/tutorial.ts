import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Product } from "../e2e/product.ts";
import { openBrowser } from "../test/browser/browser.ts";
import { partsOf, type Part } from "./tutorial/document.ts";
import { scenes } from "./tutorial/scenes.ts";
import { tour } from "./tutorial/tour.ts";
import { shell } from "./tutorial/shell.ts";
import { fits } from "./tutorial/shown.ts";

/**
 * Does what a tutorial in docs/ tells its reader, in its order: runs its commands, compares what they
 * print, draws in the browser and takes its pictures.
 */
const home = fileURLToPath(new URL("../..", import.meta.url));
const [name = "first-light"] = process.argv.slice(2);
const tutorial = `${home}docs/${name}.md`;
const acts = { ...scenes, ...tour };
const started = "./wireroom start";

const product = await Product.start();
const browser = await openBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(product.signInLink);
  await page.waitForSelector(".row-link");
  for (const part of partsOf(await readFile(tutorial, "utf8"))) {
    if (part.is === "command") await command(part);
    else {
      const scene = acts[part.file];
      if (scene === undefined) throw new Error(`line ${part.line}: no scene for ${part.file}`);
      await scene(page, product.address);
      const file = `${home}docs/${part.file}`;
      await mkdir(dirname(file), { recursive: true });
      await page.screenshot({ path: file });
      console.log(`line ${part.line}: ${part.file}`);
    }
  }
} finally {
  await browser.close();
  await product.stop();
}

async function command(part: Extract<Part, { is: "command" }>): Promise<void> {
  if (part.text === started) return; // why: it is the product that runs already
  const text = part.text.replaceAll("http://127.0.0.1:8080", product.address);
  const output = await shell(text, home, product.data);
  if (part.shown !== undefined && !fits(output, part.shown)) {
    throw new Error(`line ${part.line}: ${part.text}\nprinted\n${output}\nbut the text shows\n${part.shown}`);
  }
  console.log(`line ${part.line}: ${part.text}`);
}
