import { describe, expect, it } from "vitest";
import { choiceOf, fitting } from "../../src/canvas/models/model-choices.ts";
import { inTwo, own } from "../../src/canvas/panel-order/plain-groups.ts";
import { isA, listOf, type CanvasElement } from "../../src/canvas/model.ts";
import { drawn, step } from "./drawings.ts";

const on = async (elements: string): Promise<CanvasElement> => {
  const [businessObject] = listOf(await drawn(elements), "flowElements");
  return { businessObject } as unknown as CanvasElement;
};
const group = (id: string, ...entries: string[]) => ({ id, label: id, entries: entries.map((entry) => ({ id: entry })) });
const ids = (groups: { id: string }[]) => groups.map(({ id }) => id);

describe("the panel in plain words", () => {
  it("keeps what builders look for apart from what a step needs", async () => {
    const { plain, technical } = inTwo(await on(step("get")), [
      group("general", "name", "id"),
      group("documentation", "documentation"),
      group("ElementTemplates__Template"),
      group(`${own}-input`, "a"),
      group(`${own}-retries`, "b"),
      group("multiInstance", "multiInstance-inputCollection", "multiInstance-completionCondition"),
      group("inputs"),
      group("taskDefinition"),
      group("Zeebe__ExecutionListeners"),
    ]);

    expect(ids(plain)).toEqual(["general", `${own}-input`, "multiInstance"]);
    expect(ids(technical)).toEqual([
      "general-technical",
      "documentation",
      "ElementTemplates__Template",
      `${own}-retries`,
      "multiInstance-technical",
      "Zeebe__ExecutionListeners",
    ]);
    expect(plain.at(-1)).toMatchObject({ label: "For each item", entries: [{ id: "multiInstance-inputCollection" }] });
  });

  it("says when a workflow starts once, by the schedule in words", async () => {
    const timer = await on('<startEvent id="start"><timerEventDefinition /></startEvent>');
    const ofWorkflow = { ...timer, parent: { businessObject: timer.businessObject.$parent } } as CanvasElement;

    expect(ids(inTwo(ofWorkflow, [group("timer")]).plain)).toEqual([]);
    expect(inTwo(await on('<intermediateCatchEvent id="wait" />'), [group("timer")]).plain).toMatchObject([{ label: "When" }]);
  });

  it("loses no group and no field of a step that is no connector's", async () => {
    const element = await on('<callActivity id="call" />');
    expect(isA(element, "bpmn:CallActivity")).toBe(true);
    const all = [group("general", "name", "id"), group("calledElement", "targetProcessId", "bindingType"), group("inputs"), group("outputs"), group("inputPropagation")];
    const { plain, technical } = inTwo(element, all);

    expect(plain.map(({ label }) => label)).toEqual(["general", "Which workflow", "What it is given", "What it gives back"]);
    const fields = (groups: { entries?: { id: string }[] }[]) => groups.flatMap(({ entries = [] }) => ids(entries)).sort();
    expect(fields([...plain, ...technical])).toEqual(fields(all));
  });
});

describe("the models to choose from", () => {
  const route = (state: string, hardware = "unknown", evidence = "declared") => ({ name: "r", adapter: "openai", hardware, evidence, state });

  it("are as good as their best route", () => {
    expect(choiceOf({ alias: "a", routes: [route("no-key"), route("ready", "Trainium2")] })).toEqual({
      alias: "a",
      about: "openai, openai on Trainium2 (declared)",
      standing: "ready",
      state: "ready",
    });
    expect(choiceOf({ alias: "b", routes: [route("no-key")] }).state).toBe("its key is missing");
    expect(choiceOf({ alias: "c", routes: [] }).standing).toBe("unknown");
    expect(choiceOf({ alias: "d", routes: [route("open"), route("warming")] })).toMatchObject({ standing: "busy", state: "not answering just now" });
    expect(choiceOf({ alias: "e", routes: [route("saturated")] }).state).toBe("busy just now");
  });

  it("are found by their name and by what they run on", () => {
    const all = ["house", "fast"].map((alias) => choiceOf({ alias, routes: [route("ready", alias === "fast" ? "Trainium2" : "CPU")] }));

    expect(fitting(all, "trai", "house").map(({ alias }) => alias)).toEqual(["fast"]);
    expect(fitting(all, "house", "house")).toHaveLength(2);
    expect(fitting(all, "none of them", "")).toEqual([]);
  });
});
