/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { SelectEntry, TextFieldEntry } from "@bpmn-io/properties-panel";
import { useService } from "bpmn-js-properties-panel";
import { propertyOf, type CanvasElement } from "../model.ts";
import type { Inbound } from "./inbound.ts";

export interface EntryProps {
  element: CanvasElement;
  id: string;
}

export const useInbound = () => useService("inbound") as Inbound;

export const options = (all: Record<string, string>) => () =>
  Object.entries(all).map(([value, label]) => ({ value, label }));

/** A property that is one of a few words; the first is what it is when it is not there. */
export const choice = (
  property: string,
  label: string,
  all: Record<string, string>,
  description?: string,
) =>
  function Choice({ element, id }: EntryProps) {
    const inbound = useInbound();
    const first = Object.keys(all)[0] ?? "";
    return (
      <SelectEntry
        element={element}
        id={id}
        label={label}
        {...(description === undefined ? {} : { description })}
        getValue={() => propertyOf(element.businessObject, property) ?? first}
        setValue={(value) => inbound.change(element, { [property]: value ?? "" })}
        getOptions={options(all)}
      />
    );
  };

/** A property that is text. */
export const line = (
  property: string,
  label: string,
  rest: { description?: string; validate?: (value: string | undefined) => string | null } = {},
) =>
  function Line({ element, id }: EntryProps) {
    const inbound = useInbound();
    const debounce = useService("debounceInput");
    return (
      <TextFieldEntry
        element={element}
        id={id}
        label={label}
        {...rest}
        debounce={debounce}
        getValue={() => propertyOf(element.businessObject, property) ?? ""}
        setValue={(value) => inbound.change(element, { [property]: value ?? "" })}
      />
    );
  };
