interface Words {
  message: string;
  fix: string;
}

const settings = "Choose it in the settings of the element.";

/** What the rules mean, for people who never saw BPMN. */
export const words: Record<string, Words> = {
  "called-element": { message: "It is not said which workflow this step runs.", fix: settings },
  "duplicate-execution-listeners": { message: "Two listeners here are the same.", fix: "Remove one of them." },
  "duplicate-task-headers": { message: "Two headers of this step have the same name.", fix: "Rename or remove one of them." },
  "element-type": { message: "This kind of element cannot run here.", fix: "Replace it with another kind." },
  "error-reference": { message: "It is not said which error this is about.", fix: settings },
  "escalation-boundary-event-attached-to-ref": {
    message: "This can only be watched for on a group or on another workflow.",
    fix: "Move it there, or remove it.",
  },
  "escalation-reference": { message: "It is not said which escalation this is about.", fix: settings },
  "event-based-gateway-target": {
    message: "What waits behind this choice cannot wait here.",
    fix: "Let it lead only to things that arrive: a message, a time, a signal.",
  },
  "executable-process": {
    message: "This workflow is marked as a drawing only: it would not run.",
    fix: "Select the empty canvas, and mark it as executable in the settings.",
  },
  "execution-listener": { message: "A listener here is not complete.", fix: "Complete it in the details for developers." },
  implementation: { message: "Nothing is chosen yet for this step to do.", fix: "Choose what it does, or remove it." },
  "link-event": { message: "This jump has no partner with the same name.", fix: "Give both ends the same name." },
  "loop-characteristics": {
    message: "It is not said what this is repeated for.",
    fix: "Fill in “For each item of” in the settings.",
  },
  "message-reference": { message: "It is not said which message this is about.", fix: settings },
  "no-expression": { message: "A field here cannot hold an expression.", fix: "Write a plain value." },
  "no-loop": {
    message: "These steps go round without ever waiting, which the broker refuses.",
    fix: "Put a step in between that does something.",
  },
  "no-task-listeners": { message: "This broker has no listeners on steps for people.", fix: "Remove the listener." },
  "priority-definition": { message: "The priority has to be a number from 0 to 100.", fix: "Change it in the settings." },
  "signal-reference": { message: "It is not said which signal this is about.", fix: settings },
  subscription: {
    message: "It is not said which run the message is for.",
    fix: "Fill in the key by which the message finds its run.",
  },
  "task-schedule": { message: "A due date here cannot be read.", fix: "Write it like 2026-12-24T18:00:00Z." },
  timer: { message: "The time is missing, or it cannot be read.", fix: "Fill it in, such as PT15M for 15 minutes." },
  "user-task-form": { message: "The form of this step is missing, or it cannot be read.", fix: "Choose or write the form in the settings." },
  "variable-name": {
    message: "The name of a value here has signs that names cannot have.",
    fix: "Use letters, digits and _ only, and begin with a letter.",
  },
  "version-tag": { message: "The version tag is empty.", fix: "Fill it in, or choose another version." },
  "wait-for-completion": { message: "Such an undo cannot go on without waiting.", fix: "Let it wait until the undo is done." },
  "event-sub-process-typed-start-event": {
    message: "It is not said what starts this group.",
    fix: "Choose for its start what it waits for.",
  },
  "sub-process-blank-start-event": {
    message: "The first thing in a group cannot wait for something of its own.",
    fix: "Make it a plain start, and wait in the step behind it.",
  },
  "single-event-definition": { message: "One event cannot wait for two things.", fix: "Use one event for each." },
  "no-duplicate-sequence-flows": {
    message: "Two arrows lead the same way, so what follows runs twice.",
    fix: "Remove one of them.",
  },
  "no-implicit-split": {
    message: "Several arrows leave this step, so all of their ways run at the same time.",
    fix: "Put a decision behind it if only one of them is meant.",
  },
};

export const unknownRule: Words = {
  message: "The broker will not take this as it is drawn.",
  fix: "Change it in the settings, or remove it.",
};
