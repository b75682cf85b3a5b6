import { describe, expect, it } from "vitest";
import { Stage } from "./stage.ts";

const stage = Stage.set();

const card = (id: string) => stage.page.locator(`[data-template=${id}]`);
const draft = (id: string) => stage.world.drafts.get(id)?.xml ?? "";

describe("the gallery", () => {
  it("is where an empty page begins, with a picture and an example of each template", async () => {
    stage.world.workflows = [];
    await stage.open("/", ".template .picture");

    expect(await stage.page.locator(".template").count()).toBeGreaterThanOrEqual(8);
    expect(await card("weekly-digest").locator(".picture__card").count()).toBe(4);
    await card("weekly-digest").getByText("Example input").click();
    expect(await card("weekly-digest").locator("pre").textContent()).toContain(
      `${new URL(stage.page.url()).origin}/demo/newsroom/feed.xml`,
    );
    expect(await stage.window.barriers()).toEqual([]);
  });

  it("says which templates need a language model, and not once there is one", async () => {
    await stage.open("/?new=template", ".template");
    expect(await card("translate-and-publish").textContent()).toContain("Needs a language model");
    expect(await card("translate-and-publish").textContent()).toContain("Without it a person translates");
    expect(await card("weekly-digest").textContent()).not.toContain("Needs");

    stage.world.models.push("translator");
    await stage.open("/?new=template", ".template");
    expect(await card("translate-and-publish").textContent()).not.toContain("Needs");
  });

  it("tries a template: creates it, publishes it, starts it and shows the run", async () => {
    await stage.open("/?new=template", ".template");

    await card("moderate-comments").getByText("Try it").click();
    await stage.page.waitForURL("**/run?key=*");

    expect(draft("moderate-comments")).toContain('id="moderate-comments"');
    expect(stage.world.drafts.get("moderate-comments")?.baseVersion).toBe(1);
  });

  it("keeps the page and says why when a template cannot be published", async () => {
    stage.world.publishRefusal = {
      status: 422,
      json: { title: "Refused", status: 422, detail: "The workflow has problems.", errors: [] },
    };
    await stage.open("/?new=template", ".template");

    await card("social-posts").getByText("Try it").click();
    await stage.page.waitForSelector("[role=alert]:has-text('The workflow has problems.')");

    stage.world.publishRefusal = undefined;
    await stage.page.click("[role=alert] >> text=Try again");
    await stage.page.waitForURL("**/run?key=*");
  });

  it("makes another one of a template that is in use, under its own name and address", async () => {
    await stage.open("/?new=template", ".template");

    await card("newsroom").getByText("Make another").click();
    await stage.page.waitForURL("**/designer?workflow=newsroom-2");

    expect(draft("newsroom-2")).toContain('<bpmn:process id="newsroom-2" name="Newsroom 2"');
    expect(draft("newsroom-2")).toContain('bpmnElement="newsroom-2"');
    expect(draft("newsroom-2")).toContain('name="inbound.path" value="newsroom-2"');
  });
});

describe("recent drafts", () => {
  it("lead back to where the person left off, the last one first", async () => {
    await stage.open("/", ".recent__draft");

    expect(await stage.page.locator(".recent__name").allTextContents()).toEqual([
      "Newsroom",
      "Weekly digest",
    ]);
    await stage.page.click(".recent__draft >> text=Newsroom");
    await stage.page.waitForURL("**/designer?workflow=newsroom");
  });
});
