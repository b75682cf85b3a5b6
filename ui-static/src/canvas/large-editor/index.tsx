/** @jsxImportSource @bpmn-io/properties-panel/preact */
import type { FunctionComponent } from "@bpmn-io/properties-panel/preact";
import { Services } from "../data/services.ts";
import type { CanvasElement } from "../model.ts";
import { LargeDialog } from "./large-dialog.tsx";
import type { LargeRequest } from "./request.ts";

interface EventBus {
  fire(event: string, payload: object): void;
}
interface Injector {
  get(name: string): unknown;
}
/** The panel's own service for what opens out of a field. */
interface Popups {
  registerProvider(type: string, provider: FunctionComponent<Opened>): void;
}
interface Opened {
  element: CanvasElement;
  label: string;
  value?: string;
  onInput: (value: string) => void;
  onClose: () => void;
  request?: LargeRequest;
}

/** Fields that open large: by our button or by the panel's own, always in the same dialog. */
export class LargeEditor {
  static $inject = ["feelPopup", "eventBus", "injector"];

  readonly #eventBus: EventBus;

  constructor(popups: Popups, eventBus: EventBus, injector: Injector) {
    this.#eventBus = eventBus;
    const services = (name: string) => injector.get(name);
    const dialog = (requestOf: (opened: Opened) => LargeRequest | undefined): FunctionComponent<Opened> =>
      function Large(opened) {
        const request = requestOf(opened);
        return request === undefined ? null : (
          <Services.Provider value={services}>
            <LargeDialog request={request} close={opened.onClose} />
          </Services.Provider>
        );
      };
    popups.registerProvider("large", dialog(({ request }) => request));
    popups.registerProvider("feel", dialog(ofExpression));
    popups.registerProvider("text", dialog(ofText));
  }

  /** `from` gets the keyboard back. */
  open({ from, ...request }: LargeRequest & { from: HTMLElement }): void {
    const { element, label } = request;
    this.#eventBus.fire("propertiesPanel.openPopup", {
      type: "large",
      entryId: `large-${request.name}`,
      element,
      label,
      sourceElement: from,
      request,
    });
  }
}

/** The panel hands expressions over without their “=”. */
const ofExpression = ({ element, label, value = "", onInput }: Opened): LargeRequest => ({
  element,
  name: "",
  label,
  source: `=${value}`,
  takes: "expression",
  write: (source) => onInput(source.replace(/^=/, "")),
});

const ofText = ({ element, label, value = "", onInput }: Opened): LargeRequest => ({
  element,
  name: "",
  label,
  source: value,
  takes: "words",
  write: onInput,
});

export const largeEditorModule = {
  __init__: ["largeEditor"],
  largeEditor: ["type", LargeEditor],
};
