import { useEffect } from "preact/hooks";
import type { Desk } from "../use-designer.ts";

/** However printing is asked for: the paper shows the name and the whole drawing, nothing else. */
export function usePrint({ table, name }: Desk): void {
  useEffect(() => {
    if (table === undefined) return;
    let sheet: HTMLElement | undefined;
    const before = () => {
      sheet?.remove();
      sheet = document.createElement("section");
      sheet.className = "print-sheet";
      const title = document.createElement("h1");
      title.textContent = name;
      sheet.append(title, table.comfort.picture.element(name));
      document.body.append(sheet);
    };
    const after = () => sheet?.remove();
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
      after();
    };
  }, [table, name]);
}
