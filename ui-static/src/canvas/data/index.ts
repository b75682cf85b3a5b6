import { ArrivedValues } from "./arrived-values.ts";
import { DataFields } from "./data-fields.ts";
import { SampleData } from "./sample-data.ts";
import { StepData } from "./step-data.ts";

export const dataModule = {
  __init__: ["dataFields", "arrivedValues"],
  arrivedValues: ["type", ArrivedValues],
  dataFields: ["type", DataFields],
  sampleData: ["type", SampleData],
  stepData: ["type", StepData],
};
