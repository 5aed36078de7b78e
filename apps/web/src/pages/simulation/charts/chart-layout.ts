import type { ChartSpec } from './chart-spec.ts';

const barHeight = 16;
const lineHeight = 15;
const room = 14;
const legendHeight = 28;
/** Room for the name of a category, and what bars need at least before longer names or labels get more. */
const nameRoom = { least: 96, most: 190 };
const barRoom = 100;

/** How wide words of 12 px are, about: Chinese characters are as wide as high. */
function widthOf(words: string): number {
  return Array.from(words).reduce((width, letter) => width + (letter > '\u2E7F' ? 12 : 8), 0);
}

function widest(words: readonly string[]): number {
  return Math.max(0, ...words.flatMap((each) => each.split('\n')).map(widthOf));
}

/** In how many lines words are broken: between English words, anywhere between Chinese characters. */
function linesOf(words: string, width: number): number {
  return words.split('\n').reduce((lines, part) => {
    let used = 0;
    let more = 1;
    for (const piece of part.match(/[^\s\u2E80-\uFFFF]+\s?|./gsu) ?? []) {
      const wide = widthOf(piece);
      if (used > 0 && used + wide > width) {
        more++;
        used = 0;
      }
      used += wide;
      more += Math.ceil(Math.max(0, used - width) / width);
      used = Math.min(used, width);
    }
    return lines + more;
  }, 0);
}

/** Where the parts of a chart stand, in pixels. */
export interface ChartLayout {
  readonly height: number;
  readonly barHeight: number;
  readonly lineHeight: number;
  readonly top: number;
  readonly left: number;
  readonly right: number;
  /** Room for names. */
  readonly names: number;
  /** Between names and bars, for the labels of bars that go to the left. */
  readonly leftLabels: number;
  /** Too narrow for the whole labels: the short ones, and all on the right of their bars. */
  readonly short: boolean;
}

/** Lays out a chart for a width: names and labels are never cut off, bars get what is left. */
export function layoutOf({ categories, sets }: ChartSpec, width: number): ChartLayout {
  const values = sets.flatMap(({ bars }) => bars.map(({ value }) => value));
  const [toLeft, toRight] = [values.some((value) => value < 0), values.some((value) => value > 0)];
  const labelled = (short: boolean) =>
    12 +
    widest(
      sets.flatMap(({ bars }) => bars.map((bar) => (short ? (bar.short ?? bar.label) : bar.label))),
    );
  const whole = labelled(false);
  const sides = (toLeft ? 1 : 0) + (toRight ? 1 : 0);
  const short = width - Math.min(widest(categories), nameRoom.least) - whole * sides < barRoom;
  const label = short ? labelled(true) : whole;
  const rest = width - label * (short ? 1 : sides) - barRoom;
  const names = Math.min(
    widest(categories) + 4,
    Math.min(nameRoom.most, Math.max(nameRoom.least, rest)),
  );
  const lines = Math.max(1, ...categories.map((each) => linesOf(each, names)));
  const row = Math.max(sets.length * (barHeight + 2) + room, lines * lineHeight + 6);
  const leftLabels = toLeft && !short ? label : 0;
  return {
    height: categories.length * row + legendHeight + 8,
    barHeight,
    lineHeight,
    top: sets.length > 1 ? legendHeight : 4,
    left: names + 10 + leftLabels,
    right: toRight || short ? label : 8,
    names,
    leftLabels,
    short,
  };
}
