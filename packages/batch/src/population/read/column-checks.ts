import type { Vocabulary } from '@luodi/language';
import type { Bilingual } from '@luodi/evaluation';
import { doubleQuoted, singleQuoted } from '../../dialect/quoting.ts';
import { largestDecimal, largestWhole } from '../columns.ts';
import type { ColumnKind } from '../columns.ts';
import { sqlType } from './attach-population.ts';
import type { ColumnMeaning } from './column-meaning.ts';

/** A test that no row may fail: `fails` is true of those that do. */
export interface ColumnCheck {
  readonly column: string;
  readonly fails: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

const fitting: Readonly<Record<ColumnKind, RegExp>> = {
  truth: /^BOOLEAN$/,
  whole: /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,0\))$/,
  decimal: /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,[0-6]\))$/,
  date: /^DATE$/,
  text: /^(VARCHAR|ENUM\(.*\))$/,
};

/** How a text must be written to be read without loss. */
const written: Readonly<Record<ColumnKind, string | undefined>> = {
  truth: undefined,
  whole: '[+-]?[0-9]+',
  decimal: '[+-]?[0-9]+([.][0-9]{1,6}0*)?',
  date: '[0-9]{4}-[0-9]{2}-[0-9]{2}',
  text: undefined,
};

const samples: Readonly<Record<ColumnKind, Bilingual>> = {
  truth: { zh: 'true 或 false', en: 'true or false' },
  whole: { zh: '整数（金额以分计）', en: 'a whole number (money in fen)' },
  decimal: { zh: '至多六位小数，如 0.05', en: 'at most six decimal digits, such as 0.05' },
  date: { zh: '2024-01-23 这样的日期', en: 'a date such as 2024-01-23' },
  text: { zh: '文字', en: 'text' },
};

function typeChecks(column: string, type: string, { kind }: ColumnMeaning): ColumnCheck[] {
  if (fitting[kind].test(type)) return [];
  const value = doubleQuoted(column);
  const hint = {
    zh: `请写成${samples[kind].zh}，列类型 ${sqlType(kind)}`,
    en: `write ${samples[kind].en}, column type ${sqlType(kind)}`,
  };
  if (type !== 'VARCHAR')
    return [
      {
        column,
        fails: `${value} IS NOT NULL`,
        message: { zh: `列类型是 ${type}`, en: `the column is a ${type}` },
        hint,
      },
    ];
  const shape = written[kind];
  const misread = `TRY_CAST(${value} AS ${sqlType(kind)}) IS NULL`;
  const fails =
    shape === undefined
      ? misread
      : `(${misread} OR NOT regexp_full_match(trim(${value}), ${singleQuoted(shape)}))`;
  return [
    {
      column,
      fails: `${value} IS NOT NULL AND ${fails}`,
      message: { zh: '值读不懂', en: 'the value cannot be read' },
      hint,
    },
  ];
}

function boundChecks(column: string, typed: string, { kind }: ColumnMeaning): ColumnCheck[] {
  if (kind !== 'whole' && kind !== 'decimal') return [];
  const largest = kind === 'whole' ? largestWhole : largestDecimal;
  return [
    {
      column,
      fails: `${typed} > ${largest} OR ${typed} < -${largest}`,
      message: { zh: '数太大', en: 'the number is too large' },
      hint: { zh: `绝对值不超过 ${largest}`, en: `at most ${largest} beside zero` },
    },
  ];
}

function signChecks(column: string, typed: string, { kind, fact }: ColumnMeaning): ColumnCheck[] {
  if (kind !== 'whole' && kind !== 'decimal') return [];
  if (fact?.mayBeNegative === true) return [];
  return [
    {
      column,
      fails: `${typed} < 0`,
      message: { zh: '是负数', en: 'the number is negative' },
      hint: {
        zh: `${fact?.name ?? column}不能为负，不知道就留空`,
        en: `${fact?.nameEn ?? column} cannot be negative; leave it empty if it is not known`,
      },
    },
  ];
}

function memberChecks(column: string, { fact }: ColumnMeaning, vocabulary: Vocabulary) {
  if (fact?.type.kind !== 'choice') return [];
  const members = (vocabulary.lists.get(fact.type.list)?.members ?? []).map(({ name }) => name);
  return [
    {
      column,
      fails: `${doubleQuoted(column)} NOT IN (${members.map(singleQuoted).join(', ')})`,
      message: { zh: `不在清单“${fact.type.list}”里`, en: 'the list has no such member' },
      hint: { zh: `可用：${members.join('、')}`, en: `use one of ${members.join(', ')}` },
    },
  ];
}

/** What must hold of one column: its type, its bounds, its sign, its members. */
export function columnChecks(
  column: string,
  type: string,
  meaning: ColumnMeaning,
  vocabulary: Vocabulary,
): readonly ColumnCheck[] {
  const wrong = typeChecks(column, type, meaning);
  if (wrong.length > 0 && type !== 'VARCHAR') return wrong;
  const value = doubleQuoted(column);
  const wide = meaning.kind === 'whole' ? 'HUGEINT' : 'DECIMAL(38,6)';
  // What is a number already is compared as it is: millions of rows are read for this alone.
  const typed = fitting[meaning.kind].test(type) ? value : `TRY_CAST(${value} AS ${wide})`;
  return [
    ...wrong,
    ...boundChecks(column, typed, meaning),
    ...signChecks(column, typed, meaning),
    ...memberChecks(column, meaning, vocabulary),
  ];
}
