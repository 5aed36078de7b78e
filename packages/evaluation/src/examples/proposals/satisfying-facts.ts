import { parseDate, rational } from '@luodi/kernel';
import { walkExpression } from '@luodi/language';
import type { Amount, Expression, Measure, Vocabulary } from '@luodi/language';
import { comparisonFacts, numberText, statedKey } from './stated-facts.ts';
import type { StatedFacts } from './stated-facts.ts';

function together(parts: readonly StatedFacts[]): StatedFacts {
  return new Map(parts.flatMap((part) => [...part]));
}

/** Facts under which an expression holds or fails, as far as each part can be set by itself. */
export function factsFor(
  expression: Expression,
  holds: boolean,
  vocabulary: Vocabulary,
): StatedFacts {
  switch (expression.kind) {
    case 'fact':
      return new Map([[statedKey(expression) ?? expression.fact, holds ? '是' : '否']]);
    case 'not':
      return factsFor(expression.of, !holds, vocabulary);
    case 'and':
    case 'or': {
      const parts = expression.items.map((item) => factsFor(item, holds, vocabulary));
      const all = (expression.kind === 'and') === holds;
      return all ? together(parts) : (parts[0] ?? new Map<string, string>());
    }
    case 'comparison':
      return comparisonFacts(expression, holds, vocabulary);
    case 'member': {
      const key = statedKey(expression.of);
      const { type } = expression.of;
      const members = type.kind === 'choice' ? vocabulary.lists.get(type.list)?.members : undefined;
      const other = members?.find(({ name }) => !expression.options.includes(name))?.name;
      const choice = holds ? expression.options[0] : other;
      return new Map(key === undefined || choice === undefined ? [] : [[key, choice]]);
    }
    case 'literal':
    case 'today':
    case 'window':
    case 'past_highest':
    case 'history':
    case 'arithmetic':
    case 'least':
    case 'greatest':
    case 'aggregate':
      return new Map();
  }
}

const roundSum = rational(100_000_000n);

/** A plain value for a number that an amount is reckoned from. */
function filled(expression: Expression, vocabulary: Vocabulary): StatedFacts {
  const facts = new Map<string, string>();
  for (const node of walkExpression(expression)) {
    const key = statedKey(node);
    if (key === undefined) continue;
    if (node.type.kind === 'truth') facts.set(key, '是');
    if (node.type.kind === 'date') facts.set(key, parseDate('2020-01-01')?.toString() ?? '');
    if (node.type.kind === 'choice')
      facts.set(key, vocabulary.lists.get(node.type.list)?.members[0]?.name ?? '');
    if (node.type.kind !== 'number') continue;
    const { dimension, counter } = node.type;
    const isRate = dimension === '' && counter === undefined;
    const value = dimension === 'money' ? roundSum : isRate ? rational(1n, 2n) : rational(10n);
    facts.set(key, numberText(value, node, vocabulary));
  }
  return facts;
}

/** Facts under which an amount comes to something: its first arm, first row, every number filled in. */
function amountFacts(amount: Amount, vocabulary: Vocabulary): StatedFacts {
  const of = (inner: Amount | undefined): StatedFacts =>
    inner === undefined ? new Map() : amountFacts(inner, vocabulary);
  const held = (when: Expression | undefined): StatedFacts =>
    when === undefined
      ? new Map()
      : together([filled(when, vocabulary), factsFor(when, true, vocabulary)]);
  switch (amount.kind) {
    case 'pay':
      return filled(amount.value, vocabulary);
    case 'first_of':
      return together([of(amount.arms[0]?.amount), held(amount.arms[0]?.when)]);
    case 'sum':
      return together(amount.parts.flatMap((part) => [of(part.amount), held(part.when)]));
    case 'graded':
      return together([filled(amount.by, vocabulary), of(amount.rows[0]?.amount)]);
    case 'bands':
      return filled(amount.base, vocabulary);
    case 'highest':
      return together(amount.options.map(of));
    case 'capped':
      return together([filled(amount.cap, vocabulary), of(amount.amount)]);
    case 'difference':
    case 'cumulative_cap':
      return together([filled(amount.received, vocabulary), of(amount.amount)]);
    case 'bounded_by':
      return together([filled(amount.base, vocabulary), of(amount.amount)]);
    case 'discretionary':
    case 'by_reference':
    case 'decision':
      return new Map();
  }
}

/** Facts of an applicant who should be entitled, worked out from the rule itself; numbers stand on their thresholds. */
export function typicalFacts(measure: Measure, vocabulary: Vocabulary): StatedFacts {
  return together([
    amountFacts(measure.amount, vocabulary),
    ...measure.exclusions.map((each) => factsFor(each, false, vocabulary)),
    ...measure.conditions.map((each) =>
      together([filled(each, vocabulary), factsFor(each, true, vocabulary)]),
    ),
  ]);
}
