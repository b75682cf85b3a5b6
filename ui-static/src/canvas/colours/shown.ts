import type { ModdleObject } from "../model.ts";

export interface Shown {
  fill?: string;
  stroke?: string;
}

/**
 * A colour of the file as the theme shows it: mixed with the theme's own ground and ink, so that
 * texts stay readable in both themes, whatever another editor has chosen.
 */
export function shownColours(di: ModdleObject | undefined): Shown {
  const stroke = colourOf(di, ["color:border-color", "bioc:stroke"]);
  const fill = colourOf(di, ["color:background-color", "bioc:fill"]);
  const strong = stroke ?? fill;
  return {
    ...(strong === undefined ? {} : { stroke: `color-mix(in srgb, ${strong} 62%, var(--ink))` }),
    ...(fill === undefined ? {} : { fill: `color-mix(in srgb, ${strong ?? fill} 16%, var(--raised))` }),
  };
}

/** why: only figures; anything else could say more in a style than a colour. */
const colour = /^#[0-9a-f]{6}$/i;

function colourOf(di: ModdleObject | undefined, names: readonly string[]): string | undefined {
  const values = names.map((name) => di?.get(name));
  return values.find((value): value is string => typeof value === "string" && colour.test(value));
}
