import { ModelInputs } from "./model-inputs.ts";

export const modelsModule = {
  __init__: ["modelInputs"],
  modelInputs: ["type", ModelInputs],
};
