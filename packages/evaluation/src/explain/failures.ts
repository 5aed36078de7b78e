import type { Vocabulary } from '@luodi/language';
import type { FailedCondition } from '../domain/answer.ts';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import type { EvaluatedAmount } from '../domain/payable.ts';
import type { EvaluatedCondition, Judgement } from '../measure/judge.ts';
import { passes } from '../measure/judge.ts';
import { sayExpression } from './expression-words.ts';
import { gapsIn } from './gaps.ts';
import { referencesIn } from './references.ts';

function failedBy(
  kind: 'condition' | 'exclusion' | 'amount',
  evaluated: EvaluatedExpression,
  vocabulary: Vocabulary,
): FailedCondition {
  const said = sayExpression(evaluated, vocabulary);
  const because =
    kind === 'exclusion'
      ? { zh: `属于除外情形：${said.zh}`, en: `excluded: ${said.en}` }
      : { zh: `不符合：${said.zh}`, en: `not met: ${said.en}` };
  return {
    kind,
    text: evaluated.expression.text,
    because,
    facts: referencesIn(evaluated),
    gaps: gapsIn(evaluated, vocabulary, kind !== 'exclusion'),
  };
}

/** Conditions inside an amount that kept it from being given. */
function closedArms(amount: EvaluatedAmount): readonly EvaluatedExpression[] {
  const own = amount.payable.given.value === false ? amount.conditions : [];
  return [...own, ...amount.parts.flatMap(closedArms)];
}

function failedAmount(amount: EvaluatedAmount, vocabulary: Vocabulary): readonly FailedCondition[] {
  if (amount.payable.given.value !== false) {
    const facts = amount.expressions.flatMap((part) => referencesIn(part));
    const inner = amount.parts.flatMap((part) => part.expressions.flatMap((e) => referencesIn(e)));
    const how = [...amount.expressions, ...amount.parts.flatMap((part) => part.expressions)].map(
      (part) => sayExpression(part, vocabulary),
    );
    return [
      {
        kind: 'nothing_to_pay',
        text: '',
        because: {
          zh: `按规则计算的金额为零（${how.map((said) => said.zh).join('，')}）`,
          en: `the sum works out at zero (${how.map((said) => said.en).join(', ')})`,
        },
        facts: [...facts, ...inner],
        gaps: [],
      },
    ];
  }
  const arms = closedArms(amount);
  if (arms.length > 0) return arms.map((arm) => failedBy('amount', arm, vocabulary));
  const grades = amount.expressions.concat(amount.parts.flatMap((part) => part.expressions));
  return grades.map((grade) => {
    const said = sayExpression(grade, vocabulary);
    return {
      kind: 'amount' as const,
      text: grade.expression.text,
      because: { zh: `${said.zh}，不在给付的档次内`, en: `${said.en}: no sum is set for it` },
      facts: referencesIn(grade),
      gaps: [],
    };
  });
}

/** Why the answer is no: every condition that failed, then the amount if it was the amount. */
export function failuresOf(
  conditions: readonly EvaluatedCondition[],
  judgement: Judgement,
  vocabulary: Vocabulary,
): readonly FailedCondition[] {
  if (judgement.status !== 'not_entitled') return [];
  const failed = conditions
    .filter((condition) => passes(condition) === false)
    .map(({ role, evaluated }) => failedBy(role, evaluated, vocabulary));
  const { payable } = judgement.amount;
  const amountFails =
    payable.given.value === false ||
    (payable.ceiling.high !== undefined &&
      payable.ceiling.high.numerator <= 0n &&
      !payable.kinds.includes('none'));
  return amountFails ? [...failed, ...failedAmount(judgement.amount, vocabulary)] : failed;
}
