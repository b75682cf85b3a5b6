import { useState } from "preact/hooks";
import { Icon, type IconName } from "./icon.tsx";

interface Props {
  text: string;
  label?: string;
  icon?: IconName;
}

export function CopyButton({ text, label = "Copy", icon = "copy" }: Props) {
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
      <Icon name={copied ? "check" : icon} size={14} />
    </button>
  );
}
