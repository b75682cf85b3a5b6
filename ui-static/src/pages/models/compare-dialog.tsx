import { useState } from "preact/hooks";
import type { Asks, ComparisonRequest, ModelNow } from "../../api/models.ts";
import { Dialog } from "../../panels/parts/dialog.tsx";
import { Trouble } from "../../panels/parts/messages.tsx";
import { Lasted } from "../../panels/parts/time.tsx";
import { costWords } from "../../run/costs.ts";
import { Outcome } from "./outcome.tsx";
import { promptsIn } from "./prompts.ts";
import { useComparison, type Comparing } from "./use-comparison.ts";

interface Props {
  model: ModelNow;
  close: () => void;
}

/** The same prompts on each route of a model: what that takes is said first. */
export function CompareDialog({ model, close }: Props) {
  const [text, setText] = useState("");
  const [maxTokens, setMaxTokens] = useState(300);
  const comparison = useComparison(model.alias);
  const { state } = comparison;
  // why also while counting: what is counted is what is sent
  const fixed = state.is === "counting" || state.is === "running";
  const request: ComparisonRequest = { prompts: promptsIn(text), maxTokens };

  return (
    <Dialog
      title={model.routes.length === 1 ? `Measure ${model.alias}` : `Compare the routes of ${model.alias}`}
      wide
      close={close}
      foot={
        <Foot
          state={state}
          ready={request.prompts.length > 0}
          count={() => comparison.count(request)}
          run={(asks) => comparison.run(request, asks)}
          back={comparison.stop}
          close={close}
        />
      }
    >
      {state.is === "done" ? (
        <Outcome result={state.result} prompts={request.prompts} />
      ) : (
        <form class="form" onSubmit={(event) => event.preventDefault()}>
          {state.is === "writing" && state.problem !== undefined ? <Trouble problem={state.problem} /> : null}
          <label class="field">
            <span class="field__label">Prompts</span>
            <textarea
              class="input models__prompts"
              rows={8}
              value={text}
              disabled={fixed}
              onInput={(event) => {
                setText(event.currentTarget.value);
                if (state.is === "asking") comparison.stop();
              }}
            />
            <span class="field__help">
              As they would be sent; an empty line begins the next. From six on there is a range for each route; more make it narrower.
            </span>
          </label>
          <label class="field">
            <span class="field__label">Longest answer, in tokens</span>
            <input
              class="input models__tokens"
              type="number"
              min={1}
              max={4000}
              value={maxTokens}
              disabled={fixed}
              onInput={(event) => {
                setMaxTokens(event.currentTarget.valueAsNumber || 300);
                if (state.is === "asking") comparison.stop();
              }}
            />
          </label>
        </form>
      )}
    </Dialog>
  );
}

interface FootProps {
  state: Comparing;
  ready: boolean;
  count: () => void;
  run: (asks: Asks) => void;
  back: () => void;
  close: () => void;
}

function Foot({ state, ready, count, run, back, close }: FootProps) {
  switch (state.is) {
    case "writing":
    case "counting":
      return (
        <>
          <span class="dialog__note soft small">Nothing is sent before you have seen how many calls it is.</span>
          <button type="button" class="button button--main" disabled={!ready || state.is === "counting"} onClick={count}>
            Count the calls
          </button>
        </>
      );
    case "asking":
      return (
        <>
          <span class="dialog__note" role="status">
            {takes(state.asks)}
          </span>
          <button type="button" class="button button--main" onClick={() => run(state.asks)}>
            Send them
          </button>
        </>
      );
    case "running":
      return (
        <>
          <span class="dialog__note soft" role="status">
            {calls(state.asks)} under way… <Lasted from={new Date(state.since).toISOString()} />
          </span>
          <button type="button" class="button" onClick={back}>
            Stop
          </button>
        </>
      );
    case "done":
      return (
        <>
          <button type="button" class="button" onClick={back}>
            Other prompts
          </button>
          <button type="button" class="button button--main" onClick={close}>
            Done
          </button>
        </>
      );
  }
}

const calls = ({ calls: count }: Asks) => (count === 1 ? "1 call" : `${count} calls`);

const takes = (asks: Asks) =>
  `${calls(asks)}, ${asks.cost === undefined ? "at a cost that is not known" : `up to ${costWords(asks.cost)}`}.`;
