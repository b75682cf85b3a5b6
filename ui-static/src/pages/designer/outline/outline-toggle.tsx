import { Icon } from "../../../panels/parts/icon.tsx";

export const toggleId = "outline-toggle";

export function OutlineToggle({ shown, toggle }: { shown: boolean; toggle: () => void }) {
  return (
    <div class="view-bar">
      <button
        id={toggleId}
        type="button"
        class="button button--quiet button--small"
        aria-expanded={shown}
        title="O"
        onClick={toggle}
      >
        <Icon name="outline" size={14} /> Outline
      </button>
    </div>
  );
}
