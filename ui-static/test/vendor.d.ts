/** The parts of untyped packages that the tests use. */

declare module "@bpmn-io/element-templates-validator" {
  interface Result {
    valid: boolean;
    errors: { instancePath: string; message: string }[] | null;
  }
  export function validateAllZeebe(templates: unknown[]): { valid: boolean; results: Result[] };
}

declare module "bpmn-moddle" {
  export class BpmnModdle {
    constructor(packages?: object);
    fromXML(
      xml: string,
    ): Promise<{
      rootElement: unknown;
      elementsById: Record<string, ModdleObject>;
      warnings: unknown[];
    }>;
    create(type: string, attributes?: object): unknown;
  }
}
