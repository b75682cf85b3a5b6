import { fileURLToPath } from "node:url";
import { Peer } from "../test/peer/peer.ts";
import { openBrowser, Window } from "../test/browser/browser.ts";
const peer = await Peer.start(fileURLToPath(new URL("../dist", import.meta.url)));
const browser = await openBrowser();
const w = await Window.open(await browser.newContext({ colorScheme: "light", viewport: { width: 1024, height: 768 } }));
await w.page.goto(peer.address + "/forms/tip");
await w.page.waitForSelector(".fjs-form-field-textfield");
for (let i = 0; i < 3; i++) {
console.log(await w.page.evaluate(() => [...document.querySelectorAll(".fjs-button")].map((b) => { const c = getComputedStyle(b); return [c.color, c.backgroundColor, c.transition, b.outerHTML.slice(0,120), c.opacity].join(" | "); })), await w.barriers());
await w.page.waitForTimeout(400);
}
await w.page.screenshot({ path: "/tmp/ui-shots/form.png" });
await browser.close(); await peer.stop();
