import type {
  ArithmeticOperator,
  ComparisonOperator,
  Expression,
  Vocabulary,
} from '@luodi/language';
import type { Bilingual } from '../domain/bilingual.ts';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import { factOf, sayMember, sayOutcome, sayReference } from './words.ts';

function join(parts: readonly Bilingual[], zh: string, en: string): Bilingual {
  return {
    zh: parts.map((part) => part.zh).join(zh),
    en: parts.map((part) => part.en).join(en),
  };
}

const comparisonsEn: Record<ComparisonOperator, string> = {
  '=': 'is',
  '≠': 'is not',
  '>=': 'is at least',
  '>': 'is more than',
  '<=': 'is at most',
  '<': 'is less than',
};

const comparisonsZh: Record<ComparisonOperator, string> = {
  '=': '为',
  '≠': '不为',
  '>=': '达到',
  '>': '超过',
  '<=': '不超过',
  '<': '不满',
};

type Outer = ArithmeticOperator | 'comparison' | 'logic';

/** `isFirst`: left of the operator; a sum right of a minus needs parentheses, left of it none. */
function needsParentheses(inner: Expression, outer: Outer, isFirst: boolean): boolean {
  if (outer === 'logic') return inner.kind === 'or' || inner.kind === 'and';
  if (inner.kind !== 'arithmetic') return false;
  const isSum = inner.operator === '+' || inner.operator === '−';
  if (outer === '×') return isSum;
  if (outer === '÷') return isSum || !isFirst;
  return outer === '−' && isSum && !isFirst;
}

function wrap(words: Bilingual, yes: boolean): Bilingual {
  return yes ? { zh: `（${words.zh}）`, en: `(${words.en})` } : words;
}

function saidValue(part: EvaluatedExpression, vocabulary: Vocabulary): Bilingual {
  const unit = part.reference === undefined ? undefined : factOf(part.reference, vocabulary)?.unit;
  return sayOutcome(part.outcome, part.expression.type, unit, vocabulary);
}

function sayCalled(part: EvaluatedExpression, vocabulary: Vocabulary): Bilingual {
  const value = saidValue(part, vocabulary);
  const { expression } = part;
  if (part.reference !== undefined) {
    const label = sayReference(part.reference, vocabulary);
    return { zh: `${label.zh} ${value.zh}`, en: `${label.en} ${value.en}` };
  }
  return { zh: `${expression.text} ${value.zh}`, en: `${expression.text} ${value.en}` };
}

function operandsOf(
  part: EvaluatedExpression,
  vocabulary: Vocabulary,
  outer: Outer,
): readonly Bilingual[] {
  return part.operands.map((operand, index) =>
    wrap(
      sayExpression(operand, vocabulary),
      needsParentheses(operand.expression, outer, index === 0),
    ),
  );
}

/** `类型 丙类 属于 甲类、乙类`, members by their names in each language. */
function sayMembership(
  part: EvaluatedExpression,
  { of, options }: Extract<Expression, { kind: 'member' }>,
  vocabulary: Vocabulary,
): Bilingual {
  const [whole = { zh: '', en: '' }] = operandsOf(part, vocabulary, 'comparison');
  const { type } = of;
  const members = options.map((option) =>
    type.kind === 'choice' ? sayMember(type.list, option, vocabulary) : { zh: option, en: option },
  );
  const listed = join(members, '、', ', ');
  return { zh: `${whole.zh} 属于 ${listed.zh}`, en: `${whole.en} is one of ${listed.en}` };
}

/** Formula, reasons and trace say the same expressions, inner ones again inside the outer ones. */
const said = new WeakMap<EvaluatedExpression, Bilingual>();

/** An evaluated expression in words, every fact with the applicant's figure. */
export function sayExpression(part: EvaluatedExpression, vocabulary: Vocabulary): Bilingual {
  const known = said.get(part);
  if (known !== undefined) return known;
  const words = sayPart(part, vocabulary);
  said.set(part, words);
  return words;
}

function sayPart(part: EvaluatedExpression, vocabulary: Vocabulary): Bilingual {
  const { expression } = part;
  switch (expression.kind) {
    case 'literal': {
      const value = saidValue(part, vocabulary);
      const plain = /^[\d.]+$/.test(expression.text);
      return {
        zh: expression.text === '' ? value.zh : expression.text,
        en: plain ? expression.text : value.en,
      };
    }
    case 'today': {
      const value = saidValue(part, vocabulary);
      return { zh: `评价日 ${value.zh}`, en: `date of the answer ${value.en}` };
    }
    case 'fact':
    case 'window':
    case 'past_highest':
    case 'history':
    case 'aggregate':
      return sayCalled(part, vocabulary);
    case 'arithmetic': {
      const operator = ` ${expression.operator} `;
      return join(operandsOf(part, vocabulary, expression.operator), operator, operator);
    }
    case 'least':
      return sayPick(part, vocabulary, { zh: '孰低', en: 'the lower of' });
    case 'greatest':
      return sayPick(part, vocabulary, { zh: '孰高', en: 'the higher of' });
    case 'comparison':
      return join(
        operandsOf(part, vocabulary, 'comparison'),
        ` ${comparisonsZh[expression.operator]} `,
        ` ${comparisonsEn[expression.operator]} `,
      );
    case 'member':
      return sayMembership(part, expression, vocabulary);
    case 'not':
      return join(
        operandsOf(part, vocabulary, 'logic').map((words) => ({
          zh: `非 ${words.zh}`,
          en: `not ${words.en}`,
        })),
        '',
        '',
      );
    case 'and':
      return join(operandsOf(part, vocabulary, 'logic'), ' 且 ', ' and ');
    case 'or':
      return join(operandsOf(part, vocabulary, 'logic'), ' 或 ', ' or ');
  }
}

function sayPick(part: EvaluatedExpression, vocabulary: Vocabulary, word: Bilingual): Bilingual {
  const inner = join(operandsOf(part, vocabulary, 'comparison'), '，', ', ');
  return { zh: `${word.zh}（${inner.zh}）`, en: `${word.en} (${inner.en})` };
}
