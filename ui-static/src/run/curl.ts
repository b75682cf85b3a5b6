/** A command that sends an example to a webhook; what only the sender knows stands in capitals. */
export function curlTo(hook: { method?: string | null; url: string; auth?: string | null }, body: string): string {
  const method = hook.method == null || /^any$/i.test(hook.method) ? "POST" : hook.method;
  const proof = proofs[hook.auth ?? "none"];
  const lines = [
    `curl -X ${method} ${quoted(hook.url)}`,
    ...(proof === undefined ? [] : [proof]),
    ...(method === "GET" || method === "DELETE"
      ? []
      : [`-H 'content-type: application/json'`, `-d ${quoted(body)}`]),
  ];
  return lines.join(" \\\n  ");
}

const proofs: Record<string, string | undefined> = {
  basic: "-u USER:PASSWORD",
  bearer: "-H 'authorization: Bearer TOKEN'",
  jwt: "-H 'authorization: Bearer TOKEN'",
  apiKey: "-H 'x-api-key: KEY'",
};

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
