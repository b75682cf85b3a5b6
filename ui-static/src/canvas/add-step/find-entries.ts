/** What can be looked for by its name, its explanation and other words for it. */
export interface Findable {
  label: string;
  hint: string;
  words: string;
}

/** Words that say nothing about what is looked for. */
const fillers = new Set(["a", "an", "the", "to", "my", "some", "i", "want", "please", "it"]);

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** The words that count; all of them when no other is there. */
export function tellingWords(text: string): string[] {
  const words = wordsIn(text);
  const telling = words.filter((word) => !fillers.has(word));
  return telling.length === 0 ? words : telling;
}

const weights = { label: 4, words: 2, hint: 1 };

/** What each word of the text fits, what fits by its name first. */
export function findEntries<T extends Findable>(entries: readonly T[], text: string): T[] {
  const words = tellingWords(text);
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ entry }) => entry);
}

function scoreOf(entry: Findable, words: string[]): number {
  const fields = [
    { weight: weights.label, words: wordsIn(entry.label) },
    { weight: weights.words, words: wordsIn(entry.words) },
    { weight: weights.hint, words: wordsIn(entry.hint) },
  ];
  let sum = 0;
  for (const word of words) {
    const best = Math.max(...fields.map((field) => field.weight * fitOf(word, field.words)));
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
}

const stem = 4;

/** A whole word counts most, then its beginning; "emails" finds "email". */
function fitOf(wanted: string, words: string[]): number {
  if (words.includes(wanted)) return 3;
  if (words.some((word) => word.startsWith(wanted))) return 2;
  return words.some((word) => word.length >= stem && wanted.startsWith(word)) ? 1 : 0;
}
