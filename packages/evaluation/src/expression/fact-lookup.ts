import { fraction, rational } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import type { Fact } from '@luodi/language';
import { interval, known, outcomeOfValue, truth } from '../domain/outcome.ts';
import type { NumberOutcome, Outcome } from '../domain/outcome.ts';
import type { FactEntry, History } from '../facts/fact-set.ts';
import { referenceKey } from '../facts/fact-reference.ts';
import type { FactReference } from '../facts/fact-reference.ts';
import type { Context } from './context.ts';

/** The entry that counts: the item's own, else the applicant's. */
function entryOf(name: string, context: Context): FactEntry | undefined {
  return context.item?.entries.get(name) ?? context.facts.entries.get(name);
}

/** Nothing known: the widest outcome that the fact's type allows. */
export function unknownOutcome(fact: Fact, reference: FactReference): Outcome {
  const missing = [reference];
  switch (fact.type.kind) {
    case 'truth':
      return truth(undefined, missing);
    case 'number':
      return interval(fact.mayBeNegative ? undefined : fraction.zero, undefined, missing);
    case 'date':
      return { kind: 'date', value: undefined, missing };
    case 'choice':
    case 'text':
      return { kind: 'name', value: undefined, missing };
  }
}

/** The figure of the year `yearsBefore` the year in hand. */
function annualFigure(
  entry: Extract<FactEntry, { kind: 'annual' }>,
  yearsBefore: number,
  context: Context,
): Rational | undefined {
  const back = context.yearsBack + yearsBefore;
  return entry.byYear.get(context.baseYear - back) ?? entry.relative.get(back);
}

/** What is stated about a fact, `undefined` when nothing is. */
export function statedOutcome(
  fact: Fact,
  yearsBefore: number,
  context: Context,
): Outcome | undefined {
  const entry = entryOf(fact.name, context);
  if (entry === undefined) return undefined;
  if (entry.kind === 'state') return outcomeOfValue(entry.value);
  const figure = annualFigure(entry, yearsBefore, context);
  return figure === undefined ? undefined : known(figure);
}

/** 近三年合计, 近三年均值, 往年最高 stated outright. */
export function statedAspect(
  fact: Fact,
  reference: FactReference,
  context: Context,
): NumberOutcome | undefined {
  // What is stated over years is stated as seen from the base year.
  const entry = context.yearsBack === 0 ? entryOf(fact.name, context) : undefined;
  if (entry?.kind !== 'annual') return undefined;
  const figure = entry.stated.get(referenceKey(reference));
  return figure === undefined ? undefined : known(figure);
}

/** 往年最高 from the years that are known: at least their highest, open above. */
export function pastHighest(fact: Fact, reference: FactReference, context: Context): NumberOutcome {
  const entry = entryOf(fact.name, context);
  let low: Rational | undefined = fact.mayBeNegative ? undefined : fraction.zero;
  const raise = (figure: Rational): void => {
    low = low === undefined ? figure : fraction.greatest(low, figure);
  };
  if (entry?.kind === 'annual') {
    const { baseYear, yearsBack } = context;
    for (const [year, figure] of entry.byYear) if (year < baseYear - yearsBack) raise(figure);
    for (const [before, figure] of entry.relative) if (before > yearsBack) raise(figure);
  }
  return interval(low, undefined, [reference]);
}

function sumPayments(
  history: History,
  reference: FactReference,
  context: Context,
): NumberOutcome | undefined {
  const stated = history.totals.get(referenceKey(reference));
  if (stated !== undefined) return known(stated);
  if (history.payments === undefined || reference.aspect.kind !== 'received') return undefined;
  const { measure } = reference.aspect;
  const payments = history.payments.filter(
    (payment) =>
      (payment.about === reference.name || payment.matter === reference.name) &&
      (measure !== 'this_year' || payment.date.year === context.date.year),
  );
  if (measure === 'count') return known(rational(BigInt(payments.length)));
  return known(rational(payments.reduce((sum, payment) => sum + payment.fen, 0n)));
}

/**
 * 已获, 本年已获, 已获次数: known if stated or if the whole history is. For an item in hand only its own history counts: what
 * the applicant received for other items is not taken from this one.
 */
export function receivedOutcome(reference: FactReference, context: Context): NumberOutcome {
  const history = context.item?.history ?? context.facts.history;
  return (
    sumPayments(history, reference, context) ?? interval(fraction.zero, undefined, [reference])
  );
}
