import { useEffect, useState } from "preact/hooks";
import type { Variables } from "../../../api/types.ts";
import type { TrialRequest } from "../../../canvas/try-step/index.ts";
import type { Source } from "../../../canvas/data/sample-data.ts";
import type { Table } from "../table.ts";

/** What the step is given: of a run or a request, or of the example that is kept of it. */
export interface Given {
  /** Undefined while they are looked up. */
  values: Variables | undefined;
  sources: readonly Source[];
  source: string;
  choose: (source: string) => void;
}

const own = "example";

export function useGiven(table: Table, { element }: TrialRequest): Given {
  const { sampleData, tryStep } = table;
  const example = sampleData.examples?.get(element.id);
  const [mine, setMine] = useState(example !== undefined);
  const [read, setRead] = useState<Variables>();
  const [, setTurn] = useState(0);

  useEffect(() => {
    let gone = false;
    const look = () => {
      tryStep.given(element).then(
        ({ stored }) => gone || setRead(stored),
        () => gone || setRead({}),
      );
      setTurn((turn) => turn + 1);
    };
    look();
    const stop = sampleData.onChange(look);
    return () => {
      gone = true;
      stop();
    };
  }, [element, sampleData, tryStep]);

  const useMine = mine && example !== undefined;
  const none = { id: "", label: "nothing yet" };
  return {
    values: useMine ? example.values : read,
    sources: [
      ...(example === undefined ? [] : [{ id: own, label: "your example" }]),
      ...(sampleData.sources.length === 0 ? [none] : sampleData.sources),
    ],
    source: useMine ? own : (sampleData.sample?.source.id ?? ""),
    choose: (source) => {
      setMine(source === own);
      if (source !== own && source !== "") sampleData.choose(source);
    },
  };
}
