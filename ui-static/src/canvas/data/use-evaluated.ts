import { useEffect, useState } from "@bpmn-io/properties-panel/preact/hooks";
import { ApiProblem } from "../../api/http.ts";
import { evaluate, type Evaluated } from "../../api/expressions.ts";
import type { Variables } from "../../api/types.ts";
import { namedIn } from "./step-values.ts";

/** Typing rests this long before the engine is asked. */
const rests = 250;

/** What an expression comes to; the answer before stays until the next one is there. */
export function useEvaluated(expression: string | undefined, values: Variables): Evaluated | undefined {
  const [answer, setAnswer] = useState<Evaluated>();
  const asked = expression === undefined ? undefined : JSON.stringify(namedIn(expression, values));

  useEffect(() => {
    if (expression === undefined || asked === undefined) return setAnswer(undefined);
    let gone = false;
    const ask = () => {
      evaluate(expression, JSON.parse(asked) as Variables).then(
        (found) => gone || setAnswer(found),
        (problem: unknown) => gone || setAnswer(unanswered(problem)),
      );
    };
    const timer = setTimeout(ask, rests);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [expression, asked]);

  return answer;
}

/** A viewer, or an engine that is away, gets no preview: that is no mistake of the expression. */
function unanswered(problem: unknown): Evaluated | undefined {
  return problem instanceof ApiProblem && (problem.status === 413 || problem.status === 422)
    ? { error: { message: problem.message, suggestion: "" } }
    : undefined;
}
