import { BarChart as BarSeries } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { BarSet, ChartSpec } from './chart-spec.ts';

register([BarSeries, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

const narrow = 520;
const barHeight = 16;
const room = 14;
const legendHeight = 28;
/** Most room for the name of a category. */
const nameRoom = { wide: 190, narrow: 96 };

/** How wide words of 12 px are, about: Chinese characters are as wide as high. */
function widthOf(words: string): number {
  return Array.from(words).reduce((width, letter) => width + (letter > '\u2E7F' ? 12 : 8), 0);
}

function widest(words: readonly string[]): number {
  return Math.max(0, ...words.flatMap((each) => each.split('\n')).map(widthOf));
}

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

function seriesOf(bars: BarSet, ink: string) {
  return {
    type: 'bar' as const,
    name: bars.name,
    barWidth: barHeight,
    barGap: '10%',
    silent: true,
    itemStyle: looks(bars),
    label: { show: true, color: ink, fontSize: 12, textBorderWidth: 0 },
    data: bars.bars.map(({ value, label }) => ({
      value,
      label: { formatter: label, position: value < 0 ? ('left' as const) : ('right' as const) },
    })),
  };
}

function optionOf({ categories, sets }: ChartSpec, width: number) {
  const ink = colourOf('--ink');
  const values = sets.flatMap(({ bars }) => bars.map(({ value }) => value));
  const least = Math.min(0, ...values);
  const greatest = Math.max(0, ...values);
  const isNarrow = width < narrow;
  const labels = widest(sets.flatMap(({ bars }) => bars.map(({ label }) => label))) + 12;
  const names = Math.min(widest(categories) + 4, isNarrow ? nameRoom.narrow : nameRoom.wide);
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
    grid: {
      top: sets.length > 1 ? legendHeight : 4,
      bottom: 4,
      left: names + 10 + (least < 0 ? labels : 0),
      right: greatest > 0 ? labels : 8,
      outerBoundsMode: 'none' as const,
    },
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
        lineHeight: 15,
        fontSize: 12,
        margin: least < 0 ? labels + 8 : 8,
        interval: 0,
      },
    },
    series: sets.map((bars) => seriesOf(bars, ink)),
  };
}

/** Lying bars with the figure behind each. The words for those who do not see it are given by what stands around it. */
export function BarChart({ spec, label }: { readonly spec: ChartSpec; readonly label: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(undefined);
  const newest = useRef(spec);
  const { categories, sets } = spec;
  const height = categories.length * (sets.length * (barHeight + 2) + room) + legendHeight + 8;
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const drawn = init(element, undefined, { renderer: 'svg' });
    chart.current = drawn;
    const watch = new ResizeObserver(() => {
      drawn.resize();
      drawn.setOption(optionOf(newest.current, element.clientWidth));
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    newest.current = spec;
    const width = frame.current?.clientWidth ?? 0;
    chart.current?.resize({ height });
    chart.current?.setOption(optionOf(spec, width), { replaceMerge: ['series'] });
  }, [spec, height]);
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the chart is drawn into it
  return <div ref={frame} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
