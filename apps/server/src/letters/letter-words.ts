import { yuanText } from '@luodi/delivery';
import type { Step } from '@luodi/delivery';
import { sourceText } from '@luodi/entitlement';
import { formatMoneyZh, moneyInCapitals, rational } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { PolicyDocument, Quote } from '@luodi/language';
import type { LetterPart } from '../contract/index.ts';

export function paragraph(text: string): LetterPart {
  return { kind: 'paragraph', text };
}

export function heading(text: string): LetterPart {
  return { kind: 'heading', text };
}

export function table(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): LetterPart {
  return { kind: 'table', columns: [...columns], rows: rows.map((row) => [...row]) };
}

/** The clause's own words, with file and lines. */
export function quotation({ text, source }: Quote): LetterPart {
  return { kind: 'quote', text, source: sourceText(source) };
}

/** `2026年6月1日` */
export function dayWords({ year, month, day }: PlainDate): string {
  return `${year}年${month}月${day}日`;
}

/** `28万元（280,000.00元，大写：人民币贰拾捌万元整）`; `fen` in 分. */
export function sumWords(fen: bigint): string {
  const figures = yuanText(fen).replaceAll(/\B(?=(?:\d{3})+\.)/gu, ',');
  return `${formatMoneyZh(rational(fen))}（${figures}元，大写：${moneyInCapitals(fen)}）`;
}

/** `《…》（市政〔2024〕1号）二（三）` */
export function clauseWords(document: PolicyDocument | undefined, clause: string): string {
  if (document === undefined) return clause;
  const { title, number } = document;
  const name = title.startsWith('《') ? title : `《${title}》`;
  return `${name}${number === '' ? '' : `（${number}）`}${clause}`;
}

const stepNames = {
  application: '申报',
  notice: '告知',
  scoring: '专家评审',
  joint_document: '联合下达',
  publicity: '公示',
  claim: '申领',
  payment: '支付',
} as const;

function limitOf(step: Step): string {
  switch (step.kind) {
    case 'application':
    case 'meeting':
    case 'joint_document':
    case 'payment':
      return '';
    case 'claim':
    case 'notice':
    case 'review':
    case 'scoring':
    case 'publicity':
      return step.workingDays === null ? '' : `（${step.workingDays} 个工作日）`;
  }
}

/** A step with its time limit: `属地审核（10 个工作日）`. */
export function stepWords(step: Step): string {
  const name = step.kind === 'review' || step.kind === 'meeting' ? step.name : stepNames[step.kind];
  return `${name}${limitOf(step)}`;
}
