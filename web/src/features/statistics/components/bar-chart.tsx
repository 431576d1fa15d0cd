/** Grouped bars, drawn by echarts as SVG. Only the parts that are used are in the bundle. */
import { BarChart as Bars, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { useColourScheme } from '../../../theme/colour-scheme.js';
import { COLOURS } from '../../../theme/theme.js';

register([Bars, ScatterChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Apart from each other in lightness too, for those who see no hues. */
const SERIES = {
  light: ['#0b5c66', '#b42318', '#f2b84b', '#6b8fb5'],
  dark: ['#3fa8b5', '#f0847a', '#f2c46b', '#9db9d8'],
} as const;

export interface BarChartHandle {
  /** The picture as a file's content. */
  svg(): string;
}

interface BarChartProps {
  /** What a screen reader says of the picture; the numbers are in the table. */
  label: string;
  parts: readonly { key: string; name: string; values: readonly (number | null)[] }[];
  /** A score from 1 to 5 is a dot on an axis of its own; everything else is counted in bars. */
  series: readonly { id: string; name: string; scale?: 'count' | 'score' }[];
  /** Null: the bars lead nowhere. */
  onOpen: ((bar: { part: string; series: string }) => void) | null;
  ref: Ref<BarChartHandle>;
}

export function BarChart({ label, parts, series, onOpen, ref }: BarChartProps) {
  const { scheme } = useColourScheme();
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  useImperativeHandle(ref, () => ({ svg: () => chart.current?.renderToSVGString() ?? '' }));

  useEffect(() => {
    const made = init(holder.current, null, { renderer: 'svg' });
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(holder.current!);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    const text = { color: COLOURS[scheme].ink, fontSize: 12 };
    chart.current?.setOption(
      {
        animation: false,
        color: [...SERIES[scheme]],
        textStyle: { fontFamily: 'system-ui, sans-serif' },
        grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
        legend: { top: 0, left: 0, itemWidth: 14, textStyle: text },
        tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
        xAxis: {
          type: 'category',
          data: parts.map(({ name }) => name),
          axisLabel: { ...text, interval: 0, rotate: isCrowded(parts) ? 35 : 0 },
          axisTick: { show: false },
        },
        yAxis: [
          { type: 'value', axisLabel: text, splitLine: { lineStyle: { color: COLOURS[scheme].line } } },
          ...(series.some(({ scale }) => scale === 'score')
            ? [{ type: 'value', min: 1, max: 5, interval: 1, axisLabel: text, splitLine: { show: false } }]
            : []),
        ],
        series: series.map(({ name, scale }, index) => ({
          ...{ name, cursor: onOpen ? 'pointer' : 'default' },
          ...(scale === 'score'
            ? {
                type: 'scatter',
                yAxisIndex: 1,
                symbolSize: 12,
                itemStyle: { opacity: 1, borderColor: '#fff', borderWidth: 1 },
              }
            : { type: 'bar', barMaxWidth: 28 }),
          data: parts.map(({ values }) => values[index]),
        })),
      },
      { notMerge: true },
    );
  }, [parts, series, onOpen, scheme]);

  useEffect(() => {
    if (!onOpen) return;
    const made = chart.current!;
    const open = ({ dataIndex, seriesIndex }: { dataIndex: number; seriesIndex?: number }) =>
      onOpen({ part: parts[dataIndex]!.key, series: series[seriesIndex ?? 0]!.id });
    made.on('click', open);
    return () => {
      // The chart may have been disposed of first.
      if (!made.isDisposed()) made.off('click', open);
    };
  }, [parts, series, onOpen]);

  return <div ref={holder} role="img" aria-label={label} className="statistics-chart" />;
}

/** Labels that would not stand beside each other in a card. */
function isCrowded(parts: readonly { name: string }[]): boolean {
  return parts.length > 1 && parts.reduce((sum, { name }) => sum + name.length + 2, 0) > 60;
}
