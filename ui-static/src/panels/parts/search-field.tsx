import { Icon } from "./icon.tsx";

export function SearchField(props: {
  label: string;
  value: string;
  change: (text: string) => void;
}) {
  return (
    <div class="search">
      <Icon name="search" size={16} />
      <input
        class="input"
        type="search"
        placeholder={`${props.label}…`}
        aria-label={props.label}
        value={props.value}
        onInput={(event) => props.change(event.currentTarget.value)}
      />
    </div>
  );
}
