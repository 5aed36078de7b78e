import type { Syntax } from '../expression/syntax.ts';
import type { Expression } from '../tree/index.ts';
import { nodeBase } from './scope.ts';
import type { Resolution, Scope } from './scope.ts';
import { truthType, typeWords } from './value-type.ts';

/** A part that must be true or false. */
function resolveTruthful(
  syntax: Syntax,
  scope: Scope,
  resolution: Resolution,
): Expression | undefined {
  const expression = resolution.resolve(syntax, scope);
  if (expression === undefined || expression.type.kind === 'truth') return expression;
  const message = `这里要写条件，“${expression.text}”是${typeWords(expression.type)}`;
  resolution.reporter.report('typeMismatch', expression.span, message, {
    hint: '写成比较，如 X 在 A 以上；非 只管紧跟的一项，比较要加括号',
  });
  return undefined;
}

export function resolveNot(
  syntax: Extract<Syntax, { kind: 'not' }>,
  scope: Scope,
  resolution: Resolution,
): Expression | undefined {
  const of = resolveTruthful(syntax.of, scope, resolution);
  if (of === undefined) return undefined;
  return { kind: 'not', ...nodeBase(resolution, syntax, truthType), of };
}

export function resolveLogic(
  syntax: Extract<Syntax, { kind: 'and' | 'or' }>,
  scope: Scope,
  resolution: Resolution,
): Expression | undefined {
  const items: Expression[] = [];
  for (const part of syntax.items) {
    const item = resolveTruthful(part, scope, resolution);
    if (item !== undefined) items.push(item);
  }
  if (items.length < syntax.items.length) return undefined;
  return { kind: syntax.kind, ...nodeBase(resolution, syntax, truthType), items };
}
