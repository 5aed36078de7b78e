import { compareDates, parseQuantity, fraction } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import { expressionsOfAmount, walkExpression } from '@luodi/language';
import type { Amount, Example, Expression, Measure } from '@luodi/language';
import type { MeasureAnswer } from '../../domain/answer.ts';
import type { Evaluator } from '../../evaluator.ts';
import { referenceKey } from '../../facts/fact-reference.ts';
import { readFacts } from '../../facts/read-facts.ts';
import { sayAnswer } from '../run-examples.ts';
import { factsFor, typicalFacts } from './satisfying-facts.ts';
import { besideThreshold, changingStep, statedKey, thresholdOf } from './stated-facts.ts';
import type { StatedFacts, Threshold } from './stated-facts.ts';

/** An example that a measure still lacks. What it should come to is for the author to say; `gives` is what the rule says now. */
export interface ProposedExample {
  readonly reason: 'typical' | 'on' | 'beside' | 'cap' | 'missing' | 'before' | 'after';
  readonly title: string;
  readonly date: PlainDate;
  readonly facts: StatedFacts;
  readonly gives: string;
}

type Ask = (facts: StatedFacts, date?: PlainDate) => MeasureAnswer | undefined;

interface Grounds {
  readonly measure: Measure;
  readonly evaluator: Evaluator;
  readonly existing: readonly Example[];
  /** Examples of other measures that are in force on the same days. */
  readonly beside: readonly Example[];
  readonly base: StatedFacts;
  readonly ask: Ask;
}

/** The expressions that decide: conditions, exclusions, and those of the amount. */
function deciding(measure: Measure): readonly Expression[] {
  const conditions = [...measure.conditions, ...measure.exclusions];
  return [...conditions, ...expressionsOfAmount(measure.amount)];
}

function sameValue(raw: unknown, text: string): boolean {
  if (raw === text) return true;
  const [one, other] = [parseQuantity(String(raw)), parseQuantity(text)];
  if (typeof one === 'string' || typeof other === 'string') return false;
  return one.dimension === other.dimension && fraction.equal(one.value, other.value);
}

function isCovered({ existing }: Grounds, key: string, text: string): boolean {
  return existing.some((example) => key in example.facts && sameValue(example.facts[key], text));
}

function proposal(
  { ask, measure }: Grounds,
  reason: ProposedExample['reason'],
  title: string,
  facts: StatedFacts,
  date = measure.validity.from,
): readonly ProposedExample[] {
  const answer = ask(facts, date);
  return answer === undefined ? [] : [{ reason, title, date, facts, gives: sayAnswer(answer) }];
}

function atThreshold(grounds: Grounds, threshold: Threshold, whole: Expression) {
  const { vocabulary } = grounds.evaluator.content;
  const held = whole.type.kind === 'truth' ? factsFor(whole, true, vocabulary) : new Map();
  const cases = [
    { reason: 'on', steps: 0n, title: `${threshold.key}刚好${threshold.limit.text}` },
    {
      reason: 'beside',
      steps: changingStep(threshold),
      title: `${threshold.key}比${threshold.limit.text}${changingStep(threshold) < 0n ? '少' : '多'}一点`,
    },
  ] as const;
  return cases.flatMap(({ reason, steps, title }) => {
    const text = besideThreshold(threshold, steps, vocabulary);
    if (text === undefined || isCovered(grounds, threshold.key, text)) return [];
    const facts = new Map([...grounds.base, ...held, [threshold.key, text] as const]);
    return proposal(grounds, reason, title, facts);
  });
}

function thresholdProposals(grounds: Grounds): readonly ProposedExample[] {
  const seen = new Set<string>();
  return deciding(grounds.measure).flatMap((whole) =>
    [...walkExpression(whole)].flatMap((node) => {
      const threshold = node.kind === 'comparison' ? thresholdOf(node) : undefined;
      const mark = `${threshold?.key} ${threshold?.operator} ${threshold?.limit.text}`;
      if (threshold === undefined || seen.has(mark)) return [];
      seen.add(mark);
      return atThreshold(grounds, threshold, whole);
    }),
  );
}

function cappedAmounts(amount: Amount): readonly Extract<Amount, { kind: 'capped' }>[] {
  switch (amount.kind) {
    case 'capped':
      return [amount, ...cappedAmounts(amount.amount)];
    case 'first_of':
      return amount.arms.flatMap((arm) => cappedAmounts(arm.amount));
    case 'sum':
      return amount.parts.flatMap((part) => cappedAmounts(part.amount));
    case 'graded':
      return amount.rows.flatMap((row) => cappedAmounts(row.amount));
    case 'highest':
      return amount.options.flatMap(cappedAmounts);
    case 'difference':
    case 'cumulative_cap':
    case 'bounded_by':
      return cappedAmounts(amount.amount);
    case 'pay':
    case 'bands':
    case 'discretionary':
    case 'by_reference':
    case 'decision':
      return [];
  }
}

const mostDoublings = 40;

/** The first number under a cap, doubled until the cap is hit and twice as much changes nothing. */
function capProposals(grounds: Grounds): readonly ProposedExample[] {
  const { measure, existing, ask, base } = grounds;
  return cappedAmounts(measure.amount).flatMap(({ amount, cap }) => {
    if (cap.kind !== 'literal' || cap.value.kind !== 'number') return [];
    const capFen = fraction.floor(cap.value.value);
    const hits = (example: Example) =>
      example.expected.kind === 'entitled' &&
      'fen' in example.expected.amount &&
      example.expected.amount.fen === capFen;
    if (existing.some(hits)) return [];
    const number = [...expressionsOfAmount(amount)]
      .flatMap((each) => [...walkExpression(each)])
      .find((node) => node.type.kind === 'number' && statedKey(node) !== undefined);
    const key = number === undefined ? undefined : statedKey(number);
    if (number === undefined || key === undefined) return [];
    let quantity = parseQuantity(base.get(key) ?? '');
    for (let round = 0; round < mostDoublings && typeof quantity !== 'string'; round++) {
      const digits = fraction.formatDecimal(
        fraction.divide(quantity.value, quantity.unit.scale) ?? fraction.one,
      );
      const facts = new Map([...base, [key, `${digits}${quantity.unit.symbol}`] as const]);
      if (ask(facts)?.amount.fen === capFen)
        return proposal(grounds, 'cap', `达到封顶${cap.text}`, facts);
      quantity = { ...quantity, value: fraction.add(quantity.value, quantity.value) };
    }
    return [];
  });
}

function missingProposal(grounds: Grounds): readonly ProposedExample[] {
  const { existing, base, ask } = grounds;
  if (existing.some(({ expected }) => expected.kind === 'undetermined')) return [];
  for (const key of base.keys()) {
    const facts = new Map([...base].filter(([each]) => each !== key));
    const answer = ask(facts);
    if (
      answer?.status === 'undetermined' &&
      answer.missing.some((each) => referenceKey(each) === key)
    )
      return proposal(grounds, 'missing', `没填${key}`, facts);
  }
  return [];
}

function dateProposals(grounds: Grounds): readonly ProposedExample[] {
  const { existing, beside, measure, base } = grounds;
  const { from, until } = measure.validity;
  const outside = [...existing, ...beside].filter(
    ({ expected }) => expected.kind === 'not_in_force',
  );
  const before = outside.some(({ date }) => compareDates(date, from) < 0);
  const after = until === undefined || outside.some(({ date }) => compareDates(date, until) > 0);
  return [
    ...(before ? [] : proposal(grounds, 'before', '施行前一天', base, from.subtract({ days: 1 }))),
    ...(after ? [] : proposal(grounds, 'after', '失效后第一天', base, until.add({ days: 1 }))),
  ];
}

function sameFacts(a: StatedFacts, b: StatedFacts): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}

function sameDays(a: Measure, b: Measure | undefined): boolean {
  const [one, other] = [a.validity.until, b?.validity.until];
  if (b === undefined || compareDates(a.validity.from, b.validity.from) !== 0) return false;
  return one === undefined || other === undefined ? one === other : compareDates(one, other) === 0;
}

/**
 * The examples that a measure lacks, in the order in which they are best written: each threshold exactly on it and one step
 * beside it, each cap, a decisive fact missing, the days around its validity. `written` are the examples of its document so far:
 * the days around a validity that measures share are shown once.
 */
export function proposeExamples(
  measure: Measure,
  evaluator: Evaluator,
  written: readonly Example[],
): readonly ProposedExample[] {
  const existing = written.filter((example) => example.measure === measure.id);
  const beside = written.filter(
    (example) =>
      example.measure !== measure.id &&
      sameDays(measure, evaluator.content.measures.get(example.measure)),
  );
  const { content } = evaluator;
  const ask: Ask = (facts, date = measure.validity.from) => {
    const read = readFacts(Object.fromEntries(facts), content);
    return read.ok ? evaluator.answer(measure.id, read.value, date) : undefined;
  };
  const base = typicalFacts(measure, content.vocabulary);
  const grounds: Grounds = { measure, evaluator, existing, beside, base, ask };
  const entitled = existing.some(({ expected }) => expected.kind === 'entitled');
  const thresholds = thresholdProposals(grounds);
  const typical = entitled ? [] : proposal(grounds, 'typical', '典型情形', base);
  return [
    // Where the typical case stands on a threshold, the example of the threshold says it already.
    ...typical.filter(({ facts }) => !thresholds.some((each) => sameFacts(each.facts, facts))),
    ...thresholds,
    ...capProposals(grounds),
    ...missingProposal(grounds),
    ...dateProposals(grounds),
  ];
}
