import NavigatedViewer from "camunda-bpmn-js/lib/camunda-cloud/NavigatedViewer";
import { cardsModule } from "./cards/index.ts";
import { coloursModule } from "./colours/index.ts";
import { liveRunModule } from "./live-run/index.ts";
import { looks } from "./looks.ts";

/** The diagram of a run: looked at, not changed. */
export function runCanvas(container: HTMLElement) {
  return new NavigatedViewer({
    container,
    additionalModules: [cardsModule, coloursModule, liveRunModule],
    ...looks,
  });
}

export type RunCanvas = ReturnType<typeof runCanvas>;
