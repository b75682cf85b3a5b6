import { describe, expect, it } from "vitest";
import { refuse } from "../peer/answers.ts";
import { newsroomKey, Stage } from "./stage.ts";

const stage = Stage.set();

const openDialog = async () => {
  await stage.openRun();
  await stage.page.click("[data-element-id=getArticle] .djs-hit");
  await stage.page.waitForSelector(".pane");
  await stage.page.click("[aria-label='What can be done with this step']");
  await stage.page.click("text=Run again from here…");
  await stage.page.waitForSelector(".dialog");
};

describe("running again", () => {
  it("begins inside a loop with one input changed, leads to the new run, and both are compared", async () => {
    await openDialog();
    expect(await stage.page.inputValue("[aria-label='Which one']")).toBe("4503599627370032");
    expect(await stage.text("[aria-label='What runs for real']")).toContain("For real from Get the article on");
    expect(await stage.text("[aria-label='What runs for real']")).not.toContain("Read the feed");
    await stage.page.check("text=What a step gets");
    expect(await stage.page.isDisabled(".dialog__foot .button--main")).toBe(true);
    await stage.page.fill(".dialog .editor__field:has-text('url') input", "http://127.0.0.1:8080/demo/other.html");
    await stage.page.click(".dialog__foot .button--main");

    await stage.page.waitForURL(/key=4503599627400002/);
    expect(stage.world.again).toEqual([
      {
        from: { stepId: "4503599627370032" },
        version: "same",
        change: { inputs: { getArticle: { url: "http://127.0.0.1:8080/demo/other.html" } } },
      },
    ]);
    await stage.page.waitForSelector("tr:has-text('Read the feed') .faint:text-is('recorded')");
    await stage.page.click("text=compare both");

    await stage.page.waitForSelector(".pairs__one.is-changed:has-text('Get the article')");
    expect(await stage.text(".sides")).toContain("Needs repair");
    expect(await stage.text("[aria-label='Differences of the result']")).toContain("results[3].headline");
    expect(await stage.page.locator(".pairs__same").count()).toBeGreaterThan(0);
    expect(await stage.page.locator(".pairs__one.is-same").count()).toBe(0);
    await stage.page.check("text=Show the same ones too");
    expect(await stage.page.locator(".pairs__one.is-same").count()).toBeGreaterThan(0);
  });

  it("takes another item of the loop, another version and another model", async () => {
    stage.world.models = ["headline-writer", "house-writer"];
    await openDialog();
    await stage.page.selectOption("[aria-label='Which one']", { label: "Get the article, item 5 of 5" });
    await stage.page.selectOption("[aria-label='In version']", "newest");
    await stage.page.check("text=A model");
    await stage.page.selectOption(".dialog [aria-label=Model]", "house-writer");
    await stage.page.click(".dialog__foot .button--main");

    await stage.page.waitForURL(/key=4503599627400002/);
    expect(stage.world.again).toEqual([
      {
        from: { stepId: "4503599627370052" },
        version: "newest",
        change: { models: { writeHeadline: "house-writer" } },
      },
    ]);
  });

  it("says why it cannot be done, and keeps what was chosen", async () => {
    stage.world.againRefusal = refuse(409, "Conflict", "The draft has no step “Get the article”. Begin at another one.");
    await openDialog();
    await stage.page.selectOption("[aria-label='In version']", "draft");
    await stage.page.click(".dialog__foot .button--main");

    await stage.page.waitForSelector(".dialog [role=alert]:has-text('has no step')");
    expect(await stage.page.inputValue("[aria-label='In version']")).toBe("draft");
    expect(stage.page.url()).toContain(newsroomKey);
  });

  it("tries a change on many past runs, with a result for each", async () => {
    await stage.openRun();
    await stage.page.keyboard.press("a");
    await stage.page.selectOption(".dialog .field:has-text('Try it on') select", "20");
    expect(await stage.text("[aria-label='What runs for real']")).toContain("Everything runs for real, 20 times.");
    await stage.page.click("text=Run 20 again");

    await stage.page.waitForURL("**/compare?batch=*");
    await stage.page.waitForSelector(".batch__summary:has-text('20 of 20 done')");
    expect(await stage.page.locator(".batch tbody tr").count()).toBe(20);
    expect(await stage.text(".batch__reason")).toBe("The event that started it is no longer kept.");
    expect(await stage.page.getAttribute(".batch tbody a:text-is('Compare')", "href")).toContain(`run=${newsroomKey}&with=`);
  });

  it("shows values that look like HTML as text when runs are compared", async () => {
    const hostile = "<img src=x onerror=alert(1)>";
    for (const step of stage.world.runs.get(newsroomKey)?.steps ?? []) step.name = hostile;
    await openDialog();
    await stage.page.click(".dialog__foot .button--main");
    await stage.page.click("text=compare both");
    await stage.page.waitForSelector(".pairs__name");

    expect(await stage.text(".pairs__name")).toContain(hostile);
    expect(await stage.page.locator("main img").count()).toBe(0);
  });
});
