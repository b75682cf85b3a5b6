/** What is wrong with a form's JSON, or undefined; the engine looks closer when it is saved. */
export function formProblem(text: string): string | undefined {
  try {
    const form = JSON.parse(text) as { components?: unknown } | null;
    return Array.isArray(form?.components)
      ? undefined
      : "A form has its fields in “components”, a list.";
  } catch (error) {
    return `This is not JSON yet: ${(error as Error).message}`;
  }
}
