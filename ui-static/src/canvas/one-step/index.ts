interface CommandStack {
  registerHandler(command: string, handler: unknown): void;
  execute(command: string, context: Context): void;
}
interface Context {
  act: () => unknown;
  answer?: unknown;
}

const command = "wireroom.oneStep";

/** What is done inside becomes part of this command. */
class OneStepHandler {
  preExecute(context: Context): void {
    context.answer = context.act();
  }
}

/** Makes several changes of the drawing one step of undo. */
export class OneStep {
  static $inject = ["commandStack"];

  readonly #commands: CommandStack;

  constructor(commands: CommandStack) {
    this.#commands = commands;
    commands.registerHandler(command, OneStepHandler);
  }

  do<T>(act: () => T): T {
    const context: Context = { act };
    this.#commands.execute(command, context);
    return context.answer as T;
  }
}

export const oneStepModule = { oneStep: ["type", OneStep] };
