/** What stands right of a comparison. */
export type Operand = { is: "text" | "number" | "value"; text: string };

export type Comparison =
  | "is"
  | "isNot"
  | "above"
  | "atLeast"
  | "below"
  | "atMost"
  | "hasItem"
  | "hasNoItem"
  | "contains"
  | "containsNot"
  | "startsWith"
  | "endsWith"
  | "yes"
  | "no"
  | "there"
  | "notThere";

/** A value, how it is compared, with what: `tags` contains “sport”. */
export interface Clause {
  path: string;
  comparison: Comparison;
  /** Left out where nothing is compared with. */
  operand?: Operand;
}

/** A condition that can be said in words. */
export interface Sentence {
  join: "and" | "or";
  clauses: Clause[];
}

/** The words of each, in the order in which they are offered. */
export const words: Record<Comparison, string> = {
  is: "is",
  isNot: "is not",
  hasItem: "contains",
  hasNoItem: "does not contain",
  contains: "contains the words",
  containsNot: "does not contain the words",
  startsWith: "starts with",
  endsWith: "ends with",
  above: "is more than",
  atLeast: "is at least",
  below: "is less than",
  atMost: "is at most",
  yes: "is yes",
  no: "is no",
  there: "is there",
  notThere: "is not there",
};

/** The signs of comparisons that stand between two operands. */
export const signs: Partial<Record<Comparison, string>> = {
  is: "=",
  isNot: "!=",
  above: ">",
  atLeast: ">=",
  below: "<",
  atMost: "<=",
};

export const functions: Partial<Record<Comparison, string>> = {
  hasItem: "list contains",
  contains: "contains",
  startsWith: "starts with",
  endsWith: "ends with",
};

export const opposites: Partial<Record<Comparison, Comparison>> = {
  hasNoItem: "hasItem",
  containsNot: "contains",
};

/** Comparisons that say everything themselves. */
export const alone: Partial<Record<Comparison, string>> = {
  yes: "= true",
  no: "= false",
  there: "!= null",
  notThere: "= null",
};

export const comparesWith = (comparison: Comparison): boolean => alone[comparison] === undefined;
