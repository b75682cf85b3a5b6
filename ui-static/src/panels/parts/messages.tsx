import type { ComponentChildren } from "preact";
import { ApiProblem } from "../../api/http.ts";
import { Icon, type IconName } from "./icon.tsx";

export function Empty(props: {
  icon: IconName;
  title: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
}) {
  return (
    <div class="nothing">
      <Icon name={props.icon} size={28} />
      <h2>{props.title}</h2>
      {props.children === undefined ? null : <p>{props.children}</p>}
      {props.actions === undefined ? null : <div class="nothing__actions">{props.actions}</div>}
    </div>
  );
}

/** What happened, what to do; the raw text one click away. */
export function Trouble({ problem, again }: { problem: unknown; again?: () => void }) {
  const known = problem instanceof ApiProblem ? problem : undefined;
  return (
    <div class="notice is-failed" role="alert">
      <Icon name="alert" />
      <div class="notice__body">
        <strong>{sentence(problem)}</strong>
        {known?.hint ? <span>{known.hint}</span> : null}
        {known?.errors.map((error) => (
          <span key={error.path + error.message}>
            {error.path === "" ? null : <code>{error.path} </code>}
            {error.message}
          </span>
        ))}
      </div>
      {again === undefined ? null : (
        <button type="button" class="button button--small" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

export function sentence(problem: unknown): string {
  if (problem instanceof Error) return problem.message;
  return String(problem);
}

export function SkeletonRows({ columns, rows = 6 }: { columns: number; rows?: number }) {
  return (
    <>
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row} class="skeleton-row" aria-hidden="true">
          {Array.from({ length: columns }, (_, column) => (
            <td key={column}>
              <span
                class="skeleton"
                style={{ width: `${40 + ((row * 7 + column * 13) % 50)}%`, minWidth: "48px" }}
              />
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}
