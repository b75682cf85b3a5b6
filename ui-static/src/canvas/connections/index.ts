import { Connections } from "./connections.ts";
import { ConnectionInputs } from "./connection-inputs.ts";
import { StepInputs } from "./step-inputs.ts";

export const connectionsModule = {
  __init__: ["connectionInputs"],
  connections: ["type", Connections],
  stepInputs: ["type", StepInputs],
  connectionInputs: ["type", ConnectionInputs],
};
