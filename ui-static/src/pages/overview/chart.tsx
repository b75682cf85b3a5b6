import { BarChart, LineChart, type BarSeriesOption, type LineSeriesOption } from "echarts/charts";
import {
  GridComponent,
  TooltipComponent,
  type GridComponentOption,
  type TooltipComponentOption,
} from "echarts/components";
import { init, use, type ComposeOption, type ECharts } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "preact/hooks";

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | TooltipComponentOption
>;

/** A drawing; what it shows is told by `says`, and by the table that stands beside it. */
export function Chart({ option, says }: { option: ChartOption; says: string }) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | undefined>(undefined);

  useEffect(() => {
    if (box.current === null) return;
    const drawn = init(box.current, null, { renderer: "svg" });
    chart.current = drawn;
    const size = new ResizeObserver(() => drawn.resize());
    size.observe(box.current);
    return () => {
      size.disconnect();
      drawn.dispose();
    };
  }, []);

  useEffect(() => chart.current?.setOption(option, { notMerge: true }), [option]);

  return <div class="chart" ref={box} role="img" aria-label={says} />;
}
