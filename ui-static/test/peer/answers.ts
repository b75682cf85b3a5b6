import type { IncomingHttpHeaders } from "node:http";
import type { Json } from "../../src/api/types.ts";
import type { World } from "./world.ts";

export interface Ask {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Answer {
  status: number;
  json?: Json | object;
  text?: string;
  headers?: Record<string, string>;
}

export type Route = [
  method: string,
  path: RegExp,
  act: (world: World, ask: Ask, parts: string[]) => Answer | Promise<Answer>,
];

export const ok = (json: object): Answer => ({ status: 200, json });
export const none: Answer = { status: 204 };
export const refuse = (status: number, title: string, detail: string): Answer => ({
  status,
  json: { type: "about:blank", title, status, detail, errors: [] },
});
