import { fraction, parseQuantity, rational } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { Reporter } from '../diagnostic/reporter.ts';
import type { Conversion, ReadMeasure } from '../policy/read-measure.ts';
import { spanOf } from '../read/data-node.ts';
import type { DataNode } from '../read/data-node.ts';
import type { Expression, Measure, Value } from '../tree/index.ts';
import { expressionsOfAmount, walkExpression } from '../tree/walk-expression.ts';
import { normalizeWords } from './quoted-quantities.ts';
import type { Words } from './words.ts';

type Literal = Extract<Expression, { kind: 'literal' }>;

function* literalsOf(measure: Measure): Generator<Literal> {
  const roots = [
    ...measure.conditions,
    ...measure.exclusions,
    ...expressionsOfAmount(measure.amount),
    ...(measure.totalCap === undefined ? [] : [measure.totalCap]),
  ];
  for (const root of roots)
    for (const node of walkExpression(root)) if (node.kind === 'literal') yield node;
}

function dateStands(date: PlainDate, words: string): boolean {
  const { year, month, day } = date;
  const forms = [`${month}月${day}日`, `${year}-${month}-${day}`, `${year}.${month}.${day}`];
  if (day === 1 || day === date.daysInMonth) forms.push(`${year}年${month}月`);
  if ((month === 1 && day === 1) || (month === 12 && day === 31)) forms.push(String(year));
  return forms.some((form) => words.includes(form)) || words.includes(date.toString());
}

/** Whether the value of a literal stands in words, in the same unit. */
export function literalStands(literal: Literal, words: Words): boolean {
  const { value, type, text } = literal;
  if (value.kind === 'date') return dateStands(value.value, words.text);
  if (value.kind !== 'number' || type.kind !== 'number') return true;
  const bare = /^[−-]?[\d.]+$/.test(text);
  return words.quantities.some((quoted) =>
    bare
      ? fraction.equal(quoted.number, value.value)
      : quoted.dimension === type.dimension && fraction.equal(quoted.value, value.value),
  );
}

/** Whether the left side of a 换算 means this literal: the same text, or the same value in the same dimension. */
function binds(conversion: Conversion, value: Value, text: string): boolean {
  const written = normalizeWords(conversion.literal.text);
  if (written === normalizeWords(text)) return true;
  const quantity = parseQuantity(written);
  if (typeof quantity === 'string' || value.kind !== 'number') return false;
  const own = parseQuantity(text);
  if (typeof own === 'string' || own.dimension !== quantity.dimension) return false;
  return fraction.equal(quantity.value, value.value);
}

/** 至多: the number of payments is a number of the words, of years (分3年每年) as often as of times. */
function checkMostTimes(
  node: DataNode | undefined,
  measure: Measure,
  words: Words,
  bound: (value: Value, text: string) => boolean,
  reporter: Reporter,
): void {
  if (node?.kind !== 'scalar' || measure.mostTimes === undefined) return;
  const times = rational(BigInt(measure.mostTimes));
  if (bound({ kind: 'number', value: times }, node.text)) return;
  if (words.quantities.some((quoted) => fraction.equal(quoted.number, times))) return;
  reporter.report('valueNotQuoted', spanOf(node), `“${node.text}”不在引文里`, {
    related: [{ message: '引文', span: measure.quote.span }],
  });
}

function checkShares(
  shares: DataNode | undefined,
  measure: Measure,
  words: () => readonly Words[],
  bound: (value: Value, text: string) => boolean,
  reporter: Reporter,
): void {
  if (shares?.kind !== 'mapping') return;
  shares.entries.forEach(({ value }, index) => {
    const share = measure.shares[index]?.share;
    if (share?.kind !== 'number' || value.kind !== 'scalar') return;
    if (bound(share, value.text)) return;
    const found = words().some((part) =>
      part.quantities.some((quoted) => fraction.equal(quoted.value, share.value)),
    );
    if (!found)
      reporter.report('valueNotQuoted', spanOf(value), `“${value.text}”不在引文和文首的“资金”里`);
  });
}

/**
 * Each number and date of a rule stands in the quotation above it, or is bound to words of it by 换算. Shares may also
 * stand anywhere in the document (`allWords`). `words` are those of the quotation.
 */
export function checkQuotedValues(
  { measure, conversions, keyed }: ReadMeasure,
  words: Words,
  allWords: () => Words,
  reporter: Reporter,
): void {
  const used = new Set<Conversion>();
  const bound = (value: Value, text: string) => {
    const conversion = conversions.find((candidate) => binds(candidate, value, text));
    if (conversion !== undefined) used.add(conversion);
    return conversion !== undefined;
  };
  for (const literal of literalsOf(measure)) {
    if (bound(literal.value, literal.text) || literalStands(literal, words)) continue;
    reporter.report('valueNotQuoted', literal.span, `“${literal.text}”不在引文里`, {
      related: [{ message: '引文', span: measure.quote.span }],
    });
  }
  checkMostTimes(keyed.value('至多'), measure, words, bound, reporter);
  const shares = keyed.value('分担');
  if (shares !== undefined)
    checkShares(shares, measure, () => [words, allWords()], bound, reporter);
  for (const conversion of conversions) {
    if (!used.has(conversion)) {
      const message = `规则里没有“${conversion.literal.text}”，这项换算没有用到`;
      reporter.report('unusedConversion', spanOf(conversion.literal), message);
    }
    for (const word of conversion.words) {
      if (word.text !== '' && words.text.includes(normalizeWords(word.text))) continue;
      reporter.report('conversionNotQuoted', spanOf(word), `“${word.text}”不在引文里`);
    }
  }
}
