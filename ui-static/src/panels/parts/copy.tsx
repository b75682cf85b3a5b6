import { useState } from "preact/hooks";
import { Icon } from "./icon.tsx";

export function CopyButton({ text, label = "Copy" }: { text: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 1_500);
    });
  };
  return (
    <button
      type="button"
      class="icon-button copy"
      title={copied ? "Copied" : label}
      aria-label={label}
      onClick={copy}
    >
      <Icon name={copied ? "check" : "copy"} size={14} />
    </button>
  );
}
