import type { DesignerCanvas } from "../../../canvas/designer-canvas.ts";

/** A text that is no drawing; it is as it was. */
export class Undrawable extends Error {
  readonly xml: string;

  constructor(xml: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause));
    this.xml = xml;
  }
}

/** Draws it; answers the names of the parts that cannot be kept. */
export async function drawn(modeler: DesignerCanvas, xml: string): Promise<string[]> {
  try {
    const { warnings } = await modeler.importXML(xml);
    const names = warnings.map((warning) => /unparsable content <?([^\s>]+)/.exec(textOf(warning))?.[1]);
    return [...new Set(names.filter((name) => name !== undefined))];
  } catch (cause) {
    throw new Undrawable(xml, cause);
  }
}

const textOf = (warning: unknown): string =>
  typeof warning === "string" ? warning : String((warning as { message?: unknown }).message);
