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
  // why: no letter is narrower than half a pixel; what goes beyond cannot be seen, however long.
  const words = start(text.trim(), Math.ceil(2 * lines * width)).split(/\s+/);
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
      const part = longest(word, (text) => measure(text) <= width);
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
  return `${longest(text, (start) => measure(`${start.trimEnd()}…`) <= width).trimEnd()}…`;
}

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The beginning of a text, without half a letter at its end. */
function start(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = letters.segment(text.slice(0, most + 32)).containing(most);
  return text.slice(0, last?.index ?? most);
}

/** The longest beginning that fits, at least one letter. */
function longest(text: string, fits: (start: string) => boolean): string {
  const ends = [...letters.segment(text)].map(({ index, segment }) => index + segment.length);
  let least = 0;
  let most = ends.length - 1;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(text.slice(0, ends[middle]))) least = middle;
    else most = middle - 1;
  }
  return text.slice(0, ends[least]);
}
