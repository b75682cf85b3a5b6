/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { SelectEntry } from "@bpmn-io/properties-panel";
import { useEffect, useState } from "@bpmn-io/properties-panel/preact/hooks";
import { useService } from "bpmn-js-properties-panel";
import type { CanvasElement } from "../model.ts";
import { ConnectionCheck } from "./connection-check.tsx";
import type { Connections } from "./connections.ts";
import { pickerOptions } from "./picker-options.ts";

interface Props {
  element: CanvasElement;
  id: string;
  label: string;
  description?: string;
  /** What it says when there is none. */
  none: string;
  fitting: string[] | undefined;
  value: string;
  change: (name: string) => void;
  /** Where it will be used, as far as that is known: the test begins with it. */
  address?: string;
}

const fresh = "\u0000new";

/** A choice of the stored connections that fit, with a way to store one more. */
export function ConnectionPicker(props: Props) {
  const { element, id, label, description, none, fitting, value, change, address = "" } = props;
  const connections = useService("connections") as Connections;
  const [, setTurn] = useState(0);
  useEffect(() => connections.onChange(() => setTurn((turn) => turn + 1)), [connections]);

  const choose = (name: string) => {
    if (name !== fresh) return change(name);
    connections.request({ fitting, done: change });
    // why: the list shows the choice that was not made until it is drawn again.
    setTurn((turn) => turn + 1);
  };
  return (
    <>
      <SelectEntry
        element={element}
        id={id}
        label={label}
        {...(description === undefined ? {} : { description })}
        getValue={() => value}
        setValue={(name) => choose(name ?? "")}
        getOptions={() => [
          { value: "", label: none },
          ...pickerOptions(connections.known, fitting, value),
          { value: fresh, label: "New connection…" },
        ]}
      />
      {value === "" ? null : <ConnectionCheck name={value} connections={connections} address={address} />}
    </>
  );
}
