import { useEffect, useState } from "@bpmn-io/properties-panel/preact/hooks";
import type { CanvasElement } from "../model.ts";
import type { SampleData } from "./sample-data.ts";
import { useCanvasService } from "./services.ts";
import type { DataAtStep, Sees, StepData } from "./step-data.ts";

interface EventBus {
  on(event: string, act: () => void): void;
  off(event: string, act: () => void): void;
}

const nothing: DataAtStep = { known: [], values: {}, stored: {}, sample: undefined, pinned: new Set() };

/** What can be used at an element; follows changes of the drawing and new runs. */
export function useStepData(element: CanvasElement, sees: Sees): DataAtStep {
  const stepData = useCanvasService("stepData") as StepData;
  const samples = useCanvasService("sampleData") as SampleData;
  const eventBus = useCanvasService("eventBus") as EventBus;
  const [data, setData] = useState(nothing);

  useEffect(() => {
    let gone = false;
    const read = () => {
      stepData.at(element, sees).then(
        (found) => gone || setData(found),
        // why: a drawing that is half changed is read again with its next change.
        () => undefined,
      );
    };
    read();
    const stop = samples.onChange(read);
    eventBus.on("commandStack.changed", read);
    return () => {
      gone = true;
      stop();
      eventBus.off("commandStack.changed", read);
    };
  }, [element, sees, stepData, samples, eventBus]);

  return data;
}
