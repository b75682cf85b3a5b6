/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { SelectEntry, TextFieldEntry } from "@bpmn-io/properties-panel";
import { useService } from "bpmn-js-properties-panel";
import { listOf, type CanvasElement, type ModdleObject } from "../model.ts";
import { options, useInbound, type EntryProps } from "./entries.tsx";
import { countProblem, days, readSchedule, timeProblem, writeSchedule, type Schedule } from "./schedule.ts";

export function scheduleOf(element: CanvasElement): Schedule {
  const [timer] = listOf(element.businessObject, "eventDefinitions");
  const cycle = timer?.get("timeCycle") as ModdleObject | undefined;
  const body = cycle?.get("body");
  return readSchedule(typeof body === "string" ? body : "");
}

const kinds = options({
  minutes: "Every few minutes",
  hours: "Every few hours",
  daily: "Every day",
  weekly: "On a day of the week",
  raw: "At other times",
});

/** What a kind begins with; a time of day that was chosen already stays. */
function beginning(kind: string, before: Schedule): Schedule {
  const at = "at" in before ? before.at : "07:00";
  switch (kind) {
    case "minutes":
      return { is: "minutes", every: 15 };
    case "hours":
      return { is: "hours", every: 1 };
    case "daily":
      return { is: "daily", at };
    case "weekly":
      return { is: "weekly", day: "MON", at };
    default:
      return { is: "raw", text: "0 0 7 1 * *" };
  }
}

function useSchedule(element: CanvasElement) {
  const inbound = useInbound();
  return {
    schedule: scheduleOf(element),
    change: (schedule: Schedule) => inbound.repeat(element, writeSchedule(schedule)),
    debounce: useService("debounceInput"),
  };
}

export function ScheduleKind({ element, id }: EntryProps) {
  const { schedule, change } = useSchedule(element);
  return (
    <SelectEntry
      element={element}
      id={id}
      label="When"
      getValue={() => schedule.is}
      setValue={(kind) => change(beginning(kind ?? "raw", schedule))}
      getOptions={kinds}
    />
  );
}

export function ScheduleEvery({ element, id }: EntryProps) {
  const { schedule, change, debounce } = useSchedule(element);
  if (schedule.is !== "minutes" && schedule.is !== "hours") return null;
  return (
    <TextFieldEntry
      element={element}
      id={id}
      label={schedule.is === "minutes" ? "Minutes between two runs" : "Hours between two runs"}
      debounce={debounce}
      getValue={() => String(schedule.every)}
      setValue={(text) =>
        countProblem(text) === null && change({ ...schedule, every: Number(text) })
      }
      validate={countProblem}
    />
  );
}

export function ScheduleDay({ element, id }: EntryProps) {
  const { schedule, change } = useSchedule(element);
  if (schedule.is !== "weekly") return null;
  return (
    <SelectEntry
      element={element}
      id={id}
      label="Day"
      getValue={() => schedule.day}
      setValue={(day) => change({ ...schedule, day: day ?? "MON" })}
      getOptions={options(days)}
    />
  );
}

export function ScheduleTime({ element, id }: EntryProps) {
  const { schedule, change, debounce } = useSchedule(element);
  if (schedule.is !== "daily" && schedule.is !== "weekly") return null;
  return (
    <TextFieldEntry
      element={element}
      id={id}
      label="Time"
      description="By the clock of the computer that Wireroom runs on."
      debounce={debounce}
      getValue={() => schedule.at}
      setValue={(at) => timeProblem(at) === null && change({ ...schedule, at: at ?? "" })}
      validate={timeProblem}
    />
  );
}

export function ScheduleRaw({ element, id }: EntryProps) {
  const { schedule, change, debounce } = useSchedule(element);
  if (schedule.is !== "raw") return null;
  return (
    <TextFieldEntry
      element={element}
      id={id}
      label="Cycle"
      description="A cron expression (second minute hour day month weekday) or R/PT15M."
      debounce={debounce}
      getValue={() => schedule.text}
      setValue={(text) => change({ is: "raw", text: text ?? "" })}
    />
  );
}
