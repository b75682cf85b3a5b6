/** Draws a diagram that has steps and arrows but no places. Fetched only when it is needed. */
export async function laidOut(xml: string): Promise<string> {
  const { layoutProcess } = await import("bpmn-auto-layout");
  try {
    return await layoutProcess(xml);
  } catch (cause) {
    throw new Error(
      "The file has no drawing, and none could be made from its steps. " +
        "Open it where it was drawn and save it with its diagram.",
      { cause },
    );
  }
}
