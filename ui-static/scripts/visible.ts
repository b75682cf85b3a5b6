import { openBrowser } from "../test/browser/browser.ts";

/**
 * For `./wireroom bench live`: opens the run list, and for so many seconds prints how long after
 * the broker's record each new run could be seen, in milliseconds, one a line.
 */
const [address = "", token = "", seconds = "20"] = process.argv.slice(2);
const browser = await openBrowser();
const context = await browser.newContext({ extraHTTPHeaders: { authorization: `Bearer ${token}` } });
const page = await context.newPage();
await page.goto(`${address}/runs`);
await page.waitForSelector(".connection.is-live");
console.log("ready");

const delays = await page.evaluate(async (time) => {
  const seen = new Map<string, number>();
  const known = new Set<string>();
  const keys = () =>
    [...document.querySelectorAll<HTMLAnchorElement>(".runs tbody .row-link")].map(
      (link) => new URL(link.href).searchParams.get("key") ?? "",
    );
  keys().forEach((key) => known.add(key));
  const watch = new MutationObserver(() => {
    for (const key of keys()) {
      if (!known.has(key) && !seen.has(key)) seen.set(key, Date.now());
    }
  });
  watch.observe(document.body, { childList: true, subtree: true });
  await new Promise((done) => setTimeout(done, time * 1_000));
  watch.disconnect();
  const list = (await (await fetch("/api/runs?limit=200")).json()) as {
    items: { key: string; startedAt: string }[];
  };
  return list.items.flatMap(({ key, startedAt }) => {
    const at = seen.get(key);
    return at === undefined ? [] : [at - Date.parse(startedAt)];
  });
}, Number(seconds));
for (const delay of delays) console.log(delay);
await browser.close();
