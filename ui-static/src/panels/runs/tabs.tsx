/** The two ways to look at runs. */
export function RunsTabs({ here }: { here: "list" | "overview" }) {
  return (
    <nav class="tabs" aria-label="Runs">
      <a href="/runs" class="tabs__tab" aria-current={here === "list" ? "page" : undefined}>
        List
      </a>
      <a href="/overview" class="tabs__tab" aria-current={here === "overview" ? "page" : undefined}>
        Overview
      </a>
    </nav>
  );
}
