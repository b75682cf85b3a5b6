const choices: Record<string, string> = {
  "0s": "Not at all",
  "1h": "For one hour",
  "24h": "For one day",
  "7d": "For a week",
};

/** Senders change their secret a little earlier or later than we do. */
export function KeepPrevious(props: { value: string; change: (value: string) => void }) {
  return (
    <label class="field">
      <span class="field__label">Webhooks accept the old values, too</span>
      <select
        class="select"
        value={props.value}
        onChange={(event) => props.change(event.currentTarget.value)}
      >
        {Object.entries(choices).map(([time, words]) => (
          <option key={time} value={time}>
            {words}
          </option>
        ))}
      </select>
      <span class="field__help">
        So that nothing is refused while the sender changes over. Steps and models use the new
        values at once.
      </span>
    </label>
  );
}
