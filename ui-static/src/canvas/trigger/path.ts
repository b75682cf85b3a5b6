/** What is wrong with a webhook's path, or null. */
export function pathProblem(value: string | undefined): string | null {
  if (value === undefined || value === "") return "A webhook needs a path.";
  const fits = /^[A-Za-z0-9._~-]+(\/[A-Za-z0-9._~-]+)*$/.test(value);
  return fits ? null : "Letters, digits and . _ ~ - only, in parts between slashes.";
}
