import type { Vocabulary } from '@luodi/language';
import type { FailedCondition, TraceStep } from '../domain/answer.ts';
import type { EvaluatedAmount } from '../domain/payable.ts';
import { missingOf } from '../domain/payable.ts';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import { union } from '../domain/outcome.ts';
import type { EvaluatedCondition, Figures } from '../measure/judge.ts';
import { passes } from '../measure/judge.ts';
import { sayExpression } from './expression-words.ts';
import { sayFormula } from './formula.ts';
import { referencesIn } from './references.ts';

/** Whether the words for an expression leave out what it was made of. */
function isGathered({ expression, operands }: EvaluatedExpression): boolean {
  return (expression.kind === 'fact' || expression.kind === 'aggregate') && operands.length > 0;
}

function stepOfExpression(
  kind: TraceStep['kind'],
  evaluated: EvaluatedExpression,
  outcome: TraceStep['outcome'],
  vocabulary: Vocabulary,
): TraceStep {
  return {
    kind,
    text: evaluated.expression.text,
    says: sayExpression(evaluated, vocabulary),
    outcome,
    facts: referencesIn(evaluated, 'any'),
    // What a fact was derived from and what was counted up are told even as single figures: the line above has not named them.
    children: evaluated.operands
      .filter((operand) => operand.operands.length > 0 || isGathered(evaluated))
      .map((operand) => stepOfExpression(kind, operand, 'value', vocabulary)),
  };
}

function truthStep(value: boolean | undefined): TraceStep['outcome'] {
  return value === undefined ? 'unknown' : value ? 'holds' : 'fails';
}

function amountSteps(amount: EvaluatedAmount, vocabulary: Vocabulary): readonly TraceStep[] {
  const conditions = amount.conditions.map((condition) =>
    stepOfExpression(
      'amount',
      condition,
      truthStep(condition.outcome.kind === 'truth' ? condition.outcome.value : undefined),
      vocabulary,
    ),
  );
  const expressions = amount.expressions.map((part) =>
    stepOfExpression(
      'amount',
      part,
      part.outcome.missing.length > 0 ? 'unknown' : 'value',
      vocabulary,
    ),
  );
  return [
    ...conditions,
    ...expressions,
    ...amount.parts.flatMap((part) => amountSteps(part, vocabulary)),
  ];
}

/** The reasoning step by step: conditions, exclusions, then how the sum comes about. */
export function traceOf(
  conditions: readonly EvaluatedCondition[],
  amount: EvaluatedAmount,
  figures: Figures,
  failed: readonly FailedCondition[],
  vocabulary: Vocabulary,
): readonly TraceStep[] {
  const steps = conditions.map((condition) =>
    stepOfExpression(condition.role, condition.evaluated, truthStep(passes(condition)), vocabulary),
  );
  const children = amountSteps(amount, vocabulary);
  const formula: TraceStep = {
    kind: 'amount',
    text: '',
    says: sayFormula(amount, figures, vocabulary),
    outcome: missingOf(amount.payable).length > 0 ? 'unknown' : 'value',
    facts: union(...children.map((child) => child.facts)),
    children,
  };
  const oneOff: readonly TraceStep[] = failed
    .filter((failure) => failure.kind === 'one_off')
    .map((failure) => ({
      kind: 'one_off',
      text: failure.text,
      says: failure.because,
      outcome: 'fails',
      facts: failure.facts,
      children: [],
    }));
  return [...steps, ...oneOff, formula];
}
