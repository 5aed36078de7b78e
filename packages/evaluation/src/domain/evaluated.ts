import type { Expression } from '@luodi/language';
import type { FactReference } from '../facts/fact-reference.ts';
import type { Outcome } from './outcome.ts';

/** An expression together with what it came to: the raw material of every explanation. */
export interface EvaluatedExpression {
  readonly expression: Expression;
  readonly outcome: Outcome;
  readonly operands: readonly EvaluatedExpression[];
  /** The fact read here, if any: then `operands` hold its derivation, if it was derived. */
  readonly reference: FactReference | undefined;
}
