import type { ComponentChildren } from "preact";
import { Dialog } from "../../../panels/parts/dialog.tsx";

interface Props {
  title: string;
  /** The verb on the button. */
  act: string;
  back?: string;
  danger?: boolean;
  wide?: boolean;
  ready: boolean;
  go: () => void;
  close: () => void;
  children: ComponentChildren;
}

/** A dialog with the thing to do and the way back. Ctrl Enter does it. */
export function AskDialog(props: Props) {
  return (
    <Dialog
      title={props.title}
      wide={props.wide ?? false}
      close={props.close}
      foot={
        <>
          <button type="button" class="button" onClick={props.close}>
            {props.back ?? "Leave it as it is"}
          </button>
          <button
            type="button"
            class={props.danger === true ? "button button--danger" : "button button--main"}
            disabled={!props.ready}
            onClick={props.go}
          >
            {props.act}
          </button>
        </>
      }
    >
      <div
        class="ask"
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && props.ready) props.go();
        }}
      >
        {props.children}
      </div>
    </Dialog>
  );
}
