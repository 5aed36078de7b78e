import type { Expression } from '@luodi/language';
import type { CompileScope, Evaluate } from './context.ts';

export type ExpressionKind = Expression['kind'];
export type ExpressionOfKind<K extends ExpressionKind> = Expression & { kind: K };

/** Compiles one kind of expression; `compile` is for its parts. */
export type Compiler<K extends ExpressionKind> = (
  expression: ExpressionOfKind<K>,
  compile: (part: Expression) => Evaluate,
  scope: CompileScope,
) => Evaluate;
