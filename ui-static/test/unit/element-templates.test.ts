import { readFileSync } from "node:fs";
import { validateAllZeebe } from "@bpmn-io/element-templates-validator";
import { describe, expect, it } from "vitest";
import type { ElementTemplate } from "../../src/api/connectors.ts";

/** The engine's templates as its own tests wrote them down. */
const file = new URL("../../../docs/element-templates.json", import.meta.url);
const templates = JSON.parse(readFileSync(file, "utf8")) as ElementTemplate[];

describe("the connectors' element templates", () => {
  it.each(templates)("$id is one that the designer and Camunda Modeler accept", (template) => {
    expect(errors(template)).toEqual([]);
  });

  it("would be refused with a binding that there is not", () => {
    const [first] = structuredClone(templates);
    first?.properties.push({ binding: { type: "zeebe:nothing", name: "x" } });

    expect(errors(first)).not.toEqual([]);
  });
});

function errors(template: unknown): string[] {
  const [result] = validateAllZeebe([template]).results;
  return (result?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
