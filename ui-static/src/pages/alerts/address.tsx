import { useState } from "preact/hooks";
import { sentence } from "../../panels/parts/messages.tsx";

/** Under which address the links in alerts lead here. */
export function Address(props: { address: string; save: (address: string) => Promise<void> }) {
  const [address, setAddress] = useState(props.address);
  const [problem, setProblem] = useState("");
  const keep = (event: Event) => {
    event.preventDefault();
    setProblem("");
    props.save(address.trim()).catch((trouble: unknown) => setProblem(sentence(trouble)));
  };
  return (
    <form class="alerts__address" onSubmit={keep}>
      <label class="field">
        <span class="field__label">Links in alerts lead to</span>
        <input
          class="input"
          type="url"
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <span class="field__help">
          The address under which the people who are told reach this Wireroom.
        </span>
      </label>
      <button type="submit" class="button" disabled={address.trim() === props.address}>
        Keep
      </button>
      {problem === "" ? null : (
        <p class="alerts__wrong" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
