import { all, attribute, bpmn, modeler, nameOf, writeXml } from "../bpmn-xml.ts";
import { idFromName } from "../diagrams.ts";
import { freeId, renameProcess } from "../renamed.ts";
import { cannotRun, type Finding } from "./cannot-run.ts";
import { openXml } from "./open-xml.ts";

/** A file as it becomes a draft, with what there is to say about it. */
export interface Imported {
  id: string;
  name: string;
  xml: string;
  /** Whether the file holds a drawing, or only steps and arrows. */
  drawn: boolean;
  /** What was changed so that it can run here; sentences. */
  changes: string[];
  /** What is kept as it is and does not run here. */
  findings: Finding[];
}

/**
 * Makes a workflow of a BPMN file: one process that runs, under an id that is free. Everything else
 * stays as it is. Throws a sentence for the person who imports it.
 */
export function importBpmn(text: string, taken: (id: string) => boolean): Imported {
  const document = openXml(text);
  const changes: string[] = [];
  const process = runningProcess(document, changes);
  const id = usableId(document, process, taken, changes);
  const platform = forThisPlatform(document, changes);
  const findings = cannotRun(document, process);
  return {
    id,
    name: nameOf(process),
    xml: changes.length === 0 && !platform ? text : writeXml(document),
    drawn: all(document, "http://www.omg.org/spec/BPMN/20100524/DI", "BPMNShape").length > 0,
    changes,
    findings,
  };
}

/** Exactly one process runs: the first that says so, else the largest. */
function runningProcess(document: Document, changes: string[]): Element {
  const processes = all(document, bpmn, "process");
  const running = processes.filter((one) => one.getAttribute("isExecutable") === "true");
  const size = (one: Element) => all(one, bpmn, "*").length;
  const process = running[0] ?? processes.toSorted((a, b) => size(b) - size(a))[0];
  if (process === undefined) {
    throw new Error("The file is BPMN 2.0, but there is no process in it that could run.");
  }
  if (running.length === 0) {
    process.setAttribute("isExecutable", "true");
    changes.push("It was drawn as a picture only. It is marked as one that runs now.");
  }
  for (const other of running.slice(1)) other.setAttribute("isExecutable", "false");
  if (processes.length > 1) {
    changes.push(
      `It holds ${processes.length} processes, and a workflow is one. “${nameOf(process)}” runs here; ` +
        "the others stay in the drawing.",
    );
  }
  return process;
}

function usableId(
  document: Document,
  process: Element,
  taken: (id: string) => boolean,
  changes: string[],
): string {
  const given = attribute(process, "id");
  const usable = /^[A-Za-z_][A-Za-z0-9_.-]{0,99}$/.test(given) ? given : idFromName(nameOf(process));
  const id = freeId(usable, taken);
  if (id === given) return id;
  renameProcess(document, process, id);
  changes.push(
    usable === given
      ? `You have a workflow called ${given} already. This one is called ${id}.`
      : `Its id “${given}” cannot be used. It is called ${id}.`,
  );
  return id;
}

/** Says for which engine it is drawn when the file does not; true when it wrote that down. */
function forThisPlatform(document: Document, changes: string[]): boolean {
  const root = document.documentElement;
  const platform = root.getAttributeNS(modeler, "executionPlatform");
  if (platform === "Camunda Platform") {
    changes.push(
      "It was drawn for Camunda 7. Its classes, scripts and expressions such as ${…} are kept and do " +
        "nothing here: choose for each step what it does.",
    );
  }
  if (platform !== null && platform !== "Camunda Platform") return false;
  root.setAttributeNS(modeler, "modeler:executionPlatform", "Camunda Cloud");
  root.setAttributeNS(modeler, "modeler:executionPlatformVersion", "8.6.0");
  return true;
}
