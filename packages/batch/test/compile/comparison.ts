import { createEvaluator } from '@luodi/evaluation';
import type { Evaluator, FactReference, MeasureAnswer } from '@luodi/evaluation';
import type { PlainDate } from '@luodi/kernel';
import type { Content, Measure } from '@luodi/language';
import { z } from 'zod';
import { compileRule, printRule } from '../../src/compile/index.ts';
import type { CompiledRule } from '../../src/compile/index.ts';
import { populationOf } from '../support/applicant-tables.ts';
import type { Applicants } from '../support/applicant-tables.ts';
import type { Backend, ResultRow } from '../support/backends/backend.ts';

/** So many differences say what is wrong; the others are not looked for. */
export const reportedDifferences = 5;

/** An answer in words, so that a difference reads well. */
interface AnswerText {
  readonly result: string;
  readonly missing: string;
}

function referencesText(references: readonly FactReference[]): string {
  return references
    .map(({ name, aspect }) => JSON.stringify({ name, aspect }))
    .sort()
    .join(' ');
}

function evaluated({ status, amount, missing }: MeasureAnswer): AnswerText {
  // SQL calls any sum that is still open "at most".
  const isOpen =
    status === 'undetermined' && amount.kind !== 'none' && amount.kind !== 'by_reference';
  const kind = isOpen ? 'at_most' : amount.kind;
  return {
    result: `${status} ${kind} ${amount.lowerFen}–${amount.upperFen ?? 'open'}`,
    missing: referencesText(missing),
  };
}

function queried(row: ResultRow | undefined, { references }: CompiledRule): AnswerText {
  if (row === undefined) return { result: 'not_entitled none 0–0', missing: '' };
  const bits = BigInt(String(row['missing']));
  const text = (column: string) => z.coerce.string().nullable().parse(row[column]) ?? 'open';
  return {
    result: `${text('status')} ${text('kind')} ${text('lower_fen')}–${text('upper_fen')}`,
    missing: referencesText(references.filter((_, bit) => ((bits >> BigInt(bit)) & 1n) === 1n)),
  };
}

export interface Difference {
  readonly measure: string;
  readonly applicant: number;
  readonly evaluator: AnswerText;
  readonly sql: AnswerText;
}

/** Runs rules in a backend and beside it in the evaluator. */
export class Comparison {
  readonly statuses = new Set<string>();
  /** Answers that were put beside each other. */
  compared = 0;
  private readonly content: Content;
  private readonly evaluator: Evaluator;
  private readonly backend: Backend;

  constructor(content: Content, backend: Backend) {
    this.content = content;
    this.evaluator = createEvaluator(content);
    this.backend = backend;
  }

  /**
   * Where SQL and evaluator differ on the applicants (all that are loaded, or those with these numbers); empty too if the rule is left to
   * the evaluator.
   */
  async differences(
    measure: Measure,
    date: PlainDate,
    applicants: Applicants,
    among: ReadonlySet<number> = new Set(applicants.facts.keys()),
  ): Promise<readonly Difference[]> {
    const { vocabulary } = this.content;
    const population = populationOf(applicants);
    const compiled = compileRule(measure, vocabulary, date, population);
    if (!compiled.ok) return [];
    const { dialect } = this.backend;
    const sql = printRule(compiled.value, vocabulary, population, dialect, { missing: true });
    const rows = await this.backend.query(sql);
    const byId = new Map(rows.map((row) => [Number(row['enterprise_id']), row]));
    return applicants.facts.flatMap((facts, applicant) => {
      if (!among.has(applicant)) return [];
      const answer = this.evaluator.answer(measure.id, facts, date);
      if (answer === undefined || !('amount' in answer))
        throw new Error(`no answer on ${measure.id}`);
      this.statuses.add(answer.status);
      this.compared++;
      const [mine, its] = [evaluated(answer), queried(byId.get(applicant), compiled.value)];
      if (mine.result === its.result && mine.missing === its.missing) return [];
      return [{ measure: measure.id, applicant, evaluator: mine, sql: its }];
    });
  }
}
