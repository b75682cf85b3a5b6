/** The font files that the page has in use under a family's name, as style rules that carry them. */
export async function fontRules(family: string): Promise<string> {
  const used = new Set(
    [...document.fonts]
      .filter((face) => named(face.family) === family && face.status === "loaded")
      .map((face) => plain(face.unicodeRange)),
  );
  const rules = [...document.styleSheets]
    .flatMap((sheet) => fontFaces([...sheet.cssRules]))
    .filter(
      ({ style }) =>
        named(style.getPropertyValue("font-family")) === family &&
        used.has(plain(style.getPropertyValue("unicode-range"))),
    );
  return (await Promise.all(rules.map(carrying))).join("\n");
}

const named = (family: string) => family.replace(/["']/g, "");
const plain = (range: string) => range.replace(/\s/g, "").toUpperCase();

function fontFaces(rules: CSSRule[]): CSSFontFaceRule[] {
  return rules.flatMap((rule) => {
    if (rule instanceof CSSFontFaceRule) return [rule];
    return rule instanceof CSSGroupingRule ? fontFaces([...rule.cssRules]) : [];
  });
}

async function carrying(rule: CSSFontFaceRule): Promise<string> {
  const { style, parentStyleSheet } = rule;
  const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue("src"))?.[1];
  if (address === undefined) return "";
  const answer = await fetch(new URL(address, parentStyleSheet?.href ?? location.href));
  const file = await dataUrl(await answer.blob());
  const words = ["font-family", "font-weight", "font-style", "unicode-range"]
    .map((name) => `${name}:${style.getPropertyValue(name)}`)
    .join(";");
  return `@font-face{${words};src:url(${file}) format("woff2")}`;
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result as string);
    reader.onerror = () => failed(new Error("The font could not be read."));
    reader.readAsDataURL(blob);
  });
}
