/** Measures with the interface's own font; falls back to a guess where there is no canvas. */
export type Measure = (text: string) => number;

export function measureWith(font: string): Measure {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return (text) => text.length * 7;
  return (text) => {
    context.font = font;
    return context.measureText(text).width;
  };
}

/** Breaks a text into at most `lines` lines of `width`; what does not fit ends in an ellipsis. */
export function fit(text: string, width: number, lines: number, measure: Measure): string[] {
  const words = text.trim().split(/\s+/);
  const done: string[] = [];
  let line = "";
  while (words.length > 0) {
    const word = words[0] ?? "";
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      words.shift();
    } else if (done.length === lines - 1) {
      return [...done, shorten(`${line} ${words.join(" ")}`.trim(), width, measure)];
    } else if (line === "") {
      const part = head(word, width, measure);
      done.push(part);
      words[0] = word.slice(part.length);
    } else {
      done.push(line);
      line = "";
    }
  }
  return line === "" ? done : [...done, line];
}

function shorten(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  let end = text.length;
  while (end > 1 && measure(`${text.slice(0, end).trimEnd()}…`) > width) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}

function head(word: string, width: number, measure: Measure): string {
  let end = word.length;
  while (end > 1 && measure(word.slice(0, end)) > width) end--;
  return word.slice(0, end);
}
