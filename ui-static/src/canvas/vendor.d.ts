/** The parts of untyped packages that the canvas uses. */

declare module "@bpmn-io/properties-panel/preact/jsx-runtime" {
  export * from "preact/jsx-runtime";
}

declare module "@bpmn-io/properties-panel/preact" {
  export * from "preact";
}

declare module "@bpmn-io/properties-panel/preact/hooks" {
  export * from "preact/hooks";
}

declare module "@bpmn-io/properties-panel" {
  import type { FunctionComponent } from "preact";

  interface EntryProps {
    element: unknown;
    id: string;
    label: string;
    description?: string;
    getValue: () => string;
    setValue: (value: string | undefined) => unknown;
    debounce?: unknown;
    validate?: (value: string | undefined) => string | null | undefined;
    disabled?: boolean;
  }
  export const TextFieldEntry: FunctionComponent<EntryProps>;
  export const SelectEntry: FunctionComponent<
    EntryProps & { getOptions: () => { value: string; label: string }[] }
  >;
  export const Group: FunctionComponent<object>;
  export function isTextFieldEntryEdited(node: unknown): boolean;
  export function isSelectEntryEdited(node: unknown): boolean;
}

declare module "@bpmn-io/feel-editor" {
  import type { Extension } from "@codemirror/state";

  export default class FeelEditor {
    constructor(options: {
      container: HTMLElement;
      value: string;
      variables: object[];
      extensions?: Extension[];
      contentAttributes?: Record<string, string>;
      onChange?: (value: string) => void;
    });
    focus(position?: number): void;
    setVariables(variables: object[]): void;
  }
}

declare module "bpmn-js-properties-panel" {
  export function useService(name: string): unknown;
}

declare module "camunda-bpmn-js/lib/camunda-cloud/Modeler" {
  import Modeler from "bpmn-js/lib/Modeler";
  export default Modeler;
}

declare module "camunda-bpmn-js/lib/camunda-cloud/NavigatedViewer" {
  import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
  export default NavigatedViewer;
}

declare module "bpmn-js-native-copy-paste/lib/PasteUtil.js" {
  export function createReviver(moddle: unknown): (key: string, value: unknown) => unknown;
}
