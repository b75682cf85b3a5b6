/** A value as the editor of expressions suggests it; what is inside an unknown one is an empty list. */
export interface Suggested {
  name: string;
  type?: string;
  isList?: boolean;
  entries: Suggested[];
}

/** Reads a connector's answer as its description writes it: `{title, items: [{id, link}]}`. */
export function readShape(text: string): Suggested[] {
  const words = text.match(/[{}[\]:,]|[\w$-]+/g) ?? [];
  let at = 0;
  const take = (word: string) => words[at] === word && ++at > 0;

  const fields = (): Suggested[] => {
    const found: Suggested[] = [];
    while (at < words.length && !take("}")) {
      if (take(",")) continue;
      const name = words[at++] ?? "";
      found.push({ name, ...(take(":") ? value() : { entries: [] }) });
    }
    return found;
  };
  const value = (): Omit<Suggested, "name"> => {
    if (take("{")) return { type: "Context", entries: fields() };
    if (take("[")) {
      const { entries } = value();
      take("]");
      return { type: "List", isList: true, entries };
    }
    at++;
    return { entries: [] };
  };
  return take("{") ? fields() : [];
}
