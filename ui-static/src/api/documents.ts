import { call } from "./http.ts";
import type { Json } from "./types.ts";

/** A value too large to be shown in place: a reference to the document store. */
export interface DocumentValue {
  $document: string;
  contentType?: string;
  size?: number;
  preview?: string;
}

export function documentIn(value: Json): DocumentValue | undefined {
  const is =
    typeof value === "object" && value !== null && !Array.isArray(value) && typeof value.$document === "string";
  return is ? (value as unknown as DocumentValue) : undefined;
}

export const documentHref = (id: string): string => `/api/documents/${encodeURIComponent(id)}`;

/** The first 4 KB as text; bytes that are no text show as the sign for that. */
export const documentPreview = async (id: string): Promise<string> =>
  (await call(`${documentHref(id)}?preview=1`, { headers: { accept: "*/*" } })).text();
