import type { CanvasElement } from "../model.ts";
import { formOf, isStart, startKind, type StartKind } from "./kinds.ts";

/** A way in which the workflow begins. */
export interface Start {
  id: string;
  name: string;
  /** Undefined for a signal, which only the broker sends. */
  kind: StartKind | undefined;
  /** The names of a form's fields. */
  fields: string[];
}

/** The starts of the workflow itself, as they are drawn now. */
export const startsAmong = (elements: readonly CanvasElement[]): Start[] =>
  elements.filter(isStart).map((element) => {
    const { id, name } = element.businessObject;
    return { id, name: name ?? id, kind: startKind(element), fields: fieldsOf(element) };
  });

function fieldsOf(element: CanvasElement): string[] {
  try {
    const form = JSON.parse(formOf(element.businessObject)?.json ?? "{}") as {
      components?: { key?: string }[];
    };
    return (form.components ?? []).flatMap(({ key }) => (key === undefined ? [] : [key]));
  } catch {
    return [];
  }
}
