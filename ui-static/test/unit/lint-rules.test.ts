import { describe, expect, it } from "vitest";
import type { Found } from "../../src/canvas/lint/found.ts";
import { ownProblems } from "../../src/canvas/lint/own-rules.ts";
import { expressions } from "../../src/canvas/lint/rules/expressions.ts";
import { around, drawn, end, example, examples, processIn, start, step } from "./drawings.ts";

const problems = async (elements: string, ...arrows: string[]) =>
  ownProblems(await drawn(elements, ...arrows), around);
const short = ({ severity, elementId, about }: Found) => `${severity} ${elementId ?? ""} ${about}`;

describe("our rules", () => {
  it.each(examples)("have nothing against the example %s", async (name) => {
    const process = processIn(await example(name));

    expect(ownProblems(process, { connectors: [], models: around.models, connections: [] })).toEqual([]);
    expect(expressions(process, "8.6")).toEqual([]);
  });

  it("have nothing against a workflow that runs", async () => {
    expect(await problems(start + step("get") + end, "start>get", "get>end")).toEqual([]);
  });
});

describe("a step that cannot be reached", () => {
  it("is connected with the one step that leads nowhere, or removed", async () => {
    const [lost, ...others] = await problems(start + step("get", "Get it") + end, "get>end");

    expect(others).toEqual([]);
    expect(lost?.message).toBe("Nothing leads to “Get it”, so it and what follows never run.");
    expect(lost?.fixes).toEqual([
      { does: "connect", label: "Connect with “Start”", from: "start", to: "get" },
      { does: "remove", label: "Remove all 2", elements: ["get", "end"] },
    ]);
  });

  it("is told once for a loop that nothing leads into", async () => {
    const found = await problems(start + end + step("a") + step("b"), "start>end", "a>b", "b>a");

    expect(found.filter(({ about }) => about === "unreachable").map(short)).toEqual(["warning a unreachable"]);
  });

  it("is none where an event on an edge leads to it", async () => {
    const event = `<boundaryEvent id="failed" name="Failed" attachedToRef="get"><errorEventDefinition id="e" /></boundaryEvent>`;

    expect(
      await problems(start + step("get") + event + step("tell") + end, "start>get", "get>end", "failed>tell", "tell>end"),
    ).toEqual([]);
  });
});

describe("a loop", () => {
  const asks = `<exclusiveGateway id="again" name="Again?" default="flow3" />`;

  it("without an exit is told with its steps", async () => {
    const [loop] = await problems(start + step("a", "Ask") + step("b", "Look"), "start>a", "a>b", "b>a");

    expect(loop?.about).toBe("endless");
    expect(loop?.message).toBe("This goes round for ever: “Ask” → “Look” → “Ask”.");
  });

  it("with a way out is fine", async () => {
    expect(await problems(start + step("a") + asks + end, "start>a", "a>again", "again>end", "again>a ?x")).toEqual([]);
  });

  it("is not left by a fork, which goes round as well", async () => {
    const fork = `<parallelGateway id="fork" />`;
    const found = await problems(start + step("a") + fork + end, "start>a", "a>fork", "fork>a", "fork>end");

    expect(found.map(short)).toEqual(["warning a endless"]);
  });

  it("is left when its group is interrupted", async () => {
    const group = `<subProcess id="group" name="Try"><startEvent id="in" name="In" />${step("a")}
      <sequenceFlow id="i" sourceRef="in" targetRef="a" /><sequenceFlow id="o" sourceRef="a" targetRef="a" /></subProcess>
      <boundaryEvent id="late" name="Late" attachedToRef="group"><timerEventDefinition id="t" /></boundaryEvent>`;

    expect(await problems(start + group + end, "start>group", "group>end", "late>end")).toEqual([]);
  });
});

describe("a decision", () => {
  const asks = (name: string, otherwise = "") => `<exclusiveGateway id="asks" name="${name}" ${otherwise} />`;

  it("takes a way without a condition when no other fits, by one button", async () => {
    const found = await problems(
      start + asks("Worth it?") + step("a") + end,
      "start>asks", "asks>a ?x", "asks>end", "a>end",
    );

    expect(found.map(short)).toEqual(["error flow3 condition"]);
    expect(found[0]?.fixes[0]).toEqual({ does: "makeDefault", label: "Take it otherwise", flow: "flow3" });
  });

  it("gets a way out where no condition may be true", async () => {
    const found = await problems(
      start + asks("Worth it?") + step("a") + end,
      "start>asks", "asks>a ?x", "asks>end ?y", "a>end",
    );

    expect(found.map(short)).toEqual(["warning asks otherwise"]);
    expect(found[0]?.fixes.map(({ does }) => does)).toEqual(["addDefault"]);
  });

  it("says what it asks", async () => {
    const found = await problems(
      start + asks("", `default="flow3"`) + step("a", "") + end,
      "start>asks", "asks>a ?x", "asks>end", "a>end",
    );

    expect(found.map(({ message }) => message)).toEqual([
      "This decision does not say what it asks.",
      "This step has no name.",
    ]);
  });
});

describe("what a step names", () => {
  const one = (inputs: Record<string, string>, type = "http") =>
    problems(start + step("get", "Get", type, inputs) + end, "start>get", "get>end");

  it("has to be there: connections", async () => {
    const [missing] = await one({ url: "https://example.org", connection: "old-wire" });

    expect(missing?.message).toBe("There is no connection “old-wire”, so this step will stop.");
    expect(missing?.fixes.map(({ label }) => label)).toEqual(["Use wire-service", "New connection…"]);
    expect(await one({ url: "https://example.org", connection: '="wire-service"' })).toEqual([]);
    expect(await one({ url: "https://example.org", connection: "=whichever" })).toEqual([]);
  });

  it("has to be there: models", async () => {
    expect((await one({ model: "poet" }, "chat")).map(short)).toEqual(["warning get model"]);
    expect(await one({ model: "headline-writer" }, "chat")).toEqual([]);
  });

  it("is not missed before anybody said which there are", async () => {
    const process = await drawn(start + step("get", "Get", "http", { url: "=a", connection: "x" }) + end, "start>get", "get>end");

    expect(ownProblems(process, { ...around, connections: undefined })).toEqual([]);
  });

  it("is missed by the name of its field", async () => {
    const [missing] = await one({});

    expect(missing?.message).toBe("“Address” is empty, and this step needs it.");
    expect(missing?.about).toBe("input:url");
  });
});

describe("an expression", () => {
  const one = async (source: string) =>
    expressions(await drawn(start + step("get", "Get", "http", { url: source }) + end, "start>get", "get>end"), "8.6");

  it("is told by its place when it cannot be read", async () => {
    const [wrong] = await one("=address + ");

    expect(wrong?.elementId).toBe("get");
    expect(wrong?.severity).toBe("error");
    expect(wrong?.about).toBe("expression:=address +");
    expect(wrong?.fix).toBe("Look at its end: something is missing.");
  });

  it.each(["=a.b[item > 2]", "=string length(\"x\") > 3", "=for i in 1..3 return i * 2", "=if a then 1 else 2", "plain ( text"])(
    "is fine: %s",
    async (source) => expect(await one(source)).toEqual([]),
  );

  it.each([["deep", `=${"(".repeat(13)}1${")".repeat(13)}`], ["huge", `="${"x".repeat(10_001)}"`]])(
    "is not even read when it is %s",
    async (_, source) => {
      const [bomb] = await one(source);

      expect(bomb?.severity).toBe("error");
      expect(bomb?.message).toMatch(/is longer than 10,000 characters|more than 12 deep/);
    },
  );

  it("does not count brackets in texts", async () => {
    expect(await one(`="${"(".repeat(40)}"`)).toEqual([]);
  });
});
