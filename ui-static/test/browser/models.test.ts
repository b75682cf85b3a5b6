import { describe, expect, it } from "vitest";
import { newsModel } from "../peer/models.ts";
import { Stage } from "./stage.ts";

const stage = Stage.set();

async function open(): Promise<void> {
  stage.world.modelsNow = [newsModel];
  await stage.open("/models", ".models__one[aria-label=news-writer]");
}

const row = (route: string) => stage.page.locator(`tr:has(strong:text-is('${route}'))`);

describe("the page of models", () => {
  it("shows what each route does, how fast it is, why it failed, and what it runs on", async () => {
    await open();

    expect(await row("trn-east").innerText()).toMatch(/sagemaker on Trainium2\s+ready\s+3 of 12\s+0\s+140 ms 310 ms\s+11 ms 20 ms\s+1\.42 s 2\.90 s\s+812\s+\$0\.42/);
    expect(await row("vllm-desk").innerText()).toContain("31 × too many requests, 2 × the server or the way to it failed");
    expect(await row("vllm-desk").innerText()).toContain("Inferentia2 (declared)");
    expect(await row("vllm-desk").innerText()).toMatch(/busy just now[^]*7[^]*unknown/);
    expect(await stage.window.barriers()).toEqual([]);
  });

  it("follows what changes", async () => {
    await open();
    stage.world.modelsNow = [{ ...newsModel, routes: newsModel.routes.map((one) => ({ ...one, state: "warming" })) }];

    await row("trn-east").locator("text=being loaded").waitFor();
  });

  it("says where models are set up when there is none", async () => {
    stage.world.models = [];
    await stage.open("/models", ".nothing");

    expect(await stage.text(".nothing")).toContain("models.yaml");
  });
});

describe("comparing routes", () => {
  async function ask(prompts: string): Promise<void> {
    await open();
    await stage.page.click(".models__one[aria-label=news-writer] >> text=Compare routes");
    await stage.page.fill(".models__prompts", prompts);
    await stage.page.click("text=Count the calls");
  }

  it("says how many calls it is and what they cost before anything is sent, then shows the answers side by side", async () => {
    await ask("A headline on tides\n\nA headline\non ferries");
    await stage.page.waitForSelector(".dialog__note:has-text('4 calls, up to $0.017.')");
    await stage.page.click("text=Send them");

    await stage.page.waitForSelector(".outcome__verdict:has-text('No verdict: there are too few answers.')");
    expect(await stage.page.locator(".outcome__answer").count()).toBe(4);
    expect(await stage.text(".outcome__prompt[aria-label='Prompt 2']")).toContain("vllm-desk on “A headline\non ferries”");
    expect(await stage.window.barriers()).toEqual([]);
  });

  it("names the fastest only when the ranges part", async () => {
    const answers = Array.from({ length: 30 }, () => ({ text: "yes", latency: 900 }));
    const route = (name: string, low: number, high: number) => ({
      name,
      hardware: "Trainium2",
      evidence: "measured",
      latency: { count: 30, median: (low + high) / 2, low, high },
      answers,
    });
    await ask("Yes?");
    stage.world.compared = { fastest: "trn-east", routes: [route("trn-east", 800, 950), route("vllm-desk", 2_000, 2_600)] };
    await stage.page.click("text=Send them");
    await stage.page.waitForSelector(".outcome__verdict:has-text('trn-east is the fastest')");
    await stage.page.locator(".outcome__span:has-text('2.30 s (between 2.00 s and 2.60 s, of 30)')").waitFor();

    await stage.page.click("text=Other prompts");
    await stage.page.click("text=Count the calls");
    stage.world.compared = { routes: [route("trn-east", 800, 2_100), route("vllm-desk", 2_000, 2_600)] };
    await stage.page.click("text=Send them");
    await stage.page.waitForSelector(".outcome__verdict:has-text('the ranges overlap')");
  });

  it("asks again when the prompts change after they were counted, and says why it may not", async () => {
    await ask("One");
    await stage.page.waitForSelector("text=2 calls");
    await stage.page.fill(".models__prompts", Array.from({ length: 60 }, (_, at) => `Prompt ${at}`).join("\n\n"));
    await stage.page.click("text=Count the calls");

    await stage.page.waitForSelector(".dialog .notice:has-text('120 calls are too many')");
    await stage.page.keyboard.press("Escape");
    await stage.page.waitForSelector(".dialog", { state: "detached" });
  });
});
