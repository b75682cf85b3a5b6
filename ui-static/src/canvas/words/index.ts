import { typeWords } from "./type-words.ts";

/** What an editor reads in the panel, by what bpmn-js calls it. */
const words: Record<string, string> = {
  ...typeWords,
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
  "{label} must not be empty.": "“{label}” is empty, and this step needs it.",
  "Must not be empty.": "This is empty, and the step needs it.",
  "{label} {message}": "{message}",
  "Open pop-up editor": "Open large",
  "Opened in editor": "Open in the large editor",
  "Process ID": "Which workflow",
  "Result variable": "Keep it as",
  "FEEL expression": "Expression",
  Assignee: "Asked is",
  "Candidate users": "Or one of these people",
  "Candidate groups": "Or somebody of these groups",
  "Decision ID": "Which rule",
  "Global message reference": "Message",
  "Global error reference": "Error",
  "Global signal reference": "Signal",
  "Global escalation reference": "Call for help",
  "Timer definition type": "Kind of time",
  Duration: "After a time",
  Date: "At a date",
  Cycle: "Again and again",
  Select: "Choose",
  Condition: "When it goes this way",
  "Condition expression": "Expression that gives true or false",
};

type Replacements = Record<string, string>;

const translate = (text: string, replacements: Replacements = {}): string =>
  (words[text] ?? text).replace(/{([^}]+)}/g, (whole, name: string) => replacements[name] ?? whole);

export const wordsModule = {
  translate: ["value", translate],
};
