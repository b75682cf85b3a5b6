/** A refusal of the engine (problem+json), or the engine being out of reach (status 0). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly { path: string; message: string }[];
  readonly body: unknown;

  constructor(status: number, title: string, body: unknown = {}) {
    super(title);
    this.name = "ApiProblem";
    this.status = status;
    this.body = body;
    const fields = isObject(body) ? body : {};
    this.detail = typeof fields.detail === "string" ? fields.detail : "";
    this.errors = Array.isArray(fields.errors)
      ? (fields.errors as { path: string; message: string }[])
      : [];
  }

  /** One or two sentences for a person. */
  get sentence(): string {
    return this.detail === "" || this.detail === this.message
      ? this.message
      : `${this.message}: ${this.detail}`;
  }
}

interface Call {
  method?: "GET" | "PUT" | "POST" | "DELETE";
  json?: unknown;
  xml?: string;
  headers?: Record<string, string>;
  /** Leave a 401 to the caller instead of going to the sign-in page. */
  anonymous?: boolean;
}

/** Sends a request to the engine; throws {@link ApiProblem} for every answer that is not 2xx. */
export async function call(path: string, options: Call = {}): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json", ...options.headers };
  let body: string | undefined;
  if (options.xml !== undefined) {
    headers["content-type"] = "application/xml";
    body = options.xml;
  } else if (options.json !== undefined) {
    headers["content-type"] = "application/json";
    body = JSON.stringify(options.json);
  }
  const method = options.method ?? "GET";
  const answer = await send(path, { method, headers, ...(body === undefined ? {} : { body }) });
  if (answer.ok) return answer;
  if (answer.status === 401 && options.anonymous !== true) goToSignIn();
  throw await problem(answer);
}

export async function callJson<T>(path: string, options: Call = {}): Promise<T> {
  return (await (await call(path, options)).json()) as T;
}

export function goToSignIn(): void {
  const here = location.pathname + location.search;
  location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: "same-origin", cache: "no-store", ...init });
  } catch (cause) {
    throw new ApiProblem(0, "The engine does not answer", {
      detail: `Is ./wireroom start still running? (${String(cause)})`,
    });
  }
}

async function problem(answer: Response): Promise<ApiProblem> {
  const body: unknown = await answer.json().catch(() => ({}));
  const title = isObject(body) && typeof body.title === "string" ? body.title : "";
  return new ApiProblem(answer.status, title || `The engine answered ${answer.status}`, body);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
