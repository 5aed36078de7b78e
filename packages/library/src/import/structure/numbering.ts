import { smallNumber } from './chinese-figures.ts';

/** The ways in which clauses are numbered, outermost first: 编 章 节 条 表 一、（一）1. 1.1（1）①. */
export const numberings = [
  'part',
  'chapter',
  'section',
  'article',
  'table',
  'chinese',
  'chinese_bracketed',
  'digit',
  'decimal',
  'digit_bracketed',
  'circled',
] as const;
export type Numbering = (typeof numberings)[number];

/** The number that a paragraph begins with. */
export interface Marker {
  readonly numbering: Numbering;
  readonly number: number;
  /** As written: `（一）`. */
  readonly label: string;
  readonly rest: string;
  /** `4.5G`: the fourth point or four and a half? Only what stands before it can tell. */
  readonly doubtful: boolean;
}

const chinese = '[〇零一二三四五六七八九十百]{1,5}';
const units: Readonly<Record<string, Numbering>> = {
  编: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
};

const article = new RegExp(
  `^(第\\s*(${chinese}|\\d{1,3})\\s*([编章节条]))(?![第款项的和至]|规定|、|之一)[\\s:：]*(.*)$`,
  'su',
);
const plain: readonly { readonly numbering: Numbering; readonly pattern: RegExp }[] = [
  {
    numbering: 'chinese',
    pattern: new RegExp(`^((${chinese})\\s*[、．.])(?!${chinese}[、”])\\s*(.*)$`, 'su'),
  },
  {
    numbering: 'chinese_bracketed',
    pattern: new RegExp(`^([（(]\\s*(${chinese})\\s*[）)]、?)\\s*(.*)$`, 'su'),
  },
  { numbering: 'table', pattern: new RegExp(`^(表\\s*(${chinese}|\\d{1,2}))[\\s:：]+(.*)$`, 'su') },
  { numbering: 'decimal', pattern: /^(\d{1,2}\.(\d{1,2})\.?)(?=\s+\D)\s*(.*)$/su },
  { numbering: 'digit', pattern: /^(([0-9０-９]{1,3})\s*[.．、])\s*(.*)$/su },
  {
    numbering: 'digit_bracketed',
    pattern: /^([（(]?\s*([0-9０-９]{1,3})\s*[）)][.、]?)\s*(.*)$/su,
  },
];

/** Reads the number at the beginning of a paragraph. */
export function readMarker(text: string): Marker | undefined {
  const unit = article.exec(text);
  if (unit !== null) {
    const [, label = '', figure = '', sign = '', rest = ''] = unit;
    const numbering = units[sign];
    const number = smallNumber(figure);
    if (numbering !== undefined && number !== undefined)
      return { numbering, number, label, rest, doubtful: false };
  }
  const circle = (text.codePointAt(0) ?? 0) - 0x245f;
  if (circle >= 1 && circle <= 20) {
    const label = text.slice(0, 1);
    return {
      numbering: 'circled',
      number: circle,
      label,
      rest: text.slice(1).trim(),
      doubtful: false,
    };
  }
  for (const { numbering, pattern } of plain) {
    const [, label = '', figure = '', rest = ''] = pattern.exec(text) ?? [];
    const number = smallNumber(figure);
    if (label === '' || number === undefined || number === 0) continue;
    return { numbering, number, label, rest, doubtful: numbering === 'digit' && /^\d/u.test(rest) };
  }
  return undefined;
}
