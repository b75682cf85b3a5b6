interface EventBus {
  on(event: string, act: (event: { current: { html: HTMLElement } }) => void): void;
}

/** The pictures at a step's corner say nothing that their entries' titles do not say. */
export class Decorative {
  static $inject = ["eventBus"];

  constructor(eventBus: EventBus) {
    eventBus.on("contextPad.open", ({ current }) => {
      for (const picture of current.html.querySelectorAll("img")) picture.alt = "";
    });
  }
}
