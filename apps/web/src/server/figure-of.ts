import { fraction, rational } from '@luodi/kernel';
import type { Figure, FigureTime, Moment, TimeLimit } from '@luodi/language';
import type { DepartmentResponse } from '@luodi/server/contract';

type IndicatorJson = DepartmentResponse['indicators'][number]['indicator'];
type FigureJson = IndicatorJson['targets'][number]['figure'];
type TimeJson = IndicatorJson['targets'][number]['time'];
type LimitJson = NonNullable<DepartmentResponse['procedures'][number]['steps'][number]['limit']>;

function numberOf(text: string) {
  return fraction.parseDecimal(text) ?? rational(0n);
}

function quantityOf(
  figure: Exclude<FigureJson, { kind: 'words' }>,
): Exclude<Figure, { kind: 'words' }> {
  return figure.kind === 'number'
    ? { ...figure, number: numberOf(figure.number) }
    : { ...figure, from: numberOf(figure.from), to: numberOf(figure.to) };
}

/** A figure as the documents' tree has it, out of an answer of the server. */
export function figureOf(figure: FigureJson): Figure {
  return figure.kind === 'words' ? figure : quantityOf(figure);
}

/** `2025`, `2025-06`, `2025-12-31` as a moment. */
function momentOf(text: string): Moment {
  const [year = 0, month, day] = text.split('-').map(Number);
  return { year, month, day };
}

/** The time that a figure is for, out of an answer of the server. */
export function timeOf(time: TimeJson): FigureTime {
  switch (time.kind) {
    case 'moment':
      return { kind: time.kind, moment: momentOf(time.at) };
    case 'span':
      return { kind: time.kind, from: momentOf(time.from), to: momentOf(time.to) };
    case 'every_year':
    case 'unstated':
      return time;
  }
}

/** A time limit out of an answer of the server. */
export function limitOf(limit: LimitJson): TimeLimit {
  return limit.kind === 'words'
    ? limit
    : { kind: limit.kind, length: quantityOf(limit.length), from: limit.from ?? undefined };
}
