import type { ComparisonOperator, Expression, Vocabulary } from '@luodi/language';
import type { Bilingual } from '../domain/bilingual.ts';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import { factOf, sayOutcome, sayReference } from './words.ts';

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

function needsParentheses(inner: Expression, outer: '×' | '+' | 'logic'): boolean {
  if (outer === 'logic') return inner.kind === 'or' || inner.kind === 'and';
  if (inner.kind !== 'arithmetic') return false;
  return outer === '×' && (inner.operator === '+' || inner.operator === '−');
}

function wrap(said: Bilingual, yes: boolean): Bilingual {
  return yes ? { zh: `（${said.zh}）`, en: `(${said.en})` } : said;
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
  outer: '×' | '+' | 'logic',
): readonly Bilingual[] {
  return part.operands.map((operand) =>
    wrap(sayExpression(operand, vocabulary), needsParentheses(operand.expression, outer)),
  );
}

/** An evaluated expression in words, every fact with the applicant's figure. */
export function sayExpression(part: EvaluatedExpression, vocabulary: Vocabulary): Bilingual {
  const { expression } = part;
  switch (expression.kind) {
    case 'literal': {
      const value = saidValue(part, vocabulary);
      return { zh: expression.text === '' ? value.zh : expression.text, en: value.en };
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
      const product = expression.operator === '×' || expression.operator === '÷';
      return join(
        operandsOf(part, vocabulary, product ? '×' : '+'),
        ` ${expression.operator} `,
        ` ${expression.operator} `,
      );
    }
    case 'least':
      return sayPick(part, vocabulary, { zh: '孰低', en: 'the lower of' });
    case 'greatest':
      return sayPick(part, vocabulary, { zh: '孰高', en: 'the higher of' });
    case 'comparison':
      return join(
        operandsOf(part, vocabulary, '+'),
        ` ${comparisonsZh[expression.operator]} `,
        ` ${comparisonsEn[expression.operator]} `,
      );
    case 'member': {
      const said = operandsOf(part, vocabulary, '+')[0] ?? { zh: '', en: '' };
      const options = expression.options.join('、');
      return { zh: `${said.zh} 属于 ${options}`, en: `${said.en} is one of ${options}` };
    }
    case 'not':
      return join(
        operandsOf(part, vocabulary, 'logic').map((said) => ({
          zh: `非 ${said.zh}`,
          en: `not ${said.en}`,
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
  const inner = join(operandsOf(part, vocabulary, '+'), '，', ', ');
  return { zh: `${word.zh}（${inner.zh}）`, en: `${word.en} (${inner.en})` };
}
