import { useState } from "preact/hooks";
import { idFromName } from "./diagrams.ts";

export function BlankForm({ create }: { create: (name: string) => void }) {
  const [name, setName] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    create(name.trim());
  };
  return (
    <form class="field" style={{ gap: "12px" }} onSubmit={submit}>
      <label class="field">
        <span class="field__label">Name</span>
        <input
          class="input"
          required
          pattern=".*\S.*"
          maxLength={80}
          placeholder="Weekly digest"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <span class="field__help">
          {name.trim() === "" ? "What it does, in two or three words." : `Its id: ${idFromName(name)}`}
        </span>
      </label>
      <span>
        <button type="submit" class="button button--main">
          Create
        </button>
      </span>
    </form>
  );
}
