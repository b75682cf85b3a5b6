interface Keyboard {
  addListener(priority: number, listener: (context: { keyEvent: KeyboardEvent }) => boolean | undefined): void;
  isKey(keys: string[], event: KeyboardEvent): boolean;
  hasModifier(event: KeyboardEvent): boolean;
}
interface EventBus {
  fire(event: string, payload: object): void;
}

/** Before bpmn-js, which would open its own menu. */
const priority = 2_000;

/** N on the canvas asks for a new step: the list of actions takes the keyboard. */
export class AskForStep {
  static $inject = ["keyboard", "eventBus"];

  constructor(keyboard: Keyboard, eventBus: EventBus) {
    keyboard.addListener(priority, ({ keyEvent }) => {
      if (keyboard.hasModifier(keyEvent) || !keyboard.isKey(["n", "N"], keyEvent)) return undefined;
      eventBus.fire("addStep.requested", { request: undefined });
      return true;
    });
  }
}
