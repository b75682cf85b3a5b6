/** The times that people choose; everything else is `raw`. */
export type Schedule =
  | { is: "minutes" | "hours"; every: number }
  | { is: "daily"; at: string }
  | { is: "weekly"; day: string; at: string }
  | { is: "raw"; text: string };

export const days: Record<string, string> = {
  MON: "Monday",
  TUE: "Tuesday",
  WED: "Wednesday",
  THU: "Thursday",
  FRI: "Friday",
  SAT: "Saturday",
  SUN: "Sunday",
  "MON-FRI": "Every weekday",
};

const numbers = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

/** Reads a timer's cycle: `R/PT15M`, `0 0 7 * * MON`. */
export function readSchedule(text: string): Schedule {
  const cycle = text.trim();
  const interval = /^R\/PT(\d+)([MH])$/.exec(cycle);
  if (interval !== null) {
    return { is: interval[2] === "M" ? "minutes" : "hours", every: Number(interval[1]) };
  }
  const cron = /^0 (\d{1,2}) (\d{1,2}) \* \* (\S+)$/.exec(cycle);
  const [minute, hour] = [Number(cron?.[1]), Number(cron?.[2])];
  if (cron === null || minute > 59 || hour > 23) return { is: "raw", text: cycle };
  const at = `${two(hour)}:${two(minute)}`;
  const named = cron[3]?.toUpperCase() ?? "";
  const day = numbers[Number(named)] ?? named;
  if (day === "*") return { is: "daily", at };
  return Object.hasOwn(days, day) ? { is: "weekly", day, at } : { is: "raw", text: cycle };
}

export function writeSchedule(schedule: Schedule): string {
  switch (schedule.is) {
    case "minutes":
      return `R/PT${schedule.every}M`;
    case "hours":
      return `R/PT${schedule.every}H`;
    case "daily":
      return cronAt(schedule.at, "*");
    case "weekly":
      return cronAt(schedule.at, schedule.day);
    case "raw":
      return schedule.text;
  }
}

/** What is wrong with a time of day, or null. */
export const timeProblem = (text: string | undefined): string | null =>
  /^([01]?\d|2[0-3]):[0-5]\d$/.test(text ?? "") ? null : "A time such as 07:30.";

export const countProblem = (text: string | undefined): string | null =>
  /^[1-9]\d{0,3}$/.test(text ?? "") ? null : "A number from 1 to 9999.";

function cronAt(at: string, day: string): string {
  const [hour = "0", minute = "0"] = at.split(":");
  return `0 ${Number(minute)} ${Number(hour)} * * ${day}`;
}

const two = (number: number) => String(number).padStart(2, "0");
