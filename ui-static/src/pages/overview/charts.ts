import type { Bucket } from "../../api/dashboard.ts";
import { duration } from "../../run/words.ts";
import type { ChartOption } from "./chart.tsx";
import type { Colours } from "./colours.ts";

const font = '"Inter Variable", system-ui, sans-serif';

/** "14:05" within a day, "3 Nov" for whole days, both in between. */
export function bucketWord(at: string, seconds: number, whole: boolean): string {
  const time = new Date(at);
  const day = time.toLocaleDateString("en-GB", { day: "numeric", month: "short" });
  if (seconds >= 86_400) return day;
  const clock = time.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return whole ? `${day}, ${clock}` : clock;
}

function base(buckets: Bucket[], seconds: number, colours: Colours, unit: (n: number) => string): ChartOption {
  const days = seconds >= 21_600;
  const label = { color: colours["ink-soft"], fontFamily: font, fontSize: 12 };
  return {
    animation: false,
    textStyle: { fontFamily: font },
    grid: { left: 8, right: 12, top: 12, bottom: 4, containLabel: true },
    tooltip: {
      trigger: "axis",
      // why no HTML: a tooltip is drawn, so that no name of a workflow can be markup.
      renderMode: "richText",
      confine: true,
      backgroundColor: colours.raised,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontFamily: font, fontSize: 13 },
      valueFormatter: (value) => (typeof value === "number" ? unit(value) : "–"),
      axisPointer: { type: "line", lineStyle: { color: colours["ink-faint"] } },
    },
    xAxis: {
      type: "category",
      data: buckets.map(({ at }) => bucketWord(at, seconds, days)),
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { ...label, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      minInterval: 1,
      splitNumber: 4,
      axisLabel: { ...label, formatter: (value: number) => unit(value) },
      splitLine: { lineStyle: { color: colours.line } },
    },
  };
}

/** How many began, and what became of those that ended. */
export function runsChart(buckets: Bucket[], seconds: number, colours: Colours): ChartOption {
  const bar = (name: string, of: (bucket: Bucket) => number, color: string) => ({
    name,
    type: "bar" as const,
    stack: "ended",
    barMaxWidth: 18,
    itemStyle: { color },
    data: buckets.map(of),
  });
  return {
    ...base(buckets, seconds, colours, (count) => count.toLocaleString("en")),
    series: [
      bar("Done", ({ completed }) => completed, colours.done),
      bar("Needed repair", ({ failed }) => failed, colours.failed),
      bar("Cancelled", ({ cancelled }) => cancelled, colours["ink-faint"]),
      {
        name: "Started",
        type: "line",
        showSymbol: false,
        lineStyle: { color: colours.running, width: 2 },
        itemStyle: { color: colours.running },
        data: buckets.map(({ started }) => started),
      },
    ],
  };
}

/** How long runs took. */
export function durationsChart(buckets: Bucket[], seconds: number, colours: Colours): ChartOption {
  const line = (name: string, of: (bucket: Bucket) => number | undefined, color: string, dashed: boolean) => ({
    name,
    type: "line" as const,
    connectNulls: true,
    showSymbol: buckets.filter((bucket) => of(bucket) !== undefined).length < 3,
    symbolSize: 6,
    lineStyle: { color, width: 2, type: dashed ? ("dashed" as const) : ("solid" as const) },
    itemStyle: { color },
    data: buckets.map((bucket) => of(bucket) ?? null),
  });
  return {
    ...base(buckets, seconds, colours, duration),
    series: [
      line("Half of the runs took less than", ({ p50 }) => p50, colours.running, false),
      line("95 of 100 took less than", ({ p95 }) => p95, colours.waiting, true),
    ],
  };
}
