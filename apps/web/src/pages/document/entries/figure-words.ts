import { findUnit, formatMoneyEn, fraction } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import type { Figure, FigureTime, Moment, TimeLimit } from '@luodi/language';
import type { Texts } from '../../../i18n/zh.ts';

type Language = 'zh' | 'en';

const timeUnitsEn: Readonly<Record<string, string>> = {
  个工作日: 'working days',
  工作日: 'working days',
  自然日: 'days',
  个自然日: 'days',
  日: 'days',
  天: 'days',
  周: 'weeks',
  月: 'months',
  个月: 'months',
  年: 'years',
  小时: 'hours',
  个小时: 'hours',
  分钟: 'minutes',
};

const unitsEn: Readonly<Record<string, string>> = {
  亩: 'mu',
  平方米: 'm²',
  平方公里: 'km²',
  平方千米: 'km²',
  公顷: 'ha',
  米: 'm',
  公里: 'km',
  千米: 'km',
  吨: 't',
  吨标煤: 'tce',
  千瓦: 'kW',
  兆瓦: 'MW',
  千瓦时: 'kWh',
  个百分点: 'percentage points',
  倍: 'times',
  // Of a rating; nobody sets a target of so many fen.
  分: 'points',
  美元: 'US dollars',
};

function grouped(number: Rational): string {
  return fraction.formatExact(number).replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}

/** The unit without the magnitude before it: 万 and 平方米 of 万平方米, 亿 and 千瓦时 of 亿千瓦时. */
function splitUnit(
  unit: string,
): { readonly magnitude: string; readonly base: string } | undefined {
  for (let at = 0; at < unit.length; at++) {
    const [magnitude, base] = [unit.slice(0, at), unit.slice(at)];
    if (/[^十百千万亿]/.test(magnitude)) return undefined;
    if (unitsEn[base] !== undefined) return { magnitude, base };
  }
  return undefined;
}

/** A magnitude before a unit goes into the number in English. */
function sayMeasured(number: Rational, unit: string): string | undefined {
  const split = splitUnit(unit);
  if (split === undefined) return undefined;
  const scale = split.magnitude === '' ? fraction.one : findUnit(split.magnitude)?.scale;
  if (scale === undefined) return undefined;
  return `${grouped(fraction.multiply(number, scale))} ${unitsEn[split.base] ?? ''}`;
}

/** A number in its unit: as the text writes it in Chinese, money, counters and magnitudes in plain figures in English. */
function sayNumber(number: Rational, unit: string, language: Language): string {
  const digits = fraction.formatExact(number);
  if (language === 'zh') return `${digits}${unit}`;
  if (unit === '%' || unit === '‰') return `${digits}${unit}`;
  const time = timeUnitsEn[unit];
  if (time !== undefined) return `${digits} ${digits === '1' ? time.replace(/s$/, '') : time}`;
  const measured = sayMeasured(number, unit);
  if (measured !== undefined) return measured;
  const known = findUnit(unit);
  if (known?.dimension === 'money') return formatMoneyEn(fraction.multiply(number, known.scale));
  if (known?.counter !== undefined) return grouped(fraction.multiply(number, known.scale));
  return `${grouped(number)} ${unit}`.trim();
}

/** A figure with its word of comparison. */
export function sayFigure(figure: Figure, texts: Texts, language: Language): string {
  switch (figure.kind) {
    case 'number': {
      const { comparison, number, unit } = figure;
      return `${texts.entries.comparisons[comparison]}${sayNumber(number, unit, language)}`;
    }
    case 'range':
      return texts.entries.range(
        sayNumber(figure.from, figure.unit, language),
        sayNumber(figure.to, figure.unit, language),
      );
    case 'words':
      return figure.words;
  }
}

/** `2025`, `2025-06`, `2025-12-31`. */
export function sayMoment({ year, month, day }: Moment): string {
  return [year, month, day]
    .flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]))
    .join('-');
}

/** The time that a figure is for. */
export function sayTime(time: FigureTime, texts: Texts): string {
  switch (time.kind) {
    case 'moment':
      return sayMoment(time.moment);
    case 'span':
      return texts.entries.range(sayMoment(time.from), sayMoment(time.to));
    case 'every_year':
      return texts.entries.everyYear;
    case 'unstated':
      return texts.entries.noTime;
  }
}

/** A time limit with the day from which it runs. */
export function sayLimit(limit: TimeLimit, texts: Texts, language: Language): string {
  if (limit.kind === 'words') return limit.words;
  return texts.entries.within(sayFigure(limit.length, texts, language), limit.from ?? '');
}
