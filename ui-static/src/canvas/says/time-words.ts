import { scheduleWords } from "../trigger/schedule-words.ts";

const units = { Y: "year", M: "month", W: "week", D: "day", H: "hour", N: "minute", S: "second" };

/** “PT1H30M” as “1 hour 30 minutes”; undefined for what is no plain length of time. */
export function durationWords(text: string): string | undefined {
  const match = /^P(?=[\dT])((?:\d+[YMWD])*)(?:T((?:\d+[HMS])+))?$/.exec(text.trim());
  if (match === null) return undefined;
  const days = [...(match[1] ?? "").matchAll(/(\d+)([YMWD])/g)];
  const clock = [...(match[2] ?? "").matchAll(/(\d+)([HMS])/g)].map(
    ([, count, unit]) => ["", count, unit === "M" ? "N" : unit] as const,
  );
  return [...days, ...clock].map(([, count, unit]) => many(Number(count), unit as keyof typeof units)).join(" ");
}

const many = (count: number, unit: keyof typeof units) => `${count} ${units[unit]}${count === 1 ? "" : "s"}`;

/** A time that repeats, as “every weekday at 07:00”. */
export const cycleWords = (text: string): string => scheduleWords(text);
