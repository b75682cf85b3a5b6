/** What an editor reads in the panel, by what bpmn-js calls it. */
const words: Record<string, string> = {
  "Multi-instance": "For each item",
  "Input collection": "For each item of",
  "Input element": "Name of one item",
  "Output collection": "Name of the list of results",
  "Output element": "Result of one item",
  "Completion condition": "Stop early when",
  "Set color": "Colour",
  "Search in diagram": "Find on the drawing: names, ids, texts of inputs",
  "Align elements": "Put in line",
  "Distribute elements horizontally": "Same distance, across",
  "Distribute elements vertically": "Same distance, down",
  Condition: "When it goes this way",
  "Condition expression": "Expression that gives true or false",
};

type Replacements = Record<string, string>;

const translate = (text: string, replacements: Replacements = {}): string =>
  (words[text] ?? text).replace(/{([^}]+)}/g, (whole, name: string) => replacements[name] ?? whole);

export const wordsModule = {
  translate: ["value", translate],
};
