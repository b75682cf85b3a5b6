/** Takes a file by the file dialog or dropped upon it. */
export function ImportForm({ busy, read }: { busy: boolean; read: (file: File) => void }) {
  return (
    <label
      class="field import-field"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file !== undefined && !busy) read(file);
      }}
    >
      <span class="field__label">A BPMN 2.0 file</span>
      <input
        type="file"
        accept=".bpmn,.xml,.bpmn20.xml,application/xml,text/xml"
        disabled={busy}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file !== undefined) read(file);
          // why: the same file may be chosen again after it was mended.
          input.value = "";
        }}
      />
      <span class="field__help">
        From Camunda, or from any tool that draws BPMN 2.0; you can also drop it here. It becomes a
        draft. Nothing in it runs before you publish it.
      </span>
    </label>
  );
}
