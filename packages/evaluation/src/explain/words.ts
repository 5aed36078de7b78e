import { formatMoneyEn, formatMoneyZh, fraction, findUnit } from '@luodi/kernel';
import type { Dimension, Rational } from '@luodi/kernel';
import type { Fact, ValueType, Vocabulary } from '@luodi/language';
import type { Bilingual } from '../domain/bilingual.ts';
import { exactly } from '../domain/outcome.ts';
import type { Outcome } from '../domain/outcome.ts';
import { referenceKey } from '../facts/fact-reference.ts';
import type { FactReference } from '../facts/fact-reference.ts';

export type Language = 'zh' | 'en';

const baseUnits: Readonly<Record<string, Bilingual & { readonly size: bigint }>> = {
  area: { zh: '平方米', en: ' m²', size: 1n },
  coal: { zh: '吨标煤', en: ' tce', size: 1n },
  container: { zh: '标箱', en: ' TEU', size: 1n },
  day: { zh: '天', en: ' days', size: 1n },
  energy: { zh: '千瓦时', en: ' kWh', size: 1000n },
  length: { zh: '厘米', en: ' cm', size: 10n },
  mass: { zh: '千克', en: ' kg', size: 1n },
  month: { zh: '个月', en: ' months', size: 1n },
  power: { zh: '瓦', en: ' W', size: 1n },
  voltage: { zh: '伏', en: ' V', size: 1n },
  workday: { zh: '个工作日', en: ' working days', size: 1n },
};

function scaled(value: Rational, size: bigint): string {
  return fraction.formatDecimal(fraction.multiply(value, { numerator: 1n, denominator: size }));
}

/** Money by measure: `0.2元/瓦`, `CNY 0.2 per W`. */
function sayPrice(value: Rational, dimension: Dimension): Bilingual | undefined {
  const [below, ...others] = dimension.split('·').filter((factor) => factor !== 'money');
  const base = baseUnits[below?.replace('^-1', '') ?? ''];
  if (base === undefined || others.length > 0 || below?.endsWith('^-1') !== true) return undefined;
  const price = fraction.multiply(value, { numerator: base.size, denominator: 1n });
  return {
    zh: `${formatMoneyZh(price)}/${base.zh}`,
    en: `${formatMoneyEn(price)} per${base.en.replace(/s$/, '')}`,
  };
}

/** A number as people write it in its unit. Rates read as percentages when small, money in 元 or 万元. */
export function sayNumber(
  value: Rational,
  type: Extract<ValueType, { kind: 'number' }>,
  unit: string | undefined,
): Bilingual {
  if (type.dimension === 'money') return { zh: formatMoneyZh(value), en: formatMoneyEn(value) };
  if (type.dimension === 'month' && value.denominator === 1n && value.numerator % 12n === 0n) {
    const years = value.numerator / 12n;
    return { zh: `${years}年`, en: `${years} ${years === 1n ? 'year' : 'years'}` };
  }
  const stated = unit === undefined ? undefined : findUnit(unit);
  if (type.dimension === '' && type.counter === undefined) {
    const rate = stated?.symbol === '‰' ? '‰' : '%';
    const asRate = stated === undefined || stated.symbol === '%' || stated.symbol === '‰';
    const small = fraction.compare(value, fraction.one) <= 0;
    if (asRate && small) {
      const text = `${fraction.formatDecimal(fraction.multiply(value, { numerator: rate === '%' ? 100n : 1000n, denominator: 1n }))}${rate}`;
      return { zh: text, en: text };
    }
  }
  if (type.counter !== undefined) {
    const digits = fraction.formatDecimal(value);
    return { zh: `${digits}${type.counter}`, en: digits };
  }
  const base = baseUnits[type.dimension];
  if (base === undefined) {
    const price = sayPrice(value, type.dimension);
    if (price !== undefined) return price;
    const digits = fraction.formatDecimal(value);
    return { zh: digits, en: digits };
  }
  const digits = scaled(value, base.size);
  return { zh: `${digits}${base.zh}`, en: `${digits}${base.en}` };
}

/** A member of a code list under both names. */
export function sayMember(list: string, name: string, vocabulary: Vocabulary): Bilingual {
  const member = vocabulary.lists.get(list)?.members.find((each) => each.name === name);
  return { zh: name, en: member?.nameEn ?? name };
}

/** What an outcome is in words; `未知` / `unknown` for what is not known. */
export function sayOutcome(
  outcome: Outcome,
  type: ValueType,
  unit: string | undefined,
  vocabulary: Vocabulary,
): Bilingual {
  const unknown = { zh: '未知', en: 'unknown' };
  switch (outcome.kind) {
    case 'truth':
      if (outcome.value === undefined) return unknown;
      return outcome.value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    case 'number': {
      const value = exactly(outcome);
      if (value === undefined || type.kind !== 'number') return unknown;
      return sayNumber(value, type, unit);
    }
    case 'date':
      if (outcome.value === undefined) return unknown;
      return { zh: outcome.value.toString(), en: outcome.value.toString() };
    case 'name':
      if (outcome.value === undefined) return unknown;
      return type.kind === 'choice'
        ? sayMember(type.list, outcome.value, vocabulary)
        : { zh: outcome.value, en: outcome.value };
  }
}

const aspectsEn: Readonly<Record<string, (name: string) => string>> = {
  years_before1: (name) => `${name} (year before)`,
  years_before2: (name) => `${name} (two years before)`,
  windowsum: (name) => `${name} (total of three years)`,
  windowmean: (name) => `${name} (mean of three years)`,
  past_highest: (name) => `${name} (highest of earlier years)`,
  receivedtotal: (name) => `received so far: ${name}`,
  receivedthis_year: (name) => `received this year: ${name}`,
  receivedcount: (name) => `times received: ${name}`,
  items: (name) => `list of: ${name}`,
};

function aspectKey({ aspect }: FactReference): string {
  switch (aspect.kind) {
    case 'years_before':
      return `years_before${aspect.years}`;
    case 'window':
      return `window${aspect.combine}`;
    case 'received':
      return `received${aspect.measure}`;
    case 'itself':
    case 'items':
    case 'past_highest':
      return aspect.kind;
  }
}

/** A reference in words: its label in both languages. */
export function sayReference(reference: FactReference, vocabulary: Vocabulary): Bilingual {
  const { name } = reference;
  const nameEn =
    vocabulary.facts.get(name)?.nameEn ??
    vocabulary.matters.get(name)?.nameEn ??
    vocabulary.entities.get(name)?.nameEn ??
    name;
  return { zh: referenceKey(reference), en: aspectsEn[aspectKey(reference)]?.(nameEn) ?? nameEn };
}

export function factOf(reference: FactReference, vocabulary: Vocabulary): Fact | undefined {
  return vocabulary.facts.get(reference.name);
}
