import { Icon } from "../parts/icon.tsx";

export function PausedMark() {
  return (
    <span class="tag is-paused" title="What arrives waits in the inbox; schedules rest.">
      <Icon name="pause" size={12} /> paused
    </span>
  );
}
