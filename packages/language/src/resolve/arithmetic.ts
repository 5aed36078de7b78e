import { divideDimensions, fraction, multiplyDimensions } from '@luodi/kernel';
import type { Syntax } from '../expression/syntax.ts';
import type { Expression, ValueType } from '../tree/index.ts';
import { nodeBase } from './scope.ts';
import type { Resolution, Scope } from './scope.ts';
import { commonNumberType, dateType, numberType, typeWords, unitWords } from './value-type.ts';
import type { NumberType } from './value-type.ts';

type ArithmeticSyntax = Extract<Syntax, { kind: 'arithmetic' }>;

interface Operands {
  readonly left: Expression;
  readonly right: Expression;
}

function isZero(expression: Expression): boolean {
  return (
    expression.kind === 'literal' &&
    expression.value.kind === 'number' &&
    fraction.equal(expression.value.value, fraction.zero)
  );
}

function productType(operator: '×' | '÷', a: NumberType, b: NumberType): NumberType {
  const dimension =
    operator === '×'
      ? multiplyDimensions(a.dimension, b.dimension)
      : divideDimensions(a.dimension, b.dimension);
  if (dimension !== '') return numberType(dimension);
  if (a.counter !== undefined && b.counter !== undefined) return numberType('');
  return numberType('', operator === '×' ? (a.counter ?? b.counter) : a.counter);
}

function dateArithmetic(
  syntax: ArithmeticSyntax,
  { right }: Operands,
  resolution: Resolution,
): ValueType | undefined {
  const duration = right.type.kind === 'number' ? right.type.dimension : undefined;
  const shift = syntax.operator === '+' || syntax.operator === '−';
  if (shift && (duration === 'month' || duration === 'day')) return dateType;
  const span = resolution.span(syntax.start, syntax.end);
  const message =
    duration === 'workday'
      ? '日期加减工作日要查日历，表达式里不能算'
      : `日期不能${syntax.operator}${typeWords(right.type)}`;
  resolution.reporter.report('typeMismatch', span, message, {
    hint: '日期只能加减年、月、日，如 成立日期 + 3年',
  });
  return undefined;
}

function resultType(
  syntax: ArithmeticSyntax,
  operands: Operands,
  resolution: Resolution,
): ValueType | undefined {
  const { left, right } = operands;
  const { operator } = syntax;
  if (left.type.kind === 'date') return dateArithmetic(syntax, operands, resolution);
  const span = resolution.span(syntax.start, syntax.end);
  if (left.type.kind !== 'number' || right.type.kind !== 'number') {
    const wrong = left.type.kind === 'number' ? right : left;
    const message = `“${wrong.text}”是${typeWords(wrong.type)}，不能参加${operator}运算`;
    resolution.reporter.report('typeMismatch', wrong.span, message);
    return undefined;
  }
  if (operator === '÷' && isZero(right)) {
    resolution.reporter.report('typeMismatch', span, '除数是0', { hint: '改正除数' });
    return undefined;
  }
  if (operator === '×' || operator === '÷') return productType(operator, left.type, right.type);
  const common = commonNumberType(left, right, resolution.names.vocabulary);
  if (common !== undefined) return common;
  const what = operator === '+' ? '加数' : '减法两边';
  const message = `${what}的单位不同：${unitWords(left.type)} 与 ${unitWords(right.type)}`;
  resolution.reporter.report('unitMismatch', span, message);
  return undefined;
}

export function resolveArithmetic(
  syntax: ArithmeticSyntax,
  scope: Scope,
  resolution: Resolution,
): Expression | undefined {
  const left = resolution.resolve(syntax.left, scope);
  const right = resolution.resolve(syntax.right, scope);
  if (left === undefined || right === undefined) return undefined;
  const type = resultType(syntax, { left, right }, resolution);
  if (type === undefined) return undefined;
  const { operator } = syntax;
  return { kind: 'arithmetic', ...nodeBase(resolution, syntax, type), operator, left, right };
}
