import { callJson } from "./http.ts";
import type { Json, Variables } from "./types.ts";

export type ValueKind =
  | "text"
  | "number"
  | "boolean"
  | "list"
  | "object"
  | "date"
  | "date and time"
  | "time"
  | "duration"
  | "nothing";

export interface ExpressionError {
  message: string;
  suggestion: string;
  /** The parser's own words. */
  detail?: string;
  position?: { line: number; column: number };
}

/** What an expression comes to, by the engine's own evaluator. */
export type Evaluated =
  | { kind: ValueKind; value: Json; notes: string[]; error?: undefined }
  | { error: ExpressionError };

export const evaluate = (expression: string, context: Variables): Promise<Evaluated> =>
  callJson("/api/expressions", { method: "POST", json: { expression, context } });
