import type { FactReference } from '../facts/fact-reference.ts';
import { none, truth, union } from '../domain/outcome.ts';
import { joinPayables, nothing, oneOf } from '../domain/payable.ts';
import type { EvaluatedAmount, Payable } from '../domain/payable.ts';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import { addIntervals } from '../expression/numbers.ts';
import { truthOf } from '../expression/truth-values.ts';
import type { AmountCompiler, AmountScope } from './amount-compiler.ts';
import type { Arm } from '@luodi/language';

function compileArms(arms: readonly Arm[], { expression, amount }: AmountScope) {
  return arms.map((arm) => ({
    when: arm.when === undefined ? undefined : expression(arm.when),
    amount: amount(arm.amount),
  }));
}

/** 依次: arms are tried in order; an arm that is unknown stays possible while the next ones are tried. */
export const compileFirstOf: AmountCompiler<'first_of'> = (amount, scope) => {
  const arms = compileArms(amount.arms, scope);
  return (context) => {
    const conditions: EvaluatedExpression[] = [];
    const parts: EvaluatedAmount[] = [];
    let missing: readonly FactReference[] = none;
    let settled = false;
    for (const arm of arms) {
      const condition = arm.when?.(context);
      if (condition !== undefined) conditions.push(condition);
      const holds = condition === undefined ? truth(true) : truthOf(condition);
      if (holds.value === false) continue;
      parts.push(arm.amount(context));
      if (holds.value === true) {
        settled = true;
        break;
      }
      missing = union(missing, holds.missing);
    }
    const [only] = parts;
    const certain = settled && parts.length === 1 && only !== undefined;
    const payable =
      parts.length === 0
        ? nothing
        : certain
          ? only.payable
          : oneOf(
              parts.map((part) => part.payable),
              missing,
              !settled,
            );
    return { amount, payable, expressions: [], conditions, parts };
  };
};

/** 按 + 档: the row of the choice; a choice without a row gets nothing. */
export const compileGraded: AmountCompiler<'graded'> = (amount, scope) => {
  const by = scope.expression(amount.by);
  const rows = new Map(amount.rows.map((row) => [row.choice, scope.amount(row.amount)]));
  return (context) => {
    const grade = by(context);
    const { outcome } = grade;
    const choice = outcome.kind === 'name' ? outcome.value : undefined;
    const parts =
      choice === undefined
        ? [...rows.values()].map((row) => row(context))
        : [rows.get(choice)?.(context)].filter((row) => row !== undefined);
    const payable: Payable =
      choice === undefined
        ? oneOf(
            parts.map((part) => part.payable),
            outcome.missing,
            true,
          )
        : (parts[0]?.payable ?? nothing);
    return { amount, payable, expressions: [grade], conditions: [], parts };
  };
};

/** 累加: all arms whose condition holds. */
export const compileSum: AmountCompiler<'sum'> = (amount, scope) => {
  const arms = compileArms(amount.parts, scope);
  return (context) => {
    const conditions: EvaluatedExpression[] = [];
    const parts: EvaluatedAmount[] = [];
    const payables: Payable[] = [];
    for (const arm of arms) {
      const condition = arm.when?.(context);
      if (condition !== undefined) conditions.push(condition);
      const holds = condition === undefined ? truth(true) : truthOf(condition);
      if (holds.value === false) continue;
      const part = arm.amount(context);
      parts.push(part);
      payables.push(
        holds.value === true ? part.payable : oneOf([part.payable], holds.missing, true),
      );
    }
    return {
      amount,
      payable: joinPayables(payables, addIntervals),
      expressions: [],
      conditions,
      parts,
    };
  };
};
