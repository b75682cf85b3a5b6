import { call } from "./http.ts";

interface Health {
  parts?: { broker?: { detail?: string } };
}

/** The connected broker's version, such as "8.6", or undefined when nobody can say. */
export async function brokerVersion(): Promise<string | undefined> {
  try {
    const answer = await call("/health/ready");
    const { parts } = (await answer.json()) as Health;
    return /Zeebe (\d+\.\d+)/.exec(parts?.broker?.detail ?? "")?.[1];
  } catch {
    return undefined;
  }
}
