import type { Amount, Expression } from '@luodi/language';
import type { EvaluatedAmount } from '../domain/payable.ts';
import type { Context, Evaluate } from '../expression/context.ts';

export type EvaluateAmount = (context: Context) => EvaluatedAmount;

export type AmountForm = Amount['kind'];

/** What a form needs to compile its parts. */
export interface AmountScope {
  readonly expression: (part: Expression) => Evaluate;
  readonly amount: (part: Amount) => EvaluateAmount;
}

/** Compiles one form of amount. */
export type AmountCompiler<K extends AmountForm> = (
  amount: Amount & { kind: K },
  scope: AmountScope,
) => EvaluateAmount;
