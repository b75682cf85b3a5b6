/** The part of an untyped package that the tests use. */

declare module "@bpmn-io/element-templates-validator" {
  interface Result {
    valid: boolean;
    errors: { instancePath: string; message: string }[] | null;
  }
  export function validateAllZeebe(templates: unknown[]): { valid: boolean; results: Result[] };
}

declare module "bpmn-moddle" {
  export class BpmnModdle {
    constructor(packages: Record<string, object>);
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: unknown[] }>;
  }
}
