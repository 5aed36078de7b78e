import type { PlainDate } from '@luodi/kernel';
import type { Vocabulary } from '@luodi/language';
import type { MeasureAnswer } from '../domain/answer.ts';
import { nothingKnown } from '../facts/fact-set.ts';
import { answerMeasure } from './answer-measure.ts';
import type { CompiledMeasure } from './compile-measure.ts';

/** Dates whose answers are kept; people ask about today and now and then about another day. */
const datesKept = 8;

/**
 * Answers of rules to somebody of whom nothing is known, or out of their days in force: the same for every applicant on
 * a date, so they and their words are made once. An applicant's facts touch few of a city's rules.
 */
export class StandingAnswers {
  private readonly vocabulary: Vocabulary;
  private readonly byDate = new Map<string, Map<CompiledMeasure, MeasureAnswer>>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  answer(rule: CompiledMeasure, date: PlainDate): MeasureAnswer {
    const answers = this.on(date);
    const known = answers.get(rule);
    if (known !== undefined) return known;
    const answer = answerMeasure(rule, nothingKnown, date, this.vocabulary);
    answers.set(rule, answer);
    return answer;
  }

  private on(date: PlainDate): Map<CompiledMeasure, MeasureAnswer> {
    const key = date.toString();
    const kept = this.byDate.get(key);
    if (kept !== undefined) return kept;
    const [oldest] = this.byDate.keys();
    if (this.byDate.size >= datesKept && oldest !== undefined) this.byDate.delete(oldest);
    const answers = new Map<CompiledMeasure, MeasureAnswer>();
    this.byDate.set(key, answers);
    return answers;
  }
}
