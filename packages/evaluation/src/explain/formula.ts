import { formatMoneyEn, formatMoneyZh, rational } from '@luodi/kernel';
import type { Band, Expression, Manner, Vocabulary } from '@luodi/language';
import type { Bilingual } from '../domain/bilingual.ts';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import type { EvaluatedAmount } from '../domain/payable.ts';
import { kindOf } from '../domain/payable.ts';
import type { Figures } from '../measure/judge.ts';
import { sayExpression } from './expression-words.ts';
import { sayNumber } from './words.ts';

const manners: Record<Manner, Bilingual> = {
  exact: { zh: '', en: '' },
  at_most: { zh: '最高 ', en: 'at most ' },
  at_least: { zh: '不低于 ', en: 'at least ' },
};

function both(join: (language: 'zh' | 'en') => string): Bilingual {
  return { zh: join('zh'), en: join('en') };
}

function list(parts: readonly Bilingual[], zh: string, en: string): Bilingual {
  return {
    zh: parts.map((part) => part.zh).join(zh),
    en: parts.map((part) => part.en).join(en),
  };
}

const limitWords: Partial<Record<EvaluatedAmount['amount']['kind'], Bilingual>> = {
  capped: { zh: '封顶', en: 'capped at' },
  difference: { zh: '减去', en: 'less' },
  cumulative_cap: { zh: '累计封顶', en: 'in all at most' },
  bounded_by: { zh: '不超过', en: 'not above' },
};

const rateLimits: Record<Manner, Bilingual> = {
  exact: { zh: '', en: '' },
  at_most: { zh: '不超过 ', en: 'at most ' },
  at_least: { zh: '不低于 ', en: 'at least ' },
};

/** `年度研发投入新增额 500万元 × 不超过 5%`: the ceiling of a rate stands before the rate, as in the clause. */
function sayPay(
  manner: Manner,
  value: EvaluatedExpression | undefined,
  said: Bilingual,
  vocabulary: Vocabulary,
): Bilingual {
  const [base, rate] = value?.operands ?? [];
  const isRate =
    value?.expression.kind === 'arithmetic' &&
    value.expression.operator === '×' &&
    rate?.expression.kind === 'literal' &&
    /[%‰]$/.test(rate.expression.text);
  if (manner === 'exact' || !isRate || base === undefined || rate === undefined)
    return both((language) => `${manners[manner][language]}${said[language]}`);
  const left = sayExpression(base, vocabulary);
  const right = sayExpression(rate, vocabulary);
  const compound = base.operands.length > 0 && base.reference === undefined;
  return both((language) => {
    const [open, close] = language === 'zh' ? '（）' : '()';
    const of = compound ? `${open}${left[language]}${close}` : left[language];
    return `${of} × ${rateLimits[manner][language]}${right[language]}`;
  });
}

/** In place of a sum where no arm holds and no row fits. */
const nothingGiven: Bilingual = { zh: '不给付', en: 'nothing' };

/** A figure of the rule itself: `1亿元`, `CNY 100,000,000`. */
function sayWritten(expression: Expression): Bilingual {
  const { text, type } = expression;
  const isNumber = expression.kind === 'literal' && expression.value.kind === 'number';
  if (!isNumber || type.kind !== 'number') return { zh: text, en: text };
  return { zh: text, en: sayNumber(expression.value.value, type, undefined).en };
}

function sayBand({ from, to, manner, rate }: Band): Bilingual {
  const [low, at] = [sayWritten(from), sayWritten(rate)];
  const high = to === undefined ? undefined : sayWritten(to);
  return {
    zh: `${low.zh} ${high === undefined ? '以上' : `至 ${high.zh}`}部分 ${manners[manner].zh}${at.zh}`,
    en: `${manners[manner].en}${at.en} of the part ${high === undefined ? `above ${low.en}` : `from ${low.en} to ${high.en}`}`,
  };
}

/** How the amount comes about, with the applicant's figures but without the result. */
function sayAmount(from: EvaluatedAmount, vocabulary: Vocabulary): Bilingual {
  const { amount, parts } = from;
  const expressions = from.expressions.map((part) => sayExpression(part, vocabulary));
  const inner = parts.map((part) => sayAmount(part, vocabulary));
  const first = expressions[0] ?? { zh: '', en: '' };
  switch (amount.kind) {
    case 'pay':
      return sayPay(amount.manner, from.expressions[0], first, vocabulary);
    case 'discretionary':
      return from.expressions.length === 0
        ? { zh: '酌定', en: 'decided case by case' }
        : { zh: `酌定，最高 ${first.zh}`, en: `decided case by case, at most ${first.en}` };
    case 'by_reference':
      return {
        zh: `另行规定：${amount.rule}`,
        en: `set by another rule: ${amount.ruleEn || amount.rule}`,
      };
    case 'decision':
      return { zh: amount.decision, en: amount.decisionEn || amount.decision };
    case 'first_of':
      return inner.length === 0 ? nothingGiven : list(inner, ' 或 ', ' or ');
    case 'graded': {
      const rows = inner.length === 0 ? nothingGiven : list(inner, ' / ', ' / ');
      return { zh: `${first.zh}：${rows.zh}`, en: `${first.en}: ${rows.en}` };
    }
    case 'bands': {
      const bands = list(amount.bands.map(sayBand), '，', ', ');
      return { zh: `${first.zh}，分段：${bands.zh}`, en: `${first.en}, by bands: ${bands.en}` };
    }
    case 'highest':
      return both((language) =>
        language === 'zh'
          ? `就高（${inner.map((part) => part.zh).join('；')}）`
          : `the highest of (${inner.map((part) => part.en).join('; ')})`,
      );
    case 'sum':
      return inner.length === 0 ? nothingGiven : list(inner, ' ＋ ', ' + ');
    case 'capped':
    case 'difference':
    case 'cumulative_cap':
    case 'bounded_by': {
      const word = limitWords[amount.kind] ?? { zh: '', en: '' };
      const body = inner[0] ?? nothingGiven;
      const limits = list(expressions, '，', ', ');
      return {
        zh: `${body.zh}，${word.zh} ${limits.zh}`,
        en: `${body.en}, ${word.en} ${limits.en}`,
      };
    }
  }
}

/** A sum with its kind: `最高 25万元`, `at least CNY 30,000`. */
export function sayFigures(figures: Figures): Bilingual {
  const money = (fen: bigint): Bilingual => ({
    zh: formatMoneyZh(rational(fen)),
    en: formatMoneyEn(rational(fen)),
  });
  const { kind, fen } = figures;
  if (kind === 'by_reference') return { zh: '另行规定', en: 'set by another rule' };
  if (kind === 'none') return { zh: '无金额', en: 'no sum of money' };
  if (fen === null)
    return kind === 'discretionary'
      ? { zh: '酌定', en: 'decided case by case' }
      : { zh: '金额未定', en: 'sum not determined' };
  const sum = money(fen);
  switch (kind) {
    case 'exact':
      return sum;
    case 'at_most':
      return { zh: `最高 ${sum.zh}`, en: `at most ${sum.en}` };
    case 'at_least':
      return { zh: `不低于 ${sum.zh}`, en: `at least ${sum.en}` };
    case 'discretionary':
      return { zh: `酌定，最高 ${sum.zh}`, en: `decided case by case, at most ${sum.en}` };
  }
}

/** The whole formula: `年度研发投入新增额 500万元 × 5% = 最高 25万元`. */
export function sayFormula(
  from: EvaluatedAmount,
  figures: Figures,
  vocabulary: Vocabulary,
): Bilingual {
  const how = sayAmount(from, vocabulary);
  if (kindOf(from.payable) === 'none' || kindOf(from.payable) === 'by_reference') return how;
  const result = sayFigures(figures);
  return both((language) =>
    how[language] === result[language]
      ? result[language]
      : `${how[language]} = ${result[language]}`,
  );
}
