import { formatMoneyEn, parseQuantity } from '@luodi/kernel';
import type { Language } from '@luodi/evaluation';
import type { SimulationParameter } from '@luodi/server/contract';

type Range = NonNullable<SimulationParameter['range']>;

/** Most decimal places of a number that is typed. */
const mostPlaces = 6;

/** The number of a value written in the unit of a range: `6%` → 6. What is in another unit or unreadable: undefined. */
export function numberOf(text: string, { unit }: Range): number | undefined {
  const digits = text.endsWith(unit) ? text.slice(0, text.length - unit.length) : text;
  const plain = digits.replaceAll(/[,，\s]/g, '');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** A number of a range as a rule writes it: 6 → `6%`. */
export function valueOf(number: number, { unit }: Range): string {
  return `${Number(number.toFixed(mostPlaces))}${unit}`;
}

/** Where the slider goes: its range, or further if a number beyond it was typed. */
export function reachOf(
  range: Range,
  number: number,
): { readonly min: number; readonly max: number } {
  return { min: Math.min(range.min, number), max: Math.max(range.max, number) };
}

/** A value of a rule in the language of the page: `300万元` → `CNY 3,000,000`. */
export function valueWords(
  text: string,
  language: Language,
  units: Readonly<Record<string, string>>,
): string {
  if (language === 'zh') return text;
  const quantity = parseQuantity(text);
  if (typeof quantity !== 'string' && quantity.dimension === 'money')
    return formatMoneyEn(quantity.value);
  const [, number = text, unit = ''] = /^([\d.,]+)(.*)$/.exec(text) ?? [];
  const word = units[unit];
  return word === undefined ? text : `${number} ${word}`;
}

/** A budget as typed in the form that the server reads: `5亿元`, `500 million`, `30,000,000`. Undefined: no sum. */
export function budgetOf(typed: string): string | undefined {
  const text = typed.trim().replace(/^(?:CNY|RMB|¥)\s*/i, '');
  if (text === '') return undefined;
  const [, digits = '', word = ''] = /^([\d.,，]+)\s*(.*)$/.exec(text) ?? [];
  const unit =
    { '': '元', million: '百万元', billion: '十亿元', 亿: '亿元', 万: '万元' }[
      word.toLowerCase()
    ] ?? word;
  const sum = `${digits.replaceAll(/[,，]/g, '')}${unit}`;
  const quantity = parseQuantity(sum);
  return typeof quantity !== 'string' && quantity.dimension === 'money' ? sum : undefined;
}
