import { fraction } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import type { ComparisonOperator, Vocabulary } from '@luodi/language';
import type { Gap } from '../domain/answer.ts';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import { exactly } from '../domain/outcome.ts';
import { factOf, sayNumber, sayReference } from './words.ts';

function numberIn(part: EvaluatedExpression | undefined): Rational | undefined {
  return part?.outcome.kind === 'number' ? exactly(part.outcome) : undefined;
}

function gapOf(
  left: EvaluatedExpression,
  limit: Rational,
  have: Rational,
  direction: Gap['direction'],
  vocabulary: Vocabulary,
): readonly Gap[] {
  const { reference } = left;
  const { type } = left.expression;
  if (reference === undefined || type.kind !== 'number') return [];
  const unit = factOf(reference, vocabulary)?.unit;
  const by =
    direction === 'short' ? fraction.subtract(limit, have) : fraction.subtract(have, limit);
  const label = sayReference(reference, vocabulary);
  const amount = sayNumber(by, type, unit);
  const strict = by.numerator === 0n;
  const said = strict
    ? {
        zh: `${label.zh} 须多于 ${sayNumber(limit, type, unit).zh}`,
        en: `${label.en} must pass ${sayNumber(limit, type, unit).en}`,
      }
    : direction === 'short'
      ? { zh: `差 ${amount.zh} ${label.zh}`, en: `${label.en} is ${amount.en} short` }
      : { zh: `${label.zh} 超出 ${amount.zh}`, en: `${label.en} is ${amount.en} over` };
  const share = fraction.divide(by, limit) ?? fraction.one;
  return [{ fact: reference, by: said, limit: sayNumber(limit, type, unit), share, direction }];
}

const flipped: Record<ComparisonOperator, ComparisonOperator> = {
  '=': '≠',
  '≠': '=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '<': '>=',
};

/** By how much the comparisons that made a condition fail were missed. `holds` is what the condition should be. */
export function gapsIn(
  part: EvaluatedExpression,
  vocabulary: Vocabulary,
  holds = true,
): readonly Gap[] {
  const { expression, operands, outcome } = part;
  if (outcome.kind !== 'truth' || outcome.value === holds) return [];
  if (expression.kind === 'not')
    return operands.flatMap((operand) => gapsIn(operand, vocabulary, !holds));
  if (expression.kind === 'and' || expression.kind === 'or')
    return operands.flatMap((operand) => gapsIn(operand, vocabulary, holds));
  if (expression.kind === 'fact' && operands.length > 0)
    return operands.flatMap((operand) => gapsIn(operand, vocabulary, holds));
  if (expression.kind !== 'comparison') return [];
  const [left, right] = operands;
  const have = numberIn(left);
  const limit = numberIn(right);
  if (left === undefined || have === undefined || limit === undefined) return [];
  const wanted = holds ? expression.operator : flipped[expression.operator];
  if (wanted === '>=' || wanted === '>') return gapOf(left, limit, have, 'short', vocabulary);
  if (wanted === '<=' || wanted === '<') return gapOf(left, limit, have, 'over', vocabulary);
  return [];
}
