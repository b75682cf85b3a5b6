import { createContext } from "@bpmn-io/properties-panel/preact";
import { useContext } from "@bpmn-io/properties-panel/preact/hooks";
import { useService } from "bpmn-js-properties-panel";

type Get = (name: string) => unknown;

/** The canvas's services for what is drawn outside of the panel, such as a dialog of its fields. */
export const Services = createContext<Get | undefined>(undefined);

/** A service of the canvas, inside of the panel or of what it opened. */
export function useCanvasService(name: string): unknown {
  const outside = useContext(Services);
  const inside = useService(name);
  return outside === undefined ? inside : outside(name);
}
