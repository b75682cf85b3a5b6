/** bpmn-js draws everything but cards; these make it draw in the colours and type of the rest. */
export const looks = {
  bpmnRenderer: {
    defaultFillColor: "var(--raised)",
    defaultStrokeColor: "var(--ink-soft)",
    defaultLabelColor: "var(--ink)",
  },
  textRenderer: {
    defaultStyle: { fontFamily: "Inter Variable", fontSize: 12, lineHeight: 1.25 },
    externalStyle: { fontFamily: "Inter Variable", fontSize: 12, lineHeight: 1.25 },
  },
};

/** Texts are measured when they are drawn: the fonts must be there before. */
export async function fontsReady(): Promise<void> {
  const faces = ["400 12px 'Inter Variable'", "600 13px 'Inter Variable'"];
  await Promise.all(faces.map((face) => document.fonts.load(face)));
}
