/** A condition on one of a run's own values, as the address and the engine write it. */
export interface ValueCondition {
  name: string;
  op: "eq" | "contains" | "gt" | "lt";
  text: string;
}

export const opWord: Record<ValueCondition["op"], string> = {
  eq: "is",
  contains: "contains",
  gt: "is more than",
  lt: "is less than",
};

export function parseCondition(text: string): ValueCondition | undefined {
  const [, name, op, wanted] = /^([^:]+):(eq|contains|gt|lt):(.*)$/s.exec(text) ?? [];
  if (name === undefined || op === undefined || wanted === undefined) return undefined;
  return { name, op: op as ValueCondition["op"], text: wanted };
}

export const writeCondition = ({ name, op, text }: ValueCondition): string =>
  `${name.trim()}:${op}:${text}`;

export const conditionWords = ({ name, op, text }: ValueCondition): string =>
  `${name} ${opWord[op]} “${text}”`;

/** Why the condition cannot be asked yet; empty when it can. */
export function conditionProblem({ name, op, text }: ValueCondition): string {
  if (name.trim() === "") return "Which value? Give its name.";
  if (name.includes(":")) return "A name has no colon.";
  const isNumber = text.trim() !== "" && /^-?\d+(\.\d+)?$/.test(text.trim());
  if ((op === "gt" || op === "lt") && !isNumber) return "More and less need a number, like 12.5.";
  return text === "" ? "What should it be?" : "";
}
