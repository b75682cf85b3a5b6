import { useState } from "preact/hooks";
import { Icon } from "../parts/icon.tsx";

type Theme = "system" | "light" | "dark";

const next: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const icon = { system: "monitor", light: "sun", dark: "moon" } as const;
const word: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

function remembered(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function remember(theme: Theme): void {
  if (theme === "system") {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem("wireroom.theme");
  } else {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem("wireroom.theme", theme);
  }
}

export function ThemeButton() {
  const [theme, setTheme] = useState(remembered);
  const change = () => {
    remember(next[theme]);
    setTheme(next[theme]);
  };
  return (
    <button
      type="button"
      class="rail__link"
      aria-label={`Theme: ${word[theme]}. Change to ${word[next[theme]].toLowerCase()}`}
      data-tip={`Theme: ${word[theme].toLowerCase()}`}
      onClick={change}
    >
      <Icon name={icon[theme]} size={20} />
    </button>
  );
}
