/** The types of connections that hold what the kind of proof needs. */
export const fittingTypes: Record<string, string[]> = {
  bearer: ["bearer", "webhook-secret"],
  basic: ["basic"],
  apiKey: ["api-key", "webhook-secret"],
  github: ["webhook-secret"],
  stripe: ["webhook-secret"],
  slack: ["webhook-secret"],
  standardWebhooks: ["webhook-secret"],
  hmac: ["webhook-secret"],
  jwt: ["jwt"],
};
