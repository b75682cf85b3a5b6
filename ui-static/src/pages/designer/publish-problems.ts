import type { ApiProblem } from "../../api/http.ts";
import type { Problem } from "../../api/types.ts";

/**
 * The problems of a refused publish: in its errors, `path` is the element's id. Those that are known
 * already are told as they were.
 */
export function problemsIn(refusal: ApiProblem, known: readonly Problem[]): Problem[] {
  return refusal.errors.map(({ path, message }) => {
    const elementId = path === "" ? undefined : path;
    const same = known.find(
      (one) => (one.elementId ?? undefined) === elementId && saying(one) === message,
    );
    return same ?? { ...(elementId === undefined ? {} : { elementId }), severity: "error", message };
  });
}

/** As the engine writes it into an error. */
const saying = ({ message, fix }: Problem) => (fix == null ? message : `${message} ${fix}`);

/** Stands in the way of publishing. About expressions, the engine has the last word. */
export const stands = ({ severity, about }: Problem): boolean =>
  severity === "error" && about?.startsWith("expression:") !== true;
