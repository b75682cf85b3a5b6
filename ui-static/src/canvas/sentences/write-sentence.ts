import { isPath, isQuotable, quote } from "../feel/literal.ts";
import { alone, comparesWith, functions, opposites, signs, type Clause, type Operand, type Sentence } from "./sentence.ts";

/** A sentence as FEEL, with its "="; undefined while something in it is missing. */
export function writeSentence({ join, clauses }: Sentence): string | undefined {
  const written = clauses.map(writeClause);
  return written.length === 0 || written.includes(undefined) ? undefined : `=${written.join(` ${join} `)}`;
}

function writeClause({ path, comparison, operand }: Clause): string | undefined {
  if (!isPath(path)) return undefined;
  if (!comparesWith(comparison)) return `${path} ${alone[comparison] ?? ""}`;
  const right = operand === undefined ? undefined : writeOperand(operand);
  if (right === undefined) return undefined;
  const opposite = opposites[comparison];
  if (opposite !== undefined) return `not(${functions[opposite] ?? ""}(${path}, ${right}))`;
  const name = functions[comparison];
  return name === undefined ? `${path} ${signs[comparison] ?? ""} ${right}` : `${name}(${path}, ${right})`;
}

const number = /^-?\d+(?:\.\d+)?$/;

function writeOperand({ is, text }: Operand): string | undefined {
  switch (is) {
    case "text":
      return isQuotable(text) ? quote(text) : undefined;
    case "number":
      return number.test(text.trim()) ? text.trim() : undefined;
    case "value":
      return isPath(text.trim()) ? text.trim() : undefined;
  }
}
