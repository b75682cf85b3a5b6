import { Conditions } from "./conditions.ts";
import { SentenceFields } from "./sentence-fields.ts";

export const sentencesModule = {
  __init__: ["sentenceFields"],
  conditions: ["type", Conditions],
  sentenceFields: ["type", SentenceFields],
};
