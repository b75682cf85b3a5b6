import calledElement from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/called-element";
import duplicateExecutionListeners from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/duplicate-execution-listeners";
import duplicateTaskHeaders from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/duplicate-task-headers";
import elementType from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/element-type";
import errorReference from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/error-reference";
import escalationAttached from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/escalation-boundary-event-attached-to-ref";
import escalationReference from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/escalation-reference";
import eventBasedGatewayTarget from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/event-based-gateway-target";
import executableProcess from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/executable-process";
import executionListener from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/execution-listener";
import implementation from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/implementation";
import linkEvent from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/link-event";
import loopCharacteristics from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/loop-characteristics";
import messageReference from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/message-reference";
import noExpression from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/no-expression";
import noLoop from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/no-loop";
import noTaskListeners from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/no-task-listeners";
import priorityDefinition from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/priority-definition";
import signalReference from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/signal-reference";
import subscription from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/subscription";
import taskSchedule from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/task-schedule";
import timer from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/timer";
import userTaskForm from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/user-task-form";
import variableName from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/variable-name";
import versionTag from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/version-tag";
import waitForCompletion from "bpmnlint-plugin-camunda-compat/rules/camunda-cloud/wait-for-completion";
import type { RuleFactory } from "bpmnlint";

/**
 * What Camunda's own rules say about a broker's version. Left out are those that our rules say in
 * better words (expressions, conditions), that our starts replace, and advice about other products.
 */
export const compatRules: Record<string, RuleFactory> = {
  "called-element": calledElement,
  "duplicate-execution-listeners": duplicateExecutionListeners,
  "duplicate-task-headers": duplicateTaskHeaders,
  "element-type": elementType,
  "error-reference": errorReference,
  "escalation-boundary-event-attached-to-ref": escalationAttached,
  "escalation-reference": escalationReference,
  "event-based-gateway-target": eventBasedGatewayTarget,
  "executable-process": executableProcess,
  "execution-listener": executionListener,
  implementation,
  "link-event": linkEvent,
  "loop-characteristics": loopCharacteristics,
  "message-reference": messageReference,
  "no-expression": noExpression,
  "no-loop": noLoop,
  "no-task-listeners": noTaskListeners,
  "priority-definition": priorityDefinition,
  "signal-reference": signalReference,
  subscription,
  "task-schedule": taskSchedule,
  timer,
  "user-task-form": userTaskForm,
  "variable-name": variableName,
  "version-tag": versionTag,
  "wait-for-completion": waitForCompletion,
};
