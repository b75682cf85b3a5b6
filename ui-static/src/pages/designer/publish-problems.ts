import type { ApiProblem } from "../../api/http.ts";
import type { Problem } from "../../api/types.ts";

/** The problems of a refused publish: in its errors, `path` is the element's id. */
export function problemsIn(refusal: ApiProblem): Problem[] {
  return refusal.errors.map(({ path, message }) => ({
    ...(path === "" ? {} : { elementId: path }),
    severity: "error",
    message,
  }));
}
