import type { Reporter } from '../diagnostic/reporter.ts';
import { parseGrantSyntax, parseSyntax } from '../expression/parse-text.ts';
import type { Syntax, SyntaxFault } from '../expression/syntax.ts';
import { offsetsIn, spanOf } from '../read/data-node.ts';
import type { DataNode, ScalarNode } from '../read/data-node.ts';
import type { Expression, Manner } from '../tree/index.ts';
import { resolveExpression } from './resolve-expression.ts';
import type { Names, Scope } from './scope.ts';
import { typeWords } from './value-type.ts';

/** What the expressions of one rule are read with. */
export interface ExpressionContext {
  readonly names: Names;
  readonly scope: Scope;
  readonly reporter: Reporter;
}

export type Grant =
  | { readonly kind: 'pay'; readonly manner: Manner; readonly value: Expression }
  | { readonly kind: 'discretionary'; readonly ceiling: Expression | undefined }
  | { readonly kind: 'by_reference'; readonly words: string }
  | { readonly kind: 'decision'; readonly words: string };

function scalar(node: DataNode, context: ExpressionContext): ScalarNode | undefined {
  if (node.kind === 'scalar') return node;
  const what = node.kind === 'list' ? '列表' : '映射';
  context.reporter.report('wrongShape', spanOf(node), `这里要写表达式，不是${what}`);
  return undefined;
}

function spanner(node: ScalarNode) {
  const offset = offsetsIn(node);
  return (start: number, end: number) =>
    node.file.span(offset(start), end > start ? offset(end - 1) + 1 : offset(start));
}

function reportSyntax(fault: SyntaxFault, node: ScalarNode, context: ExpressionContext): undefined {
  const span = spanner(node)(fault.start, fault.end);
  context.reporter.report('syntax', span, fault.message, { hint: fault.hint || undefined });
  return undefined;
}

function resolveIn(
  syntax: Syntax,
  node: ScalarNode,
  context: ExpressionContext,
): Expression | undefined {
  const { names, reporter, scope } = context;
  return resolveExpression(syntax, scope, {
    names,
    reporter,
    text: node.text,
    span: spanner(node),
  });
}

/** Reads a scalar as an expression of any type. */
export function readExpression(node: DataNode, context: ExpressionContext): Expression | undefined {
  const text = scalar(node, context);
  if (text === undefined) return undefined;
  const syntax = parseSyntax(text.text);
  if (!syntax.ok) return reportSyntax(syntax.error, text, context);
  return resolveIn(syntax.value, text, context);
}

/** Reads a scalar as a condition. */
export function readCondition(node: DataNode, context: ExpressionContext): Expression | undefined {
  const expression = readExpression(node, context);
  if (expression === undefined || expression.type.kind === 'truth') return expression;
  const message = `这里要写条件，“${expression.text}”是${typeWords(expression.type)}`;
  context.reporter.report('typeMismatch', expression.span, message, {
    hint: '写成比较，如 X 在 A 以上',
  });
  return undefined;
}

function asMoney(expression: Expression | undefined, context: ExpressionContext) {
  if (expression === undefined) return undefined;
  if (expression.type.kind === 'number' && expression.type.dimension === 'money') return expression;
  const message = `这里要写金额，“${expression.text}”是${typeWords(expression.type)}`;
  context.reporter.report('notMoney', expression.span, message);
  return undefined;
}

/** Reads a scalar as an expression that yields money. */
export function readMoney(node: DataNode, context: ExpressionContext): Expression | undefined {
  return asMoney(readExpression(node, context), context);
}

function readGrantSyntax(node: DataNode, context: ExpressionContext) {
  const text = scalar(node, context);
  if (text === undefined) return undefined;
  const syntax = parseGrantSyntax(text.text);
  return syntax.ok ? { text, grant: syntax.value } : reportSyntax(syntax.error, text, context);
}

/** Reads the value of 给. */
export function readGrant(node: DataNode, context: ExpressionContext): Grant | undefined {
  const read = readGrantSyntax(node, context);
  if (read === undefined) return undefined;
  const { text, grant } = read;
  switch (grant.kind) {
    case 'pay': {
      const value = asMoney(resolveIn(grant.value, text, context), context);
      return value === undefined ? undefined : { kind: 'pay', manner: grant.manner, value };
    }
    case 'discretionary': {
      if (grant.ceiling === undefined) return { kind: 'discretionary', ceiling: undefined };
      const ceiling = asMoney(resolveIn(grant.ceiling, text, context), context);
      return ceiling === undefined ? undefined : { kind: 'discretionary', ceiling };
    }
    case 'by_reference':
    case 'decision':
      return grant;
  }
}

/** Reads a rate that may carry 最高 or 不低于, as in the bands of 分段. */
export function readRate(
  node: DataNode,
  context: ExpressionContext,
): { readonly manner: Manner; readonly value: Expression } | undefined {
  const read = readGrantSyntax(node, context);
  if (read === undefined) return undefined;
  if (read.grant.kind !== 'pay') {
    context.reporter.report('badValue', spanOf(node), `“${read.text.text}”不是率`);
    return undefined;
  }
  const value = resolveIn(read.grant.value, read.text, context);
  return value === undefined ? undefined : { manner: read.grant.manner, value };
}
