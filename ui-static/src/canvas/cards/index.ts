import { CardRenderer } from "./card-renderer.ts";
import { Catalogue } from "./catalogue.ts";
import { LabelRenderer } from "./label-renderer.ts";

export const cardsModule = {
  __init__: ["cardRenderer", "labelRenderer"],
  labelRenderer: ["type", LabelRenderer],
  cardRenderer: ["type", CardRenderer],
  catalogue: ["type", Catalogue],
};
