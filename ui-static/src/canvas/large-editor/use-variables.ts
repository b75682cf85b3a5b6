import { useEffect, useState } from "@bpmn-io/properties-panel/preact/hooks";
import { useCanvasService } from "../data/services.ts";
import type { CanvasElement, ModdleObject } from "../model.ts";
import type { Suggested } from "../values/shape.ts";

interface VariableResolver {
  getVariablesForElement(object: ModdleObject): Promise<Suggested[]>;
}

/** What the editor of expressions suggests at an element. */
export function useVariables(element: CanvasElement): readonly Suggested[] {
  const resolver = useCanvasService("variableResolver") as VariableResolver;
  const [variables, setVariables] = useState<readonly Suggested[]>([]);
  useEffect(() => {
    let gone = false;
    resolver.getVariablesForElement(element.businessObject).then(
      (found) => gone || setVariables(found),
      // why: without suggestions an expression can still be written.
      () => undefined,
    );
    return () => void (gone = true);
  }, [resolver, element]);
  return variables;
}
