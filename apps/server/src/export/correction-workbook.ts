import ExcelJS from 'exceljs';
import { statusWords } from '@luodi/evaluation';
import type { Language } from '@luodi/evaluation';
import type { ChangedDecisionJson, SampleResponse } from '../contract/index.ts';
import { correctionWords } from './correction-words.ts';
import { addSheet, money } from './sheet.ts';
import type { Cell } from './sheet.ts';

const fenInYuan = 100;

function yuan(fen: string | null): number | null {
  return fen === null ? null : Number(fen) / fenInYuan;
}

function newBook(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '落地 Luodi';
  return workbook;
}

function factLines({ facts }: ChangedDecisionJson, language: Language): string {
  return facts
    .map(({ label, year, was, now, source }) => {
      const name = `${label[language]}${year === null ? '' : ` ${year}`}`;
      const from = source === null ? '' : ` (${source[language]})`;
      return `${name}: ${was?.[language] ?? '—'} → ${now?.[language] ?? '—'}${from}`;
    })
    .join('\n');
}

/** Decisions that would come out otherwise, one a row. */
export async function changedWorkbook(
  rows: readonly ChangedDecisionJson[],
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const { changed, consequences, sheets } = correctionWords[language];
  const workbook = newBook();
  const cells = rows.map((row): readonly Cell[] => [
    row.case,
    row.enterpriseName,
    row.district,
    row.lawDate,
    statusWords[row.was.status][language],
    yuan(row.grantedFen),
    statusWords[row.now.status][language],
    yuan(row.differenceFen),
    yuan(row.roomFen),
    consequences[row.consequence],
    factLines(row, language),
    row.because[language],
    row.upheld?.reason ?? '',
    row.decision,
  ]);
  const columns = changed.map((header, index) => ({
    header,
    width: [24, 28, 10, 12, 10, 16, 10, 16, 16, 12, 40, 60, 24, 32][index] ?? 16,
    wraps: index >= 10,
    ...([5, 7, 8].includes(index) ? { numbers: money } : {}),
  }));
  addSheet(workbook, sheets.changed, columns, cells);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A draw of decisions with what reaching them again found, and how to repeat the draw. */
export async function sampleWorkbook(
  { seed, population, drawn }: SampleResponse,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const { sample, findings, sheets, method } = correctionWords[language];
  const workbook = newBook();
  const cells = drawn.map((row, index): readonly Cell[] => [
    index + 1,
    row.decision,
    row.enterpriseName,
    language === 'zh' ? row.title : row.titleEn,
    yuan(row.amountFen),
    row.lawDate,
    findings[row.finding],
    row.parts.join(', '),
    row.contentVersion,
    row.rank,
  ]);
  const columns = sample.map((header, index) => ({
    header,
    width: [8, 32, 28, 32, 16, 12, 14, 24, 24, 24][index] ?? 16,
    ...(index === 4 ? { numbers: money } : {}),
  }));
  addSheet(workbook, sheets.sample, columns, cells);
  const note = method(seed, population, drawn.length);
  addSheet(workbook, sheets.method, [{ header: sheets.method, width: 80, wraps: true }], [[note]]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
