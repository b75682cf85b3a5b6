/** The parts of untyped packages that the rules use. */

declare module "bpmnlint" {
  export type RuleFactory = (config?: unknown) => unknown;
  export type RuleConfig = string | [severity: string, config: unknown];
  export interface Report {
    id?: string;
    message: string;
    category: string;
  }
  export type LintResults = Record<string, Report[]>;
  export interface Resolver {
    resolveRule(pkg: string, name: string): RuleFactory | undefined;
    resolveConfig(pkg: string, name: string): unknown;
  }
  export class Linter {
    constructor(options: { config: { rules: Record<string, RuleConfig> }; resolver: Resolver });
    lint(definitions: unknown): Promise<LintResults>;
  }
}

declare module "bpmnlint/rules/*" {
  import type { RuleFactory } from "bpmnlint";
  const rule: RuleFactory;
  export default rule;
}

declare module "bpmnlint-plugin-camunda-compat" {
  import type { RuleConfig } from "bpmnlint";
  const plugin: {
    configs: Record<string, { rules: Record<string, RuleConfig> }>;
  };
  export default plugin;
}

declare module "bpmnlint-plugin-camunda-compat/rules/*" {
  import type { RuleFactory } from "bpmnlint";
  const rule: RuleFactory;
  export default rule;
}

declare module "bpmn-js-element-templates" {
  import type { Resolver, RuleConfig } from "bpmnlint";
  export function CloudElementTemplatesLinterPlugin(templates: object[]): {
    config: { rules: Record<string, RuleConfig> };
    resolver: Resolver;
  };
}

declare module "@bpmn-io/feel-lint" {
  export function lintExpression(
    expression: string,
    options: { parserDialect: string; builtins: object[]; engines: Record<string, string> },
  ): { type: string; message: string; from: number; to: number }[];
}
