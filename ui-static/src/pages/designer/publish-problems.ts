import type { ApiProblem } from "../../api/http.ts";
import type { Problem } from "../../api/types.ts";

/**
 * The problems of a refused publish. The engine gives them as such, or as the plain
 * `{path, message}` of problem+json, where the path is the element's id.
 */
export function problemsIn(refusal: ApiProblem): Problem[] {
  const body = refusal.body as { problems?: Problem[] };
  if (Array.isArray(body.problems)) return body.problems;
  return refusal.errors.map(({ path, message }) => ({
    ...(path === "" ? {} : { elementId: path }),
    severity: "error",
    message,
  }));
}
