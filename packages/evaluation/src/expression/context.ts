import type { PlainDate } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import type { FactItem, FactSet } from '../facts/fact-set.ts';

/** Where and when an expression is evaluated. */
export interface Context {
  readonly facts: FactSet;
  /** The item in hand when the rule runs per item or inside 合计, 个数, 存在, 全部. */
  readonly item: FactItem | undefined;
  readonly date: PlainDate;
  /** The year an annual fact is taken from when the rule names it plainly. */
  readonly baseYear: number;
  /** How many years before the base year a derivation is looked at: 1 inside 上年(a derived fact). */
  readonly yearsBack: number;
}

/** A compiled expression: one JavaScript function, three-valued, that keeps what each part came to. */
export type Evaluate = (context: Context) => EvaluatedExpression;

/** What compiling needs to know of the content. */
export interface CompileScope {
  readonly vocabulary: Content['vocabulary'];
  /** Derivations (推算), compiled once and shared. */
  readonly derivations: Map<string, Evaluate>;
}
