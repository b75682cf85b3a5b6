import { exampleInput } from "../../api/workflows.ts";
import type { Json, Variables } from "../../api/types.ts";

export type Input = { ok: true; variables: Variables } | { ok: false; why: string };

/** Reads what a person typed; never throws. */
export function parseInput(text: string): Input {
  if (text.trim() === "") return { ok: true, variables: {} };
  try {
    const value = JSON.parse(text) as Json;
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? { ok: true, variables: value }
      : { ok: false, why: "The values need names: begin with { and end with }." };
  } catch (error) {
    return { ok: false, why: `This is not JSON yet: ${(error as Error).message}` };
  }
}

const place = (workflow: string) => `wireroom.input.${workflow}`;

/** What this browser started the workflow with the last time, or the workflow's own example. */
export async function lastInput(workflow: string): Promise<string> {
  const remembered = localStorage.getItem(place(workflow));
  return remembered ?? (await exampleInput(workflow)).trim();
}

export function rememberInput(workflow: string, text: string): void {
  localStorage.setItem(place(workflow), text);
}
