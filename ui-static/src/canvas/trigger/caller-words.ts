/** Who may call a webhook, by the kind of proof. */
export const callers: Record<string, string> = {
  none: "Anyone on this computer",
  bearer: "Whoever has a token",
  basic: "Whoever has a user name and password",
  apiKey: "Whoever has a key, in a header",
  github: "GitHub",
  stripe: "Stripe",
  slack: "Slack",
  standardWebhooks: "A sender of Standard Webhooks",
  hmac: "Whoever signs the body (HMAC)",
  jwt: "Whoever has a signed token (JWT)",
};
