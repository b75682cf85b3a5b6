import { describe, expect, it } from "vitest";
import { brokerProblems, rulesFor } from "../../src/canvas/lint/broker-rules/linter.ts";
import { compatRules } from "../../src/canvas/lint/broker-rules/compat-rules.ts";
import { words } from "../../src/canvas/lint/broker-rules/words.ts";
import { listOf, type ModdleObject } from "../../src/canvas/model.ts";
import { definitions, end, example, examples, processIn, start, step, xmlOf } from "./drawings.ts";

const found = (drawing: ModdleObject) => {
  const all = new Map(listOf(processIn(drawing), "flowElements").map((one) => [one.id, one]));
  return brokerProblems("8.6", drawing, (id) => all.get(id));
};

describe("the broker's rules", () => {
  it.each(examples)("have nothing against the example %s", async (name) => {
    expect(await found(await example(name))).toEqual([]);
  });

  it("find nothing more when they look again", async () => {
    const drawing = await example("newsroom");
    await found(drawing);

    expect(await found(drawing)).toEqual([]);
  });

  it("are those of its version, and each has plain words", () => {
    expect(Object.keys(rulesFor("8.6"))).toContain("camunda-compat/timer");
    expect(rulesFor("8.6")).toEqual(rulesFor("99.1"));
    expect(rulesFor("8.5")).not.toEqual(rulesFor("8.6"));
    for (const name of Object.keys(compatRules)) expect(Object.keys(words)).toContain(name);
  });

  it("miss what a step does, in plain words", async () => {
    const drawing = await definitions(
      xmlOf(`${start}<serviceTask id="what" name="What" />${end}`, "start>what", "what>end"),
    );

    expect(await found(drawing)).toMatchObject([
      { elementId: "what", severity: "error", message: "Nothing is chosen yet for this step to do." },
    ]);
  });

  it("miss the time of a timer", async () => {
    const timer = `<intermediateCatchEvent id="wait" name="Wait"><timerEventDefinition id="t" /></intermediateCatchEvent>`;
    const drawing = await definitions(xmlOf(start + timer + end, "start>wait", "wait>end"));

    expect((await found(drawing)).map(({ about }) => about)).toEqual(["timer"]);
  });

  it("do not miss what a webhook brings by itself", async () => {
    const hook = (id: string) => `<startEvent id="${id}" name="${id}"><extensionElements><zeebe:properties>
      <zeebe:property name="inbound.type" value="wireroom:webhook:1" /></zeebe:properties></extensionElements></startEvent>`;
    const waits = `<intermediateCatchEvent id="wait" name="Reply"><extensionElements><zeebe:properties>
      <zeebe:property name="inbound.type" value="wireroom:webhook:1" /></zeebe:properties></extensionElements>
      <messageEventDefinition id="m" /></intermediateCatchEvent>`;
    const drawing = await definitions(
      xmlOf(hook("one") + hook("two") + step("get") + waits + end, "one>get", "two>get", "get>wait", "wait>end"),
    );

    expect(await found(drawing)).toEqual([]);
  });
});
