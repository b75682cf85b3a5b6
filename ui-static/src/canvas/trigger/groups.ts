import {
  Group,
  isSelectEntryEdited,
  isTextFieldEntryEdited,
} from "@bpmn-io/properties-panel";
import { propertyOf, type CanvasElement } from "../model.ts";
import { Address } from "./address-entry.tsx";
import { authEntries, HookCallers } from "./auth-entries.tsx";
import { FeedAddress, FeedInitial, FeedInterval, FeedValues } from "./feed-entries.tsx";
import { FormAccess, FormDesign, FormPath, FormThanks, FormValues } from "./form-entries.tsx";
import {
  HookAnswer,
  HookBody,
  HookDedupe,
  HookKey,
  HookMethod,
  HookPath,
  HookRate,
  HookResult,
  HookTimeout,
  HookValues,
  HookWaiting,
} from "./hook-entries.tsx";
import { isWebhook, startKind } from "./kinds.ts";
import { ScheduleDay, ScheduleEvery, ScheduleKind, ScheduleRaw, ScheduleTime } from "./schedule-entries.tsx";
import { GoesOnBy, StartsBy } from "./who-entries.tsx";

export interface Entry {
  id: string;
  component: unknown;
}
export type PanelGroup = { id: string } & Record<string, unknown>;

const entry = (id: string, component: unknown): Entry => ({ id, component });

/** The groups of a start: who starts it and what that needs, with the rest under “More”. */
export function startGroups(element: CanvasElement): PanelGroup[] {
  const who = entry("startsBy", StartsBy);
  const more = (entries: Entry[]) => group(element, "wireroom-trigger-more", "More", entries, false);
  const first = (entries: Entry[]) =>
    group(element, "wireroom-trigger", "How it starts", [who, ...entries], true);
  switch (startKind(element)) {
    case "webhook":
      return [
        first(hookEntries(element)),
        more([
          entry("hookDedupe", HookDedupe),
          entry("hookKey", HookKey),
          ...hookLimits(element),
        ]),
      ];
    case "feed":
      return [
        first([
          entry("feedAddress", FeedAddress),
          entry("feedInterval", FeedInterval),
          entry("feedValues", FeedValues),
        ]),
        more([entry("feedInitial", FeedInitial)]),
      ];
    case "form":
      return [
        first([
          entry("hookAddress", Address),
          entry("formPath", FormPath),
          entry("formAccess", FormAccess),
          entry("formDesign", FormDesign),
          entry("formValues", FormValues),
        ]),
        more([entry("formThanks", FormThanks)]),
      ];
    case "schedule":
      return [
        first([
          entry("scheduleKind", ScheduleKind),
          entry("scheduleEvery", ScheduleEvery),
          entry("scheduleDay", ScheduleDay),
          entry("scheduleTime", ScheduleTime),
          entry("scheduleRaw", ScheduleRaw),
        ]),
      ];
    case "hand":
      return [first([])];
    case undefined:
      return [];
  }
}

/** The groups of an event or a task that waits in the middle of a run. */
export function catchGroups(element: CanvasElement): PanelGroup[] {
  const who = entry("goesOnBy", GoesOnBy);
  const title = "How it goes on";
  if (!isWebhook(element)) return [group(element, "wireroom-trigger", title, [who], true)];
  const [address, path, ...rest] = hookEntries(element);
  const key = entry("hookKey", HookKey);
  const entries = [who, address, path, key, ...rest].filter((one) => one !== undefined);
  return [
    group(element, "wireroom-trigger", title, entries, true),
    group(element, "wireroom-trigger-more", "More", [entry("hookDedupe", HookDedupe), ...hookLimits(element)], false),
  ];
}

const hookEntries = (element: CanvasElement): Entry[] => [
  entry("hookAddress", Address),
  entry("hookPath", HookPath),
  entry("hookMethod", HookMethod),
  entry("hookCallers", HookCallers),
  ...authEntries(element).first,
  entry("hookAnswer", HookAnswer),
  ...(propertyOf(element.businessObject, "inbound.response") === "result"
    ? [entry("hookResult", HookResult)]
    : []),
  entry("hookValues", HookValues),
];

const hookLimits = (element: CanvasElement): Entry[] => [
  ...(["result", "respond", "stream"].includes(propertyOf(element.businessObject, "inbound.response") ?? "")
    ? [entry("hookTimeout", HookTimeout), entry("hookWaiting", HookWaiting)]
    : []),
  entry("hookRate", HookRate),
  entry("hookBody", HookBody),
  ...authEntries(element).more,
];

function group(
  element: CanvasElement,
  id: string,
  label: string,
  entries: Entry[],
  shouldOpen: boolean,
): PanelGroup {
  const isEdited = (node: unknown) => isSelectEntryEdited(node) || isTextFieldEntryEdited(node);
  return {
    id,
    label,
    component: Group,
    shouldOpen,
    entries: entries.map((one) => ({ ...one, element, isEdited })),
  };
}
