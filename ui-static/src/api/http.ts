/** A refusal of the engine (problem+json), or the engine being out of reach (status 0). */
export class ApiProblem extends Error {
  readonly status: number;
  /** What a person can do, where that is known. */
  readonly hint: string;
  readonly errors: readonly { path: string; message: string }[];
  /** True when running again is the way that is left. */
  readonly runAgain: boolean;

  constructor(
    status: number,
    message: string,
    rest: { hint?: string; errors?: unknown; runAgain?: unknown } = {},
  ) {
    super(message);
    this.name = "ApiProblem";
    this.status = status;
    this.hint = rest.hint ?? "";
    this.errors = Array.isArray(rest.errors)
      ? (rest.errors as { path: string; message: string }[])
      : [];
    this.runAgain = rest.runAgain === true;
  }
}

interface Call {
  method?: "GET" | "PUT" | "POST" | "DELETE";
  json?: unknown;
  xml?: string;
  headers?: Record<string, string>;
  /** Leave a 401 to the caller instead of going to the sign-in page. */
  anonymous?: boolean;
  /** Hangs up. */
  signal?: AbortSignal;
}

/** Sends a request to the engine; throws {@link ApiProblem} for every answer that is not 2xx. */
export async function call(path: string, options: Call = {}): Promise<Response> {
  const headers: Record<string, string> = {
    accept: "application/json",
    "Wireroom-Client": "browser",
    ...options.headers,
  };
  let body: string | undefined;
  if (options.xml !== undefined) {
    headers["content-type"] = "application/xml";
    body = options.xml;
  } else if (options.json !== undefined) {
    headers["content-type"] = "application/json";
    body = JSON.stringify(options.json);
  }
  const method = options.method ?? "GET";
  const answer = await send(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  if (answer.ok) return answer;
  if (answer.status === 401 && options.anonymous !== true) signedOut();
  throw await problem(answer);
}

export async function callJson<T>(path: string, options: Call = {}): Promise<T> {
  return (await (await call(path, options)).json()) as T;
}

let signedOut = goToSignIn;

/** A page that holds work of a person says so itself instead of going to the sign-in page. */
export function whenSignedOut(act: () => void): () => void {
  signedOut = act;
  return () => {
    signedOut = goToSignIn;
  };
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
      hint: `Is ./wireroom start still running? (${String(cause)})`,
    });
  }
}

async function problem(answer: Response): Promise<ApiProblem> {
  const body: unknown = await answer.json().catch(() => ({}));
  const fields = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const says = [fields.detail, fields.title].find((one) => typeof one === "string" && one !== "");
  const message = typeof says === "string" ? says : `The engine answered ${answer.status}`;
  return new ApiProblem(answer.status, message, { errors: fields.errors, runAgain: fields.runAgain });
}
