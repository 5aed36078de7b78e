import type { Vocabulary } from '@luodi/language';
import type { MeasureAnswer } from '../domain/answer.ts';
import { referenceKey } from '../facts/fact-reference.ts';
import type { FactReference } from '../facts/fact-reference.ts';

/** A fact worth asking for, with what hangs on it. */
export interface Question {
  readonly reference: FactReference;
  /** Measures whose status or sum depends on it. */
  readonly measures: readonly string[];
  /** Measures for which it is the only fact missing. */
  readonly settles: readonly string[];
  /** Most that those measures can bring; measures without an upper bound are not in it. */
  readonly upperFen: bigint;
  readonly unboundedMeasures: number;
}

interface Tally {
  readonly reference: FactReference;
  readonly turn: number;
  readonly measures: string[];
  readonly settles: string[];
  upperFen: bigint;
  unbounded: number;
  /** Fen at stake divided among the facts that are missing together: one fact alone decides all of it. */
  weight: bigint;
}

const countedKinds = new Set(['grant', 'relief']);

function stakeOf(answer: MeasureAnswer): bigint {
  if (!countedKinds.has(answer.measure.kind)) return 0n;
  const { upperFen, lowerFen } = answer.amount;
  return upperFen === null ? 0n : upperFen - (answer.status === 'entitled' ? lowerFen : 0n);
}

function tallyOf(answers: readonly MeasureAnswer[], vocabulary: Vocabulary): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const answer of answers) {
    if (answer.status !== 'undetermined' && answer.status !== 'entitled') continue;
    const stake = stakeOf(answer);
    for (const reference of answer.missing) {
      const key = referenceKey(reference);
      const tally = tallies.get(key) ?? {
        reference,
        turn: turnOf(reference, vocabulary),
        measures: [],
        settles: [],
        upperFen: 0n,
        unbounded: 0,
        weight: 0n,
      };
      tallies.set(key, tally);
      tally.measures.push(answer.measure.id);
      if (answer.missing.length === 1) tally.settles.push(answer.measure.id);
      tally.upperFen += stake;
      if (answer.amount.upperFen === null) tally.unbounded += 1;
      tally.weight += stake / BigInt(answer.missing.length * answer.missing.length);
    }
  }
  return [...tallies.values()];
}

/**
 * What is asked first: facts that most enterprises know, then what else there is to know of the applicant itself, then of its
 * items, of which it may have none. A question about one rare project may hang on more money than any other, and be for nobody.
 */
function turnOf({ name, aspect }: FactReference, { facts, entities }: Vocabulary): number {
  const fact = facts.get(name);
  if (fact?.common !== undefined && aspect.kind === 'itself') return 0;
  const ofItem = fact !== undefined && entities.get(fact.entity)?.belongsTo !== undefined;
  return ofItem || aspect.kind === 'items' ? 2 : 1;
}

function compareTallies(a: Tally, b: Tally): number {
  if (a.turn !== b.turn) return a.turn - b.turn;
  if (a.weight !== b.weight) return a.weight > b.weight ? -1 : 1;
  if (a.settles.length !== b.settles.length) return b.settles.length - a.settles.length;
  if (a.measures.length !== b.measures.length) return b.measures.length - a.measures.length;
  return referenceKey(a.reference) < referenceKey(b.reference) ? -1 : 1;
}

/**
 * Missing facts in the order in which to ask for them: what most enterprises know, what else the applicant knows of itself, what it
 * knows of its items; among these the most decisive first, by the money that hangs on each, where a measure that lacks
 * several facts counts for each of them the less the more it lacks.
 */
export function rankQuestions(
  answers: readonly MeasureAnswer[],
  vocabulary: Vocabulary,
): readonly Question[] {
  return tallyOf(answers, vocabulary)
    .toSorted(compareTallies)
    .map(({ reference, measures, settles, upperFen, unbounded }) => ({
      reference,
      measures,
      settles,
      upperFen,
      unboundedMeasures: unbounded,
    }));
}
