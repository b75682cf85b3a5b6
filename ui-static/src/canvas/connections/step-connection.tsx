/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { useService } from "bpmn-js-properties-panel";
import { inputOf, type CanvasElement } from "../model.ts";
import { ConnectionPicker } from "./picker.tsx";
import type { StepInputs } from "./step-inputs.ts";

export function StepConnection({ element, id }: { element: CanvasElement; id: string }) {
  const inputs = useService("stepInputs") as StepInputs;
  const source = inputOf(element.businessObject, "connection") ?? "";
  const url = inputOf(element.businessObject, "url") ?? "";
  const quoted = /^=\s*"([\w.-]+)"\s*$/.exec(source)?.[1];
  return (
    <ConnectionPicker
      element={element}
      id={id}
      label="Connection"
      description="The stored credentials that it signs in with."
      none="None"
      fitting={["basic", "api-key", "bearer"]}
      value={quoted ?? source}
      address={url.startsWith("=") ? "" : url}
      change={(name) => inputs.change(element, "connection", name)}
    />
  );
}
