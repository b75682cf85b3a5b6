import { readFileSync } from "node:fs";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { Stage } from "./stage.ts";

const stage = Stage.set();
const newsroom = readFileSync(new URL("../../../workflows/newsroom/newsroom.bpmn", import.meta.url), "utf8");

const bring = (text: string | Buffer, name = "drawing.bpmn") =>
  stage.page.setInputFiles(".import-field input", {
    name,
    mimeType: "application/xml",
    buffer: Buffer.from(text),
  });
const draft = (id: string) => stage.world.drafts.get(id)?.xml ?? "";
const drafts = () => stage.world.drafts.size;

beforeEach(() => stage.open("/?new=import", ".import-field"));

/** As other tools write it: nothing that says how it runs. */
const plain = (inside: string, drawn = true) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
    xmlns:tool="http://tool.example/ns" id="d" targetNamespace="http://tool.example">
  <process id="1-orders" name="Answer orders">${inside}</process>
  ${
    drawn
      ? `<bpmndi:BPMNDiagram id="p"><bpmndi:BPMNPlane id="pl" bpmnElement="1-orders">
    <bpmndi:BPMNShape id="s_di" bpmnElement="s"><dc:Bounds x="100" y="100" width="36" height="36" /></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`
      : ""
  }
</definitions>`;

describe("importing a file", () => {
  it("takes a diagram of this kind as it is, byte for byte, and opens it", async () => {
    stage.world.workflows = [];
    stage.world.drafts.clear();
    await stage.open("/?new=import", ".import-field");

    await bring(newsroom);
    await stage.page.waitForURL("**/designer?workflow=newsroom");

    expect(draft("newsroom")).toBe(newsroom.replace(' encoding="UTF-8"', ""));
  });

  it("gives it another name when the name is taken, and keeps the rest", async () => {
    await bring(newsroom);
    await stage.page.waitForSelector(".import-report >> text=This one is called newsroom-2.");
    await stage.page.keyboard.press("Enter");
    await stage.page.waitForURL("**/designer?workflow=newsroom-2");

    expect(draft("newsroom-2")).toContain('<bpmn:process id="newsroom-2"');
    expect(draft("newsroom-2").match(/zeebe:input /g)).toHaveLength(newsroom.match(/zeebe:input /g)?.length ?? 0);
  });

  it("says of a plain BPMN file what does not run yet, keeps it, and lets it be opened", async () => {
    await bring(
      plain(`<startEvent id="s" /><serviceTask id="t" name="Check stock" /><complexGateway id="g" name="All of it" />
        <exclusiveGateway id="x" name="In stock?" />
        <sequenceFlow id="f1" sourceRef="x" targetRef="t" /><sequenceFlow id="f2" sourceRef="x" targetRef="g">
        <conditionExpression>\${stock == 0}</conditionExpression></sequenceFlow>
        <tool:note>kept</tool:note>`),
    );

    const report = stage.page.locator(".import-report");
    await report.getByText("It was drawn as a picture only.").waitFor();
    for (const told of ["Check stock", "All of it", "In stock?", "Conditions in another language", "tool:note"]) {
      await report.getByText(told).first().waitFor();
    }
    expect(await stage.window.barriers()).toEqual([]);
    expect(draft("answer-orders")).toContain('isExecutable="true"');
    expect(draft("answer-orders")).toContain("complexGateway");
    expect(draft("answer-orders")).toContain("${stock == 0}");
    await stage.page.click("text=Open it in the designer");
    await stage.page.waitForSelector("[data-element-id=s]");
  });

  it("draws what has steps and arrows but no drawing", async () => {
    await bring(plain(`<startEvent id="s" /><sequenceFlow id="f" sourceRef="s" targetRef="e" /><endEvent id="e" />`, false));
    await stage.page.waitForSelector(".import-report >> text=It had no drawing.");
    await stage.page.click("text=Open it in the designer");
    await stage.page.waitForSelector("[data-element-id=e]");
  });

  it.each<[what: string, text: string | Buffer, says: string]>([
    ["a DOCTYPE", `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>${plain("")}`, "begins with a DOCTYPE"],
    ["broken XML", `${plain("").slice(0, 600)}<`, "not well-formed XML, first in line"],
    ["no XML at all", "PK\u0003\u0004 a zip file", "not well-formed XML"],
    ["nothing", "", "is empty"],
    ["a decision table", `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" />`, "decision table (DMN)"],
    ["a web page", `<html xmlns="http://www.w3.org/1999/xhtml" />`, "web page"],
    ["no process", plain("").replace(/<process.*<\/process>/s, ""), "no process in it"],
    ["broken text", Buffer.from([0x3c, 0x3f, 0xff, 0xfe, 0x80]), "Save it again as UTF-8"],
  ])("refuses %s in words, and keeps nothing", async (_what, text, says) => {
    const before = drafts();
    await bring(text);

    await stage.page.waitForSelector(`[role=alert]:has-text("${says}")`);
    expect(drafts()).toBe(before);
    expect(await stage.page.locator(".import-field input").isEnabled()).toBe(true);
  });

  it("refuses 50 MB in words, without reading them", async () => {
    const folder = await mkdtemp(join(tmpdir(), "import-"));
    const large = join(folder, "large.bpmn");
    await writeFile(large, "");
    await truncate(large, 50_000_000);

    await stage.page.setInputFiles(".import-field input", large);
    await stage.page.waitForSelector("[role=alert]:has-text('has 50 MB, and a workflow may have at most 4 MB')");
    await rm(folder, { recursive: true });
  });

  it("shows names from the file as text", async () => {
    await bring(plain(`<startEvent id="s" /><serviceTask id="t" name="&lt;img src=x onerror=alert(1)&gt;" />`));

    await stage.page.waitForSelector(".import-report .tag:has-text('<img src=x onerror=alert(1)>')");
    expect(await stage.page.locator(".import-report img").count()).toBe(0);
  });
});
