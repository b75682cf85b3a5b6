/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { X } from "lucide";
import { useId, useLayoutEffect, useRef, useState } from "@bpmn-io/properties-panel/preact/hooks";
import { DataBar } from "../data/data-bar.tsx";
import { Glyph } from "../data/glyph.tsx";
import { Preview } from "../data/preview.tsx";
import { Signature } from "../data/signature.tsx";
import { useStepData } from "../data/use-step-data.ts";
import { quote } from "../feel/literal.ts";
import { LargeFoot } from "./large-foot.tsx";
import { laidOut } from "./language.ts";
import type { LargeRequest } from "./request.ts";
import { readText, writeText, type TextPart } from "./text-parts.ts";
import { useModal } from "./use-modal.ts";
import { useVariables } from "./use-variables.ts";
import { ExpressionWriting, TextWriting, type Put } from "./writing.tsx";

interface Props {
  request: LargeRequest;
  close: () => void;
}

/** A roomy place to write: what is saved is one step of undo, what is not saved never was. */
export function LargeDialog({ request, close }: Props) {
  const { element, label, takes, name } = request;
  const [source, setSource] = useState(request.source);
  const [room, setRoom] = useState(() => roomFor(request.source, takes, 0));
  const data = useStepData(element, "step");
  const variables = useVariables(element);
  const box = useRef<HTMLDialogElement>(null);
  const putter = useRef<Put>(undefined);
  const title = useId();
  const changed = source !== request.source;
  const modal = useModal(box, changed, close);
  const feel = source.startsWith("=") ? source.slice(1) : "";

  const save = () => {
    if (changed) request.write(source === "=" ? "" : source);
    modal.shut();
  };
  const rewrite = (next: string) => {
    setSource(next);
    setRoom(roomFor(next, room.is === "expression" ? "expression" : takes, room.turn + 1));
  };
  const change = (to: Room["is"]) => {
    if (to === room.is) return;
    const next = to === "expression" && !source.startsWith("=") ? (source === "" ? "=" : `=${quote(source)}`) : source;
    setSource(next);
    setRoom(roomFor(next, to === "expression" ? to : takes, room.turn + 1));
  };
  const sampleOf = (path: string) => data.known.find((one) => one.path === path)?.sample;

  useLayoutEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      save();
    };
    const dialog = box.current;
    // why: before the editor, for which this key is a new line.
    dialog?.addEventListener("keydown", keys, true);
    return () => dialog?.removeEventListener("keydown", keys, true);
  });

  return (
    <dialog ref={box} class="large-editor bio-properties-panel-popup" role="dialog" aria-labelledby={title} {...modal.on}>
      <header class="large-editor__head">
        <h2 id={title}>
          {label} <span class="soft">{element.businessObject.name ?? ""}</span>
        </h2>
        {takes === "both" ? <Modes is={room.is} sayable={room.is === "text" || readText(source) !== undefined} change={change} /> : null}
        <button type="button" class="icon-button" aria-label="Close without saving" onClick={modal.leave}>
          <Glyph node={X} />
        </button>
      </header>
      {room.is === "text" ? (
        <TextWriting
          key={room.turn}
          label={label}
          name={name}
          parts={room.parts}
          known={takes === "words" ? [] : data.known}
          putter={putter}
          change={(parts) => setSource(takes === "words" ? parts.map((part) => (part.is === "text" ? part.text : "")).join("") : writeText(parts, sampleOf))}
        />
      ) : (
        <ExpressionWriting key={room.turn} label={label} feel={feel} variables={variables} putter={putter} change={(next) => setSource(`=${next}`)} />
      )}
      {takes === "words" ? null : (
        <div class="large-editor__data">
          {room.is === "expression" ? <Signature field={box} /> : null}
          <DataBar data={data} insert={(value) => putter.current?.(value)} />
          {feel.trim() === "" ? null : <Preview expression={feel} data={data} />}
        </div>
      )}
      <LargeFoot modal={modal} changed={changed} laid={laidOut(source)} layOut={rewrite} save={save} source={source} />
    </dialog>
  );
}

type Room = { turn: number } & ({ is: "text"; parts: readonly TextPart[] } | { is: "expression" });

/** Text where it can be read as text, else the expression. */
function roomFor(source: string, takes: LargeRequest["takes"], turn: number): Room {
  const parts = takes === "expression" ? undefined : takes === "words" ? [{ is: "text" as const, text: source }] : readText(source);
  return parts === undefined ? { turn, is: "expression" } : { turn, is: "text", parts };
}

function Modes({ is, sayable, change }: { is: Room["is"]; sayable: boolean; change: (to: Room["is"]) => void }) {
  const note = sayable ? undefined : "This is more than text with values in it, so it stays an expression.";
  return (
    <div class="large-editor__modes" role="group" aria-label="Written as">
      <button type="button" class="button button--small" aria-pressed={is === "text"} disabled={!sayable} title={note} onClick={() => change("text")}>
        Text
      </button>
      <button type="button" class="button button--small" aria-pressed={is === "expression"} onClick={() => change("expression")}>
        Expression
      </button>
    </div>
  );
}
