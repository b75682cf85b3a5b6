/** What is wrong with a webhook's path, or null. */
export function pathProblem(value: string | undefined): string | null {
  if (value === undefined || value === "") return "A path is needed.";
  const fits = /^[a-z0-9][a-z0-9._~-]*(\/[a-z0-9][a-z0-9._~-]*)*$/.test(value);
  return fits ? null : "Small letters, digits and . _ ~ - only, in parts between slashes.";
}

/** A form's path has one part. */
export const formPathProblem = (value: string | undefined): string | null =>
  /^[a-z0-9][a-z0-9-]*$/.test(value ?? "") ? null : "Small letters, digits and dashes.";

export const addressProblem = (value: string | undefined): string | null =>
  /^https?:\/\/\S+$/.test(value ?? "") ? null : "An address that begins with https://";
