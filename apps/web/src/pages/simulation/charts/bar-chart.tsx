import { BarChart as BarSeries } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { layoutOf } from './chart-layout.ts';
import type { ChartLayout } from './chart-layout.ts';
import type { BarSet, ChartSpec } from './chart-spec.ts';

register([BarSeries, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

function colourOf(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** What was before is hatched grey, what comes is plain: to be told apart without colours. */
function looks({ look }: BarSet) {
  if (look === 'plain') return { color: colourOf('--accent') };
  return {
    color: '#d3d8df',
    borderColor: colourOf('--no'),
    borderWidth: 1,
    decal: {
      symbol: 'rect',
      color: colourOf('--no'),
      dashArrayX: [1, 0],
      dashArrayY: [1, 4],
      rotation: Math.PI / 4,
    },
  };
}

function seriesOf(bars: BarSet, ink: string, { barHeight, short }: ChartLayout) {
  return {
    type: 'bar' as const,
    name: bars.name,
    barWidth: barHeight,
    barGap: '10%',
    silent: true,
    itemStyle: looks(bars),
    label: { show: true, color: ink, fontSize: 12, textBorderWidth: 0 },
    data: bars.bars.map(({ value, label, short: shorter = label }) => ({
      value,
      label: {
        formatter: short ? shorter : label,
        // Where it is narrow, what a bar to the left says stands in the room on its right.
        position: value < 0 && !short ? ('left' as const) : ('right' as const),
      },
    })),
  };
}

function optionOf({ categories, sets }: ChartSpec, layout: ChartLayout) {
  const ink = colourOf('--ink');
  const values = sets.flatMap(({ bars }) => bars.map(({ value }) => value));
  const least = Math.min(0, ...values);
  const greatest = Math.max(0, ...values);
  const { top, left, right, names, leftLabels, lineHeight } = layout;
  return {
    animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 200,
    animationDurationUpdate: 200,
    // The family itself: words are measured before they are in the page.
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    legend: {
      show: sets.length > 1,
      top: 0,
      left: 0,
      selectedMode: false as const,
      itemWidth: 18,
      itemHeight: 10,
      textStyle: { color: ink },
    },
    grid: { top, bottom: 4, left, right, outerBoundsMode: 'none' as const },
    xAxis: {
      type: 'value' as const,
      min: least,
      max: greatest === 0 && least === 0 ? 1 : greatest,
      axisLabel: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: [...categories],
      axisTick: { show: false },
      axisLine: { onZero: true, lineStyle: { color: colourOf('--no') } },
      axisLabel: {
        color: ink,
        width: names,
        overflow: 'break' as const,
        lineHeight,
        fontSize: 12,
        margin: leftLabels + 8,
        interval: 0,
      },
    },
    series: sets.map((bars) => seriesOf(bars, ink, layout)),
  };
}

/** Makes an element as high as its chart needs. */
function makeRoom(element: HTMLElement, spec: ChartSpec): ChartLayout {
  const layout = layoutOf(spec, element.clientWidth);
  element.style.height = `${layout.height}px`;
  return layout;
}

/** Draws into an element of any width, as high as that needs. */
function draw(element: HTMLElement, chart: ReturnType<typeof init>, spec: ChartSpec): void {
  const layout = makeRoom(element, spec);
  chart.resize({ height: layout.height });
  chart.setOption(optionOf(spec, layout), { replaceMerge: ['series'] });
}

/** Lying bars with the figure behind each. The words for those who do not see it are given by what stands around it. */
export function BarChart({ spec, label }: { readonly spec: ChartSpec; readonly label: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(undefined);
  const newest = useRef(spec);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    makeRoom(element, newest.current);
    const drawn = init(element, undefined, { renderer: 'svg' });
    chart.current = drawn;
    const watch = new ResizeObserver(() => draw(element, drawn, newest.current));
    watch.observe(element);
    return () => {
      watch.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    newest.current = spec;
    if (frame.current !== null && chart.current !== undefined)
      draw(frame.current, chart.current, spec);
  }, [spec]);
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the chart is drawn into it
  return <div ref={frame} role="img" aria-label={label} style={{ width: '100%' }} />;
}
