import { Icon } from "../../panels/parts/icon.tsx";
import { Menu } from "../../panels/parts/menu.tsx";
import type { NewKind } from "./new-workflow.tsx";

export function NewMenu({ choose }: { choose: (kind: NewKind) => void }) {
  return (
    <Menu
      look="main"
      label={
        <>
          <Icon name="add" /> New workflow
        </>
      }
      items={[
        { icon: "add", label: "Blank page", act: () => choose("blank") },
        { icon: "gallery", label: "From a template", act: () => choose("template") },
        { icon: "import", label: "Import a .bpmn file", act: () => choose("import") },
      ]}
    />
  );
}
