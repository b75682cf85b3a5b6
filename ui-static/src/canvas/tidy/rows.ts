import { groupBy } from "../../run/group-by.ts";
import type { Chain } from "./chains.ts";
import type { Flow } from "./flow.ts";
import { known } from "./plan.ts";

export interface Rows {
  /** The row of each step, counted from the top. */
  row: Map<string, number>;
  /** The lane of each row. */
  bands: number[];
}

interface Place {
  band: number;
  row: number;
}

/** Gives each chain the nearest free row beside the one it comes from; inner branches first. */
export function rowsOf(flow: Flow, chains: readonly Chain[], bandCount: number): Rows {
  const taken = new Map<string, { from: number; to: number }[]>();
  const places = new Map<Chain, Place>();
  const chainOf = new Map(chains.flatMap((chain) => chain.nodes.map((id) => [id, chain] as const)));
  const branches = groupBy(
    chains.filter(({ entry }) => entry !== undefined),
    ({ entry }) => known(chainOf, entry?.source ?? "").nodes[0] ?? "",
  );

  const put = (chain: Chain, near: Place | undefined) => {
    const place = freePlace(chain, near, taken);
    const key = `${place.band}/${place.row}`;
    taken.set(key, [...(taken.get(key) ?? []), { from: chain.from, to: chain.to }]);
    places.set(chain, place);
    return place;
  };

  // why: a stack of our own, because a drawing may be deeper than the browser's.
  const roots = chains
    .filter(({ entry }) => entry === undefined)
    .sort((a, b) => b.nodes.length - a.nodes.length);
  const waiting = roots.map((chain) => ({ chain, near: undefined as Place | undefined })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const place = put(next.chain, next.near);
    const own = innerFirst(flow, branches.get(next.chain.nodes[0] ?? "") ?? []);
    for (const chain of own.reverse()) waiting.push({ chain, near: place });
  }
  return numbered(chains, places, bandCount);
}

const innerFirst = (flow: Flow, chains: Chain[]) =>
  [...chains].sort((a, b) => {
    const y = (chain: Chain) => known(flow.nodes, chain.nodes[0] ?? "").y;
    return b.from - a.from || (a.side === "top" ? y(b) - y(a) : y(a) - y(b));
  });

function freePlace(
  chain: Chain,
  near: Place | undefined,
  taken: ReadonlyMap<string, { from: number; to: number }[]>,
): Place {
  const beside = near?.band === chain.band;
  const step = beside && chain.side === "top" ? -1 : 1;
  for (let row = beside ? near.row + step : 0; ; row += step) {
    const there = taken.get(`${chain.band}/${row}`) ?? [];
    if (!there.some(({ from, to }) => from <= chain.to && chain.from <= to)) {
      return { band: chain.band, row };
    }
  }
}

function numbered(chains: readonly Chain[], places: ReadonlyMap<Chain, Place>, bandCount: number): Rows {
  const used = [...places.values()];
  for (let band = 0; band < bandCount; band++) {
    if (!used.some((place) => place.band === band)) used.push({ band, row: 0 });
  }
  const sorted = [...new Map(used.map((place) => [`${place.band}/${place.row}`, place])).values()].sort(
    (a, b) => a.band - b.band || a.row - b.row,
  );
  const number = new Map(sorted.map(({ band, row }, index) => [`${band}/${row}`, index]));
  const row = new Map<string, number>();
  for (const chain of chains) {
    const { band, row: own } = known(places, chain);
    for (const id of chain.nodes) row.set(id, known(number, `${band}/${own}`));
  }
  return { row, bands: sorted.map(({ band }) => band) };
}
