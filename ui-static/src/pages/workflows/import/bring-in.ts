import type { Problem } from "../../../api/types.ts";
import { saveDraft } from "../../../api/workflows.ts";
import { laidOut } from "./lay-out.ts";
import { importBpmn, type Imported } from "./process.ts";
import { readBpmnFile } from "./read-file.ts";

export interface BroughtIn extends Imported {
  /** What the engine says about the draft. */
  problems: Problem[];
}

/** From the file to the draft; throws before anything is kept when the file is not usable. */
export async function bringIn(file: File, taken: (id: string) => boolean): Promise<BroughtIn> {
  const imported = importBpmn(await readBpmnFile(file), taken);
  const xml = imported.drawn ? imported.xml : await laidOut(imported.xml);
  const { problems } = await saveDraft(imported.id, xml, undefined);
  return imported.drawn
    ? { ...imported, problems }
    : {
        ...imported,
        xml,
        problems,
        changes: [...imported.changes, "It had no drawing. One was made from its steps and arrows."],
      };
}

/** Whether a person should read about it before the designer opens. */
export const hasNews = ({ changes, findings }: BroughtIn): boolean =>
  changes.length > 0 || findings.length > 0;
