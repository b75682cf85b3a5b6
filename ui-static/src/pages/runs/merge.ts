import type { Run } from "../../api/types.ts";

/**
 * Newest first, each run once. A first page that is read again replaces what it covers, so that
 * what no longer fits the filter goes; older runs that were asked for stay.
 */
export function merge(before: Run[], read: Run[], how: { older: boolean; whole: boolean }): Run[] {
  const page = read.map((run) => before.find((known) => isSame(known, run)) ?? run);
  const fresh = new Set(page.map(({ key }) => key));
  const rest = before.filter(({ key }) => !fresh.has(key));
  if (how.older) return [...rest, ...page];
  const last = page.at(-1);
  if (how.whole) return page;
  return last === undefined ? rest : [...page, ...rest.filter((run) => isOlder(run, last))];
}

const isOlder = (run: Run, than: Run) =>
  run.startedAt < than.startedAt || (run.startedAt === than.startedAt && run.key < than.key);

/** why: what did not change stays the same object, and is not drawn again. */
const isSame = (one: Run, other: Run) =>
  one.key === other.key && JSON.stringify(one) === JSON.stringify(other);

/** A change of a run that is shown; what only lists tell of it stays until the next reading. */
export const update = (runs: Run[], changed: Run): Run[] =>
  runs.map((run) => {
    if (run.key !== changed.key) return run;
    const stands = changed.incidents > 0;
    return {
      ...changed,
      ...(stands ? { error: run.error ?? null, incidentKeys: run.incidentKeys ?? null } : {}),
    };
  });

/** Runs of the page that begin above the first one that is shown. */
export const above = (shown: Run[], page: Run[]): Run[] => {
  const [first] = shown;
  return first === undefined ? [] : page.filter((run) => isOlder(first, run));
};
