import { days, readSchedule } from "./schedule.ts";

const units = { S: "second", M: "minute", H: "hour", D: "day", W: "week", MO: "month", Y: "year" };
type Unit = keyof typeof units;

/** A timer's text as a person says it; what cannot be said so stays as it is. */
export function scheduleWords(text: string): string {
  const interval = /^R(\d*)\/(?:[^/]+\/)?P(?:(\d+)([DWMY])|T(\d+)([SMH]))$/.exec(text.trim());
  if (interval !== null) {
    const [, times, days, dayUnit, clock, clockUnit] = interval;
    const unit = (clockUnit ?? (dayUnit === "M" ? "MO" : dayUnit)) as Unit;
    return every(Number(clock ?? days), unit) + (times === "" ? "" : `, ${times} times`);
  }
  const schedule = readSchedule(text);
  if (schedule.is === "daily") return `every day at ${schedule.at}`;
  if (schedule.is !== "weekly") return text;
  return `${schedule.day === "MON-FRI" ? "every weekday" : `${days[schedule.day]}s`} at ${schedule.at}`;
}

const every = (count: number, unit: Unit) =>
  count === 1 ? `every ${units[unit]}` : `every ${count} ${units[unit]}s`;
