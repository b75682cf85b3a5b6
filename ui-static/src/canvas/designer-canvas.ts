import Modeler from "camunda-bpmn-js/lib/camunda-cloud/Modeler";
import { addStepModule } from "./add-step/index.ts";
import { colours } from "./colours/palette.ts";
import { comfortModule } from "./comfort/index.ts";
import { cardSizesModule } from "./cards/card-sizes.ts";
import { cardsModule } from "./cards/index.ts";
import { connectorTemplatesModule } from "./connectors/index.ts";
import { intentsModule } from "./intents/index.ts";
import { dataModule } from "./data/index.ts";
import { fieldFramesModule } from "./field-frame/index.ts";
import { largeEditorModule } from "./large-editor/index.tsx";
import { lastRunModule } from "./last-run/index.ts";
import { lintModule } from "./lint/index.ts";
import { liveRunModule } from "./live-run/index.ts";
import { looks } from "./looks.ts";
import { modelsModule } from "./models/index.ts";
import { outlineModule } from "./outline/index.ts";
import { panelOrderModule } from "./panel-order/index.ts";
import { problemsModule } from "./problems/index.ts";
import { stepMenuModule } from "./step-menu/index.ts";
import { sentencesModule } from "./sentences/index.ts";
import { triggerModule } from "./trigger/index.ts";
import { tryStepModule } from "./try-step/index.ts";
import { knownValuesModule } from "./values/index.ts";
import { wordsModule } from "./words/index.ts";

/** The drawing table of the designer. */
export function designerCanvas(container: HTMLElement, panel: HTMLElement) {
  return new Modeler({
    container,
    propertiesPanel: { parent: panel },
    // why: drafts save themselves; a save that moves things would be a change of its own.
    alignToOrigin: { alignOnSave: false },
    additionalModules: [
      cardsModule,
      cardSizesModule,
      connectorTemplatesModule,
      triggerModule,
      addStepModule,
      stepMenuModule,
      intentsModule,
      problemsModule,
      lintModule,
      outlineModule,
      panelOrderModule,
      liveRunModule,
      lastRunModule,
      knownValuesModule,
      dataModule,
      modelsModule,
      fieldFramesModule,
      largeEditorModule,
      tryStepModule,
      sentencesModule,
      wordsModule,
      comfortModule,
    ],
    colorPicker: { colors: colours },
    ...looks,
  });
}

export type DesignerCanvas = ReturnType<typeof designerCanvas>;
