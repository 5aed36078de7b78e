import type { Content, Expression, Measure } from '@luodi/language';
import { compileAmount } from '../amount/compile-amount.ts';
import type { EvaluateAmount } from '../amount/amount-compiler.ts';
import { compileExpression } from '../expression/compile-expression.ts';
import type { CompileScope, Evaluate } from '../expression/context.ts';
import { readingsOf } from './readings.ts';
import type { Readings } from './readings.ts';

/** A measure as functions. */
export interface CompiledMeasure {
  readonly measure: Measure;
  readonly conditions: readonly Evaluate[];
  readonly exclusions: readonly Evaluate[];
  readonly amount: EvaluateAmount;
  readonly totalCap: Evaluate | undefined;
  /** Whether the rule runs per item of an entity that is not the applicant. */
  readonly perItem: boolean;
  readonly readings: Readings;
}

/** Compiles one measure; `scope` is shared by all measures of a content. */
export function compileMeasure(
  measure: Measure,
  vocabulary: Content['vocabulary'],
  scope: CompileScope,
): CompiledMeasure {
  const expression = (part: Expression): Evaluate => compileExpression(part, scope);
  return {
    measure,
    conditions: measure.conditions.map(expression),
    exclusions: measure.exclusions.map(expression),
    amount: compileAmount(measure.amount, expression),
    totalCap: measure.totalCap === undefined ? undefined : expression(measure.totalCap),
    perItem: vocabulary.entities.get(measure.subject)?.belongsTo !== undefined,
    readings: readingsOf(measure, vocabulary),
  };
}
