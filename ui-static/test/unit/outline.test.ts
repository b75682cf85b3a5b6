import { describe, expect, it } from "vitest";
import type { OutlineNode } from "../../src/canvas/outline/node.ts";
import { outlineOf } from "../../src/canvas/outline/reading-order.ts";
import { containers, FlowGraph } from "../../src/canvas/lint/flow-graph.ts";
import { rowsOf, stepTo, textOf } from "../../src/pages/designer/outline/rows.ts";
import { drawn, end, example, examples, processIn, start, step } from "./drawings.ts";

const places = { connectorName: () => undefined, at: () => undefined };

/** As it is read: indented by two, names only. */
const text = (nodes: readonly OutlineNode[], indent = ""): string[] =>
  nodes.flatMap((node) => [indent + textOf(node), ...text(node.children, `${indent}  `)]);
const outline = async (elements: string, ...arrows: string[]) =>
  outlineOf(await drawn(elements, ...arrows), places);
const all = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...all(node.children)]);

const asks = (id: string, name: string) => `<exclusiveGateway id="${id}" name="${name}" />`;

describe("the outline", () => {
  it.each(examples)("has every element of the example %s exactly once", async (name) => {
    const process = processIn(await example(name));
    const lines = all(outlineOf(process, places)).filter(({ kind }) => kind !== "jump" && kind !== "way");

    const elements = containers(process).flatMap((one) => new FlowGraph(one).nodes.map(({ id }) => id));
    expect(lines.map(({ element }) => element).sort()).toEqual(elements.sort());
    expect(new Set(all(outlineOf(process, places)).map(({ key }) => key)).size).toBe(all(outlineOf(process, places)).length);
  });

  it("reads the newsroom as people tell it", async () => {
    expect(text(outlineOf(processIn(await example("newsroom")), places))).toEqual([
      "Feed arrives",
      "Read the feed",
      "For each entry",
      "  Entry",
      "  Get the article",
      "    No article there",
      "      Left out: no article",
      "  Write headline",
      "    No usable answer",
      "      Left out: no headline",
      "  Worth a page?",
      "    yes",
      "      Publish the page",
      "        Address taken",
      "          Left out: no page",
      "      Published",
      "    no",
      "      Left out: not worth a page",
      "Feed done",
    ]);
  });

  it("goes on behind a decision where its ways meet", async () => {
    const lines = await outline(
      start + asks("big", "Big?") + step("cut") + step("send") + end,
      "start>big", "big>cut ?x", "big>send", "cut>send", "send>end",
    );

    expect(text(lines)).toEqual(["Start", "Big?", "  If x", "    cut", "  Way 2", "send", "End"]);
  });

  it("says where a loop goes back to", async () => {
    const lines = await outline(
      start + step("ask") + asks("good", "Good?") + end,
      "start>ask", "ask>good", "good>end ?x", "good>ask",
    );

    expect(text(lines)).toEqual(["Start", "ask", "Good?", "  If x", "    End", "  Way 2", "    Back to “ask”"]);
  });

  it("says where what happens on an edge comes back", async () => {
    const event = `<boundaryEvent id="failed" name="Failed" attachedToRef="get"><errorEventDefinition id="e" /></boundaryEvent>`;
    const lines = await outline(
      start + step("get") + event + step("tell") + step("send") + end,
      "start>get", "get>send", "send>end", "failed>tell", "tell>send",
    );

    expect(text(lines)).toEqual(["Start", "get", "  Failed", "    tell", "    Goes on at “send”", "send", "End"]);
  });

  it("keeps what is not connected", async () => {
    const lines = await outline(start + step("get") + end + step("a") + step("b"), "start>get", "get>end", "a>b");

    expect(text(lines)).toEqual(["Start", "get", "End", "Not connected yet", "  a", "  b"]);
  });
});

describe("the order of steps", () => {
  const moves = (nodes: readonly OutlineNode[]) =>
    all(nodes).flatMap(({ element, up, down }) => (up ?? down) === undefined ? [] : [`${element} ${up ?? "-"} ${down ?? "-"}`]);

  it("can be changed where one step simply follows another", async () => {
    const lines = await outline(start + step("a") + step("b") + step("c") + end, "start>a", "a>b", "b>c", "c>end");

    expect(moves(lines)).toEqual(["a - b", "b a c", "c b -"]);
  });

  it("cannot be changed over a decision or where ways meet", async () => {
    const lines = await outline(
      start + step("a") + asks("big", "Big?") + step("b") + step("c") + end,
      "start>a", "a>big", "big>b ?x", "big>c", "b>c", "c>end",
    );

    expect(moves(lines)).toEqual([]);
  });
});

describe("the keys of the outline", () => {
  const row = (rows: ReturnType<typeof rowsOf>, at: number, key: string) => stepTo(key, at, rows)?.node.name;

  it("go up, down, in, out and by letter", async () => {
    const rows = rowsOf(outlineOf(processIn(await example("newsroom")), places), new Set());
    const group = rows.findIndex(({ node }) => node.name === "For each entry");

    expect(row(rows, 0, "ArrowDown")).toBe("Read the feed");
    expect(row(rows, 0, "ArrowUp")).toBeUndefined();
    expect(row(rows, group, "ArrowRight")).toBe("Entry");
    expect(row(rows, group + 1, "ArrowLeft")).toBe("For each entry");
    expect(row(rows, 0, "End")).toBe("Feed done");
    expect(row(rows, 0, "w")).toBe("Write headline");
  });

  it("skip what is folded", async () => {
    const rows = rowsOf(outlineOf(processIn(await example("newsroom")), places), new Set(["eachEntry"]));

    expect(rows.map(({ node }) => node.name)).toEqual(["Feed arrives", "Read the feed", "For each entry", "Feed done"]);
  });
});
