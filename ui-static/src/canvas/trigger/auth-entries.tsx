/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { propertyOf, type CanvasElement } from "../model.ts";
import { ConnectionPicker } from "../connections/picker.tsx";
import { callers } from "./caller-words.ts";
import { fittingTypes } from "./fitting-types.ts";
import { choice, line, useInbound, type EntryProps } from "./entries.tsx";

export const HookCallers = choice("inbound.auth.type", "Who may call", callers);

const kindOf = (element: CanvasElement) =>
  propertyOf(element.businessObject, "inbound.auth.type") ?? "none";

export function HookConnection({ element, id }: EntryProps) {
  const inbound = useInbound();
  const kind = kindOf(element);
  return (
    <ConnectionPicker
      element={element}
      id={id}
      label={kind === "bearer" ? "The token is" : "The secret is in"}
      none={kind === "bearer" ? "An API token of Wireroom" : "Choose a connection…"}
      fitting={fittingTypes[kind]}
      value={propertyOf(element.businessObject, "inbound.auth.connection") ?? ""}
      change={(name) => inbound.change(element, { "inbound.auth.connection": name })}
    />
  );
}

const HmacHeader = line("inbound.auth.header", "Header with the signature", {
  validate: (value) =>
    /^[\w-]+$/.test(value ?? "") ? null : "The header's name, such as X-Signature.",
});
const HmacPrefix = line("inbound.auth.prefix", "The signature begins with", {
  description: "Such as sha256=; often nothing.",
});
const HmacEncoding = choice("inbound.auth.encoding", "Written as", {
  hex: "Hexadecimal digits",
  base64: "Base64",
});
const HmacAlgorithm = choice("inbound.auth.algorithm", "Made with", {
  sha256: "SHA-256",
  sha512: "SHA-512",
});
const HmacTime = line("inbound.auth.timestampHeader", "Header with the time", {
  description: "When the sender signs the time as well, so that old requests are refused.",
});
const Tolerance = line("inbound.auth.tolerance", "Oldest signature", {
  description: "Such as 5m, which it is when it is empty.",
});
const Signed = line("inbound.auth.signed", "What is signed", {
  description: "{body} and {timestamp} stand for themselves; {timestamp}.{body} when there is a time.",
});
const KeyHeader = line("inbound.auth.header", "Header with the key", {
  description: "The connection's header when it is empty.",
});
const KeyQuery = line("inbound.auth.query", "Or a query parameter with the key", {
  description: "Only for senders that cannot set a header: addresses end up in logs.",
});
const Issuer = line("inbound.auth.issuer", "The token's issuer", {
  description: "Any when it is empty.",
});
const Audience = line("inbound.auth.audience", "The token's audience", {
  description: "Any when it is empty.",
});
const Challenge = choice(
  "inbound.auth.challenge",
  "The address is checked by",
  { none: "Nobody", meta: "A GET with hub.challenge (Meta)", dropbox: "A GET with challenge (Dropbox)" },
  "Some senders ask first whether the address is yours.",
);

type Entry = { id: string; component: unknown };

/** What the kind of proof needs besides a secret; the first list always shows, the second under “More”. */
export function authEntries(element: CanvasElement): { first: Entry[]; more: Entry[] } {
  const kind = kindOf(element);
  if (kind === "none") return { first: [], more: [] };
  const connection = { id: "hookConnection", component: HookConnection };
  const challenge = { id: "hookChallenge", component: Challenge };
  const tolerance = { id: "hookTolerance", component: Tolerance };
  switch (kind) {
    case "hmac":
      return {
        first: [connection, { id: "hookHeader", component: HmacHeader }],
        more: [
          { id: "hookPrefix", component: HmacPrefix },
          { id: "hookEncoding", component: HmacEncoding },
          { id: "hookAlgorithm", component: HmacAlgorithm },
          { id: "hookTime", component: HmacTime },
          tolerance,
          { id: "hookSigned", component: Signed },
          challenge,
        ],
      };
    case "apiKey":
      return {
        first: [connection],
        more: [
          { id: "hookKeyHeader", component: KeyHeader },
          { id: "hookKeyQuery", component: KeyQuery },
          challenge,
        ],
      };
    case "jwt":
      return {
        first: [connection],
        more: [
          { id: "hookIssuer", component: Issuer },
          { id: "hookAudience", component: Audience },
        ],
      };
    default:
      return { first: [connection], more: [challenge] };
  }
}
