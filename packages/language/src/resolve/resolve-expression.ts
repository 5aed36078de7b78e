import type { Span } from '@luodi/kernel';
import type { Reporter } from '../diagnostic/reporter.ts';
import type { Syntax } from '../expression/syntax.ts';
import type { Expression } from '../tree/index.ts';
import { resolveArithmetic } from './arithmetic.ts';
import { resolveComparison, resolveMembership } from './comparison.ts';
import { resolveName } from './fact-name.ts';
import { resolveCall } from './functions.ts';
import {
  resolveDate,
  resolveNegative,
  resolveQuantity,
  resolveString,
  resolveTruth,
} from './literal.ts';
import { resolveLogic, resolveNot } from './logic.ts';
import type { Names, Resolution, Scope } from './scope.ts';

function dispatch(syntax: Syntax, scope: Scope, resolution: Resolution): Expression | undefined {
  switch (syntax.kind) {
    case 'quantity':
      return resolveQuantity(syntax, resolution);
    case 'date':
      return resolveDate(syntax, resolution);
    case 'string':
      return resolveString(syntax, resolution);
    case 'truth':
      return resolveTruth(syntax, resolution);
    case 'name':
      return resolveName(syntax, scope, resolution);
    case 'negative':
      return resolveNegative(syntax, resolution);
    case 'call':
      return resolveCall(syntax, scope, resolution);
    case 'arithmetic':
      return resolveArithmetic(syntax, scope, resolution);
    case 'comparison':
      return resolveComparison(syntax, scope, resolution);
    case 'member':
      return resolveMembership(syntax, scope, resolution);
    case 'not':
      return resolveNot(syntax, scope, resolution);
    case 'and':
    case 'or':
      return resolveLogic(syntax, scope, resolution);
  }
}

/** Looks up names and units and types an expression. All faults are reported; `undefined` when there is one. */
export function resolveExpression(
  syntax: Syntax,
  scope: Scope,
  source: {
    readonly names: Names;
    readonly reporter: Reporter;
    readonly text: string;
    readonly span: (start: number, end: number) => Span;
  },
): Expression | undefined {
  const resolution: Resolution = {
    ...source,
    resolve: (part, inner) => dispatch(part, inner, resolution),
  };
  return resolution.resolve(syntax, scope);
}
