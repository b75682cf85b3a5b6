import { toast } from "../../../panels/parts/toasts.tsx";

/** Says what could not be taken as it is; the rest can be worked with. */
export function tellLeftOut(parts: readonly string[], templates: readonly string[]): void {
  if (parts.length > 0) {
    toast({
      text: `The file has parts that have no place in a workflow. They are left out at the next save: ${some(parts)}.`,
      failed: true,
    });
  }
  if (templates.length > 0) {
    const what = templates.length === 1 ? "One template is" : `${templates.length} templates are`;
    toast({ text: `${what} not valid and left out: ${some(templates)}.`, failed: true });
  }
}

const some = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
