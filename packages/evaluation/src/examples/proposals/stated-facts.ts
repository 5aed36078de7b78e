import { findUnit, fraction, rational } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import type { ComparisonOperator, Expression, Vocabulary } from '@luodi/language';
import { sayNumber } from '../../explain/words.ts';
import { referenceKey } from '../../facts/fact-reference.ts';

/** Facts as an example writes them: Chinese key, value with its unit. */
export type StatedFacts = ReadonlyMap<string, string>;

type Comparison = Extract<Expression, { kind: 'comparison' }>;

/** A comparison of one stated thing with a number or date that the rule gives. */
export interface Threshold {
  readonly key: string;
  readonly fact: Expression;
  readonly operator: ComparisonOperator;
  readonly limit: Extract<Expression, { kind: 'literal' }>;
}

const flipped: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '=',
  '≠': '≠',
  '>=': '<=',
  '>': '<',
  '<=': '>=',
  '<': '>',
};

const opposite: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '≠',
  '≠': '=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '<': '>=',
};

/** How an applicant states what an expression names; `undefined` for anything that is reckoned. */
export function statedKey(expression: Expression): string | undefined {
  if (expression.kind === 'fact') {
    const { fact: name, yearsBefore } = expression;
    if (yearsBefore === 0) return referenceKey({ name, aspect: { kind: 'itself' } });
    if (yearsBefore !== 1 && yearsBefore !== 2) return undefined;
    return referenceKey({ name, aspect: { kind: 'years_before', years: yearsBefore } });
  }
  if (expression.kind === 'past_highest')
    return referenceKey({ name: expression.fact, aspect: { kind: 'past_highest' } });
  if (expression.kind === 'window') {
    const { fact: name, combine, years } = expression;
    return referenceKey({ name, aspect: { kind: 'window', combine, years } });
  }
  if (expression.kind !== 'history') return undefined;
  const { about, measure } = expression;
  return referenceKey({ name: about, aspect: { kind: 'received', measure } });
}

/** The threshold in a comparison, whichever side the number stands on. */
export function thresholdOf(comparison: Comparison): Threshold | undefined {
  const { left, right, operator } = comparison;
  const [fact, limit, relation] =
    right.kind === 'literal' ? [left, right, operator] : [right, left, flipped[operator]];
  const key = statedKey(fact);
  if (key === undefined || limit.kind !== 'literal') return undefined;
  return { key, fact, operator: relation, limit };
}

function unitOf(expression: Expression, vocabulary: Vocabulary): string | undefined {
  return 'fact' in expression ? vocabulary.facts.get(expression.fact)?.unit : undefined;
}

/** A number as an example writes it for this fact, without separators that YAML would take for its own. */
export function numberText(value: Rational, of: Expression, vocabulary: Vocabulary): string {
  if (of.type.kind !== 'number') return '';
  if (of.kind === 'history' && of.measure === 'count') return `${fraction.formatDecimal(value)}次`;
  return sayNumber(value, of.type, unitOf(of, vocabulary)).zh.replaceAll(',', '');
}

/** The least difference that a rule could see: one fen, one piece, a hundredth of a per cent, of the unit a hundredth. */
function stepOf(of: Expression, vocabulary: Vocabulary): Rational {
  if (of.type.kind !== 'number') return fraction.one;
  if (of.type.dimension === 'money' || of.type.counter !== undefined) return fraction.one;
  if (of.kind === 'history') return fraction.one;
  const fact = 'fact' in of ? vocabulary.facts.get(of.fact) : undefined;
  if (fact?.factKind === 'rate') return rational(1n, 10_000n);
  if (fact?.factKind === 'duration') return fraction.one;
  const scale = fact?.unit === undefined ? fraction.one : findUnit(fact.unit)?.scale;
  return fraction.multiply(scale ?? fraction.one, rational(1n, 100n));
}

/** The value of a threshold moved by so many of its least steps, as an example writes it. */
export function besideThreshold(
  { fact, limit }: Threshold,
  steps: bigint,
  vocabulary: Vocabulary,
): string | undefined {
  const { value } = limit;
  if (value.kind === 'date') return value.value.add({ days: Number(steps) }).toString();
  if (value.kind !== 'number') return undefined;
  const step = fraction.multiply(stepOf(fact, vocabulary), rational(steps));
  return numberText(fraction.add(value.value, step), fact, vocabulary);
}

/** Steps from a threshold to the nearest value at which the comparison changes. */
export function changingStep({ operator }: Threshold): bigint {
  return operator === '>=' || operator === '<' ? -1n : 1n;
}

/** Values for one comparison that make it hold or fail. */
export function comparisonFacts(
  comparison: Comparison,
  holds: boolean,
  vocabulary: Vocabulary,
): StatedFacts {
  const threshold = thresholdOf(comparison);
  if (threshold === undefined) return new Map();
  const operator = holds ? threshold.operator : opposite[threshold.operator];
  const { value } = threshold.limit;
  if (value.kind === 'choice' || value.kind === 'text') {
    const { type } = threshold.fact;
    const members = type.kind === 'choice' ? (vocabulary.lists.get(type.list)?.members ?? []) : [];
    const other = members.find((member) => member.name !== value.value)?.name ?? '';
    const at = members.findIndex((member) => member.name === value.value);
    const chosen = { '=': value.value, '≠': other, '>=': value.value, '<=': value.value };
    const beside = { '>': members[at - 1]?.name ?? '', '<': members[at + 1]?.name ?? '' };
    return new Map([[threshold.key, { ...chosen, ...beside }[operator]]]);
  }
  if (value.kind === 'truth')
    return new Map([[threshold.key, value.value === (operator === '=') ? '是' : '否']]);
  const steps = { '=': 0n, '≠': 1n, '>=': 0n, '<=': 0n, '>': 1n, '<': -1n }[operator];
  const text = besideThreshold(threshold, steps, vocabulary);
  return text === undefined ? new Map() : new Map([[threshold.key, text]]);
}
