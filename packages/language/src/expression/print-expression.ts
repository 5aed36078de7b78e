import { findUnit, fraction, parseQuantity } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import type { ComparisonOperator, Expression } from '../tree/index.ts';

/** How tightly a form binds: 或 1, 且 2, comparison 3, sum 4, product 5, 非 6, the rest 7. */
function level(expression: Expression): number {
  if (expression.kind === 'arithmetic')
    return expression.operator === '+' || expression.operator === '−' ? 4 : 5;
  const levels: Partial<Record<Expression['kind'], number>> = {
    or: 1,
    and: 2,
    comparison: 3,
    member: 3,
    not: 6,
  };
  return levels[expression.kind] ?? 7;
}

function printAt(expression: Expression, least: number): string {
  const text = printExpression(expression);
  return level(expression) < least ? `（${text}）` : text;
}

function list(items: readonly Expression[]): string {
  return items.map(printExpression).join(', ');
}

/** Units to write a value in when the rule's own words do not serve, the first that needs no fraction. */
const unitsOf: Readonly<Record<string, readonly string[]>> = {
  money: ['亿元', '万元', '元', '分'],
  area: ['平方米', '亩'],
  length: ['米', '厘米', '毫米'],
  mass: ['吨', '千克'],
  coal: ['吨标煤'],
  power: ['千瓦', '瓦'],
  voltage: ['千伏', '伏'],
  energy: ['千瓦时', '瓦时'],
  container: ['标箱'],
  month: ['年', '个月'],
  day: ['日'],
  workday: ['个工作日'],
};

function decimal(value: Rational): string | undefined {
  const text = fraction.formatDecimal(value, 12);
  const parsed = fraction.parseDecimal(text);
  return parsed !== undefined && fraction.equal(parsed, value) ? text : undefined;
}

function printNumber(value: Rational, type: Expression['type'], written: string): string {
  const compact = written.replace(/\s/g, '');
  const quantity = parseQuantity(compact);
  if (typeof quantity !== 'string' && fraction.equal(quantity.value, value)) {
    if (type.kind === 'number' && quantity.dimension === type.dimension) return compact;
  }
  if (type.kind !== 'number') return compact;
  if (type.dimension === '') return `${decimal(value) ?? compact}${type.counter ?? ''}`;
  for (const symbol of unitsOf[type.dimension] ?? []) {
    const unit = findUnit(symbol);
    const scaled = unit === undefined ? undefined : fraction.divide(value, unit.scale);
    const digits = scaled === undefined ? undefined : decimal(scaled);
    if (digits !== undefined && (digits.length <= 8 || !digits.includes('.')))
      return `${digits}${symbol}`;
  }
  return compact;
}

function printLiteral(expression: Extract<Expression, { kind: 'literal' }>): string {
  const { value } = expression;
  switch (value.kind) {
    case 'truth':
      return value.value ? '是' : '否';
    case 'number':
      return printNumber(value.value, expression.type, expression.text);
    case 'date':
      return value.value.toString();
    case 'choice':
      return value.value;
    case 'text':
      return `"${value.value}"`;
  }
}

const comparisons: Readonly<Record<ComparisonOperator, (left: string, right: string) => string>> = {
  '>=': (left, right) => `${left} 在 ${right} 以上`,
  '<=': (left, right) => `${left} 不超过 ${right}`,
  '>': (left, right) => `${left} 超过 ${right}`,
  '<': (left, right) => `${left} 不满 ${right}`,
  '=': (left, right) => `${left} 为 ${right}`,
  '≠': (left, right) => `${left} ≠ ${right}`,
};

function printFact(name: string, yearsBefore: number): string {
  if (yearsBefore === 0) return name;
  return yearsBefore === 1 ? `上年(${name})` : `前年(${name})`;
}

const histories = { total: '已获', this_year: '本年已获', count: '已获次数' } as const;
const aggregates = { sum: '合计', count: '个数', exists: '存在', every: '全部' } as const;

/** The canonical Chinese text of an expression. Reading it again gives the same expression. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return printLiteral(expression);
    case 'fact':
      return printFact(expression.fact, expression.yearsBefore);
    case 'window':
      return `近三年${expression.combine === 'sum' ? '合计' : '均值'}(${expression.fact})`;
    case 'past_highest':
      return `往年最高(${expression.fact})`;
    case 'history':
      return `${histories[expression.measure]}(${expression.about})`;
    case 'today':
      return '评价日';
    case 'arithmetic': {
      const own = level(expression);
      const { left, operator, right } = expression;
      return `${printAt(left, own)} ${operator} ${printAt(right, own + 1)}`;
    }
    case 'comparison':
      return comparisons[expression.operator](
        printAt(expression.left, 4),
        printAt(expression.right, 4),
      );
    case 'member':
      return `${printAt(expression.of, 4)} 属于 [${expression.options.join(', ')}]`;
    case 'not':
      return `非 ${printAt(expression.of, 6)}`;
    case 'and':
      return expression.items.map((item) => printAt(item, 3)).join(' 且 ');
    case 'or':
      return expression.items.map((item) => printAt(item, 2)).join(' 或 ');
    case 'least':
      return `孰低(${list(expression.items)})`;
    case 'greatest':
      return `孰高(${list(expression.items)})`;
    case 'aggregate': {
      const { operation, entity, body } = expression;
      return `${aggregates[operation]}(${entity}, ${printExpression(body)})`;
    }
  }
}
