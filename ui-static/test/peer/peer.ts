import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { AddressInfo } from "node:net";
import type { Answer, Ask } from "./answers.ts";
import { routes } from "./routes.ts";
import { World } from "./world.ts";

/** The engine's policy, so that the pages are tried under it. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** A scripted engine on a free port: same shapes, one world, real HTTP. Never shipped. */
export class Peer {
  readonly world = new World();
  #server: Server;

  private constructor(dist: string) {
    this.#server = createServer((request, response) => {
      void this.#serve(dist, request, response);
    });
  }

  static async start(dist: string, port = 0): Promise<Peer> {
    const peer = new Peer(dist);
    await new Promise<void>((ready) => peer.#server.listen(port, "127.0.0.1", ready));
    return peer;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #serve(dist: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://peer");
    response.setHeader("content-security-policy", policy);
    response.setHeader("x-content-type-options", "nosniff");
    if (!url.pathname.startsWith("/api/")) return serveFile(dist, url.pathname, response);
    if (this.world.stream(url.pathname, response, url.searchParams.get("lastEventId"))) return;
    const ask: Ask = {
      method: request.method ?? "GET",
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: await bodyOf(request),
    };
    write(response, await answer(this.world, ask));
  }
}

async function answer(world: World, ask: Ask): Promise<Answer> {
  const open = ask.path === "/api/session" || ask.path.startsWith("/api/forms/");
  if (!world.signedIn && !open) {
    return { status: 401, json: { title: "Sign in first", status: 401 } };
  }
  for (const [method, pattern, act] of routes) {
    const found = method === ask.method ? pattern.exec(ask.path) : null;
    if (found !== null) return act(world, ask, found.slice(1).map(decodeURIComponent));
  }
  return { status: 404, json: { title: "No such address", status: 404, detail: ask.path } };
}

function write(response: ServerResponse, answer: Answer): void {
  const headers = { ...answer.headers };
  if (answer.json !== undefined) headers["content-type"] = "application/json";
  response.writeHead(answer.status, headers);
  response.end(answer.json === undefined ? (answer.text ?? "") : JSON.stringify(answer.json));
}

async function serveFile(dist: string, path: string, response: ServerResponse): Promise<void> {
  if (path.startsWith("/forms/")) return serveFile(dist, "/form", response);
  const name = path === "/" ? "/index.html" : extname(path) === "" ? `${path}.html` : path;
  try {
    const bytes = await readFile(join(dist, normalize(name)));
    response.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream" });
    response.end(bytes);
  } catch {
    const page = await readFile(join(dist, "not-found.html"));
    response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
    response.end(page);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
