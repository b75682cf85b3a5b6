import type { ComparedRoute, Comparison, Interval, RouteAnswer } from "../../api/models.ts";
import { costWords } from "../../run/costs.ts";
import { milliseconds } from "../../run/model-words.ts";

interface Props {
  result: Comparison;
  prompts: readonly string[];
}

/** The answers side by side, their times with what can be told from them. */
export function Outcome({ result, prompts }: Props) {
  const { routes } = result;
  const longest = Math.max(1, ...routes.map(({ latency }) => latency?.high ?? 0));
  return (
    <div class="outcome">
      <p class="outcome__verdict" role="status">
        {verdict(result)}
      </p>
      <table class="table" aria-label="Times">
        <thead>
          <tr>
            <th>Route</th>
            <th>Runs on</th>
            <th class="is-wide">Time to the answer, half of them within</th>
            <th class="is-number">Failed</th>
            <th class="is-number">Cost</th>
          </tr>
        </thead>
        <tbody>
          {routes.map((route) => (
            <tr key={route.name}>
              <td>
                <strong>{route.name}</strong>
              </td>
              <td class="soft">
                {route.hardware} <span class="faint">{route.evidence}</span>
              </td>
              <td class="is-wide">
                {route.latency === undefined ? (
                  <span class="soft">too few answers to tell</span>
                ) : (
                  <Span interval={route.latency} longest={longest} />
                )}
              </td>
              <td class="is-number">{route.answers.filter(({ error }) => error !== undefined).length}</td>
              <td class="is-number">{costOf(route)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {prompts.map((prompt, at) => (
        <section key={at} class="outcome__prompt" aria-label={`Prompt ${at + 1}`}>
          <h3>{prompt}</h3>
          <div class="outcome__answers" style={{ "--routes": `${routes.length}` }}>
            {routes.map((route) => (
              <Answer key={route.name} name={route.name} answer={route.answers[at]} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

/** The median, and the range in which it lies in 95 of 100 such comparisons. */
function Span({ interval, longest }: { interval: Interval; longest: number }) {
  const percent = (time: number) => `${(100 * time) / longest}%`;
  const words = `${milliseconds(interval.median)} (between ${milliseconds(interval.low)} and ${milliseconds(interval.high)}, of ${interval.count})`;
  return (
    <span class="outcome__span" title={words}>
      <span class="outcome__bar" aria-hidden="true">
        <i style={{ left: percent(interval.low), right: `calc(100% - ${percent(interval.high)})` }} />
        <b style={{ left: percent(interval.median) }} />
      </span>
      {words}
    </span>
  );
}

function Answer({ name, answer }: { name: string; answer: RouteAnswer | undefined }) {
  if (answer === undefined) return <div class="outcome__answer soft">{name} was not asked.</div>;
  return (
    <div class="outcome__answer">
      <span class="soft small">
        {name} · {milliseconds(answer.latency)}
        {answer.firstToken === undefined ? "" : ` · first word ${milliseconds(answer.firstToken)}`}
      </span>
      {answer.error === undefined ? (
        <p>{answer.text}</p>
      ) : (
        <p class="text-failed">{answer.error}</p>
      )}
    </div>
  );
}

function verdict({ fastest, routes }: Comparison): string {
  if (routes.length === 1) return "One route: there is nothing to compare it with.";
  if (fastest !== undefined) return `${fastest} is the fastest: its range lies below all others.`;
  return routes.some(({ latency }) => latency === undefined)
    ? "No verdict: there are too few answers. Ask more prompts."
    : "No verdict: the ranges overlap. Ask more prompts, or take them as equally fast.";
}

/** Unknown as soon as one answer's cost is. */
function costOf({ answers }: ComparedRoute): string {
  const given = answers.filter(({ error }) => error === undefined);
  if (given.length === 0) return "–";
  return given.every(({ cost }) => cost !== undefined)
    ? costWords(given.reduce((sum, { cost = 0 }) => sum + cost, 0))
    : "unknown";
}
