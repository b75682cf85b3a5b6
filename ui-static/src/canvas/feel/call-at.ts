/** The call around a place in an expression: the function's name and which argument it is. */
export interface Call {
  name: string;
  argument: number;
}

/** Names of functions may have spaces: the longest known one before the bracket counts. */
export function callAt(text: string, place: number, known: ReadonlySet<string>): Call | undefined {
  const open: { bracket: string; at: number; commas: number }[] = [];
  let quoted = false;
  for (let at = 0; at < Math.min(place, text.length); at++) {
    const sign = text[at] ?? "";
    if (quoted) {
      if (sign === "\\") at++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if ("([{".includes(sign)) open.push({ bracket: sign, at, commas: 0 });
    else if (")]}".includes(sign)) open.pop();
    else if (sign === ",") {
      const last = open.at(-1);
      if (last !== undefined) last.commas++;
    }
  }
  for (const { bracket, at, commas } of open.reverse()) {
    const name = bracket === "(" ? nameBefore(text.slice(0, at), known) : undefined;
    if (name !== undefined) return { name, argument: commas };
  }
  return undefined;
}

function nameBefore(text: string, known: ReadonlySet<string>): string | undefined {
  const words = /(?:[A-Za-z]+ )*[A-Za-z]+ ?$/.exec(text)?.[0].trimEnd().split(" ") ?? [];
  for (let from = 0; from < words.length; from++) {
    const name = words.slice(from).join(" ");
    if (known.has(name)) return name;
  }
  return undefined;
}
