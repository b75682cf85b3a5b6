import { DataFields } from "./data-fields.ts";
import { SampleData } from "./sample-data.ts";
import { StepData } from "./step-data.ts";

export const dataModule = {
  __init__: ["dataFields"],
  dataFields: ["type", DataFields],
  sampleData: ["type", SampleData],
  stepData: ["type", StepData],
};
