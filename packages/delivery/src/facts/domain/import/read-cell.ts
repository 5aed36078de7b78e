import { readValue } from '@luodi/evaluation';
import type { Bilingual } from '@luodi/evaluation';
import { fail, ok, parseQuantity } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Fact, Vocabulary } from '@luodi/language';
import { districtChoice } from '../held-facts.ts';
import { storedValue } from './stored-value.ts';
import type { SheetCell } from './sheet.ts';

interface Unreadable {
  readonly code: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

const troubles: Readonly<Record<'error_value' | 'no_result' | 'imprecise', Unreadable>> = {
  error_value: {
    code: 'error_value',
    message: { zh: '单元格是错误值', en: 'the cell holds an error' },
    hint: { zh: '请改正公式，或直接填值', en: 'mend the formula, or enter the value' },
  },
  no_result: {
    code: 'no_result',
    message: { zh: '公式没有算出的结果', en: 'the formula was saved without its result' },
    hint: {
      zh: '用 Excel 打开，重新计算后保存，或粘贴为数值',
      en: 'open it with Excel, recalculate and save, or paste values',
    },
  },
  imprecise: {
    code: 'imprecise',
    message: {
      zh: '数超过 15 位，表格软件已经丢掉末尾几位',
      en: 'the number has more than 15 digits; the spreadsheet has lost the last ones',
    },
    hint: { zh: '请把这一列设为文本后重新填写', en: 'make the column text and enter it anew' },
  },
};

/** A cell's text; an error value and the like are faults. Dashes that stand for nothing are nothing. */
export function readText(cell: SheetCell | undefined): Result<string, Unreadable> {
  if (cell === undefined) return ok('');
  if (typeof cell !== 'string') return fail(troubles[cell.trouble]);
  return ok(/^[-—–/\\]+$/u.test(cell) ? '' : cell);
}

/** A day as sheets write it (2024/1/5, 2024年1月5日, 2024.01.05, 20240105), as YYYY-MM-DD; other texts come back as they are. */
function plainDay(text: string): string {
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+00?:00(?::00)?)?$/u.exec(
      text,
    ) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (match === null) return text;
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function written(
  text: string,
  fact: Fact,
  unit: string | undefined,
  vocabulary: Vocabulary,
): string {
  switch (fact.type.kind) {
    case 'date':
      return plainDay(text);
    case 'number': {
      const quantity = parseQuantity(text);
      const bare = typeof quantity !== 'string' && quantity.unit.symbol === '';
      return bare && unit !== undefined ? `${text}${unit}` : text;
    }
    case 'choice':
      return districtChoice(text, fact, vocabulary) ?? text;
    case 'truth':
      return text === '√' || text === '✓' ? '是' : text;
    case 'text':
      return text;
  }
}

/**
 * Reads the value of a fact from a cell, as it is stored. `undefined`: the cell is empty. `unit` is what bare numbers are
 * counted in.
 */
export function readCell(
  cell: SheetCell | undefined,
  fact: Fact,
  unit: string | undefined,
  vocabulary: Vocabulary,
): Result<unknown, Unreadable> {
  const text = readText(cell);
  if (!text.ok) return text;
  if (text.value === '') return ok(undefined);
  const raw = written(text.value, fact, unit, vocabulary);
  const value = readValue(raw, fact, fact.name, vocabulary);
  return value.ok ? ok(storedValue(value.value, fact, raw)) : value;
}
