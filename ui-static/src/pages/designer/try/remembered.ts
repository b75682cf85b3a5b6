const place = (workflow: string, start: string | undefined) =>
  `wireroom.try.${workflow}${start === undefined ? "" : `.${start}`}`;

/** What this browser ran the draft with the last time. */
export const rememberedValues = (workflow: string, start: string | undefined): string | undefined =>
  localStorage.getItem(place(workflow, start)) ?? undefined;

export function rememberValues(workflow: string, start: string | undefined, text: string): void {
  try {
    localStorage.setItem(place(workflow, start), text);
  } catch {
    // why: a full storage must not stop the run; it is only typed again the next time.
  }
}
