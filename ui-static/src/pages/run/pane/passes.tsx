import type { Step } from "../../../api/types.ts";
import { Icon } from "../../../panels/parts/icon.tsx";
import { placeWords, type Place } from "../../../run/places.ts";

interface Props {
  step: Step;
  siblings: Step[];
  places: readonly Place[];
  choose: (what: { step: string }) => void;
}

/** The same step in another item of its loop, or in another pass. */
export function Passes({ step, siblings, places, choose }: Props) {
  const at = siblings.findIndex((one) => one.id === step.id);
  const failed = siblings.findIndex((one, index) => index > at && one.status === "failed");
  const firstFailed = siblings.findIndex((one) => one.status === "failed");
  const nextFailed = failed >= 0 ? failed : firstFailed;
  const go = (to: number) => {
    const next = siblings[Math.min(siblings.length - 1, Math.max(0, to))];
    if (next !== undefined) choose({ step: next.id });
  };
  const what = places.length > 0 ? "item" : "pass";
  return (
    <div class="pane__passes">
      <button
        type="button"
        class="icon-button"
        aria-label={`The ${what} before`}
        disabled={at <= 0}
        onClick={() => go(at - 1)}
      >
        <span class="pane__back">
          <Icon name="right" />
        </span>
      </button>
      <label class="cluster">
        {what}
        <input
          class="input pane__pass"
          type="number"
          min={1}
          max={siblings.length}
          aria-label={`Which ${what}`}
          title={placeWords(places)}
          value={at + 1}
          onChange={(event) => {
            const wanted = Number(event.currentTarget.value);
            if (Number.isInteger(wanted)) go(wanted - 1);
          }}
        />
        of {siblings.length}
      </label>
      <button
        type="button"
        class="icon-button"
        aria-label={`The ${what} after`}
        disabled={at >= siblings.length - 1}
        onClick={() => go(at + 1)}
      >
        <Icon name="right" />
      </button>
      {nextFailed >= 0 && nextFailed !== at ? (
        <button type="button" class="button button--quiet button--small pane__failed" onClick={() => go(nextFailed)}>
          Next that failed
        </button>
      ) : null}
    </div>
  );
}
