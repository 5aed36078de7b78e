import type { Evaluator, FactSet, MeasureAnswer, Question } from '@luodi/evaluation';
import { rankQuestions } from '@luodi/evaluation';
import type { PlainDate } from '@luodi/kernel';
import type { PolicyDocument } from '@luodi/language';
import { orderAnswers } from './answer-order.ts';
import { bestEntitlement, undecidedOf } from './best-entitlement.ts';
import type { BestEntitlement, Undecided } from './best-entitlement.ts';
import { nearMisses } from './near-miss.ts';
import type { NearMiss } from './near-miss.ts';

/** What all measures of a content together say to one applicant on one date. */
export interface Match {
  readonly date: PlainDate;
  readonly contentVersion: string;
  /** One answer a measure, in the order in which they matter (see `orderAnswers`). */
  readonly answers: readonly MeasureAnswer[];
  readonly best: BestEntitlement;
  readonly undecided: Undecided;
  readonly nearMisses: readonly NearMiss[];
  /** What to ask next, the most decisive first. */
  readonly next: readonly Question[];
  /** The document of each measure. */
  readonly documentOf: ReadonlyMap<string, PolicyDocument>;
}

/** Answers every measure and draws the conclusions. Same content, facts and date: same match. */
export function match(evaluator: Evaluator, facts: FactSet, date: PlainDate): Match {
  const { content } = evaluator;
  const answers = evaluator.answerAll(facts, date);
  const misses = nearMisses(answers);
  const best = bestEntitlement(answers, content);
  return {
    date,
    contentVersion: content.version,
    answers: orderAnswers(answers, misses),
    best,
    undecided: undecidedOf(answers, best, content),
    nearMisses: misses,
    next: rankQuestions(answers, content.vocabulary),
    documentOf: content.documentOf,
  };
}
