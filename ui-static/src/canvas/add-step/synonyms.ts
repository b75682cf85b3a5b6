import type { ConnectorInfo } from "../../api/types.ts";

/** A connector is found by its own keywords, and by what its picture stands for. */
const byIcon: Record<string, string> = {
  mail: "send an email e-mail mail message letter newsletter smtp inbox",
  "message-square": "chat message post channel notify slack teams",
  "message-square-text": "chat message post channel notify slack teams",
  send: "send message post notify deliver",
  bell: "notify alert remind tell",
  calendar: "date appointment event schedule meeting",
  database: "sql query table rows store look up",
  table: "spreadsheet sheet excel csv rows",
  image: "picture photo caption alt text resize",
  languages: "translate translation language",
  folder: "file files document store save",
  "file-text": "file document text save",
  "share-2": "social post share network",
  cloud: "upload download storage bucket s3",
  globe: "web internet site",
  rss: "feed news",
};

export function synonyms({ type, icon, keywords }: ConnectorInfo): string {
  const name = type.split(":")[1] ?? "";
  return [name.replaceAll("-", " "), ...(keywords ?? []), byIcon[icon] ?? ""].join(" ");
}
