import ExcelJS from 'exceljs';
import { sourceText } from '@luodi/entitlement';
import type { Match } from '@luodi/entitlement';
import { sayReference, statusWords } from '@luodi/evaluation';
import type { Language, MeasureAnswer } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import { exportWords } from './export-words.ts';
import { addSheet, money } from './sheet.ts';
import type { Cell } from './sheet.ts';
import { statedFacts } from './stated-facts.ts';

const fenInYuan = 100;

/** Fen as the number of yuan that a spreadsheet reckons with. */
function yuan(fen: bigint | null | undefined): number | null {
  return fen === null || fen === undefined ? null : Number(fen) / fenInYuan;
}

/** The figure to show: what it can be at most as long as facts are missing. */
function figure({ status, amount }: MeasureAnswer): Pick<MeasureAnswer['amount'], 'kind' | 'fen'> {
  const open =
    status === 'undetermined' && amount.kind !== 'none' && amount.kind !== 'by_reference';
  return open ? { kind: 'at_most', fen: amount.upperFen } : amount;
}

function inForce({ answers }: Match): readonly MeasureAnswer[] {
  return answers.filter(({ status }) => status !== 'not_in_force');
}

function addOwed(
  workbook: ExcelJS.Workbook,
  match: Match,
  content: Content,
  language: Language,
): void {
  const { columns, amountKinds, measureKinds, separator, sheets } = exportWords[language];
  const counted = new Map(match.best.chosen.map((chosen) => [chosen.id, chosen]));
  const rows = inForce(match).map((answer): readonly Cell[] => {
    const { measure, amount } = answer;
    const { kind, fen } = figure(answer);
    const part = counted.get(measure.id);
    return [
      language === 'zh' ? measure.name : measure.nameEn,
      statusWords[answer.status][language],
      measureKinds[measure.kind],
      answer.status === 'not_entitled' ? '' : amountKinds[kind],
      answer.status === 'not_entitled' ? null : yuan(fen),
      part === undefined ? null : yuan(part.countedCertainFen),
      part === undefined ? null : yuan(part.countedUpperFen),
      amount.formula[language],
      answer.missing
        .map((reference) => sayReference(reference, content.vocabulary)[language])
        .join(separator),
      answer.failed.map(({ because }) => because[language]).join('\n'),
      measure.departments.join(separator),
      measure.id,
    ];
  });
  const sheet = addSheet(
    workbook,
    sheets.owed,
    [
      { header: columns.measure, width: 38, wraps: true },
      { header: columns.status, width: 13 },
      { header: columns.kind, width: 10 },
      { header: columns.amountKind, width: 12 },
      { header: columns.amount, width: 18, numbers: money },
      { header: columns.countedExact, width: 20, numbers: money },
      { header: columns.countedUpper, width: 20, numbers: money },
      { header: columns.formula, width: 48, wraps: true },
      { header: columns.missing, width: 36, wraps: true },
      { header: columns.because, width: 48, wraps: true },
      { header: columns.departments, width: 22, wraps: true },
      { header: columns.id, width: 40 },
    ],
    rows,
  );
  const last = rows.length + 1;
  const { exactFen, upperBoundFen } = match.best;
  const total = sheet.addRow([columns.total]);
  total.font = { bold: true };
  total.getCell(6).value = { formula: `SUM(F2:F${last})`, result: yuan(exactFen) ?? 0 };
  total.getCell(7).value = { formula: `SUM(G2:G${last})`, result: yuan(upperBoundFen) ?? 0 };
}

function addFacts(
  workbook: ExcelJS.Workbook,
  match: Match,
  stated: Readonly<Record<string, unknown>>,
  content: Content,
  language: Language,
): void {
  const { columns, sheets } = exportWords[language];
  const rows = statedFacts(stated, content, language).map(
    ({ label, value, fact }): readonly Cell[] => [
      label,
      value,
      (language === 'zh' ? fact?.definition : fact?.definitionEn) ?? '',
      fact?.source ?? '',
    ],
  );
  addSheet(
    workbook,
    sheets.facts,
    [
      { header: columns.fact, width: 44, wraps: true },
      { header: columns.value, width: 28, wraps: true },
      { header: columns.definition, width: 70, wraps: true },
      { header: columns.factSource, width: 36 },
    ],
    [
      [columns.date, match.date.toString(), '', ''],
      [columns.version, match.contentVersion, '', ''],
      ...rows,
    ],
  );
}

function addSources(workbook: ExcelJS.Workbook, match: Match, language: Language): void {
  const { columns, noEnd, sheets } = exportWords[language];
  const rows = inForce(match).map(({ measure }): readonly Cell[] => {
    const document = match.documentOf.get(measure.id);
    const { from, until } = measure.validity;
    return [
      language === 'zh' ? measure.name : measure.nameEn,
      (language === 'zh' ? document?.title : document?.titleEn) ?? '',
      measure.clause,
      measure.quote.text,
      sourceText(measure.quote.source),
      `${from.toString()} — ${until?.toString() ?? noEnd}`,
    ];
  });
  addSheet(
    workbook,
    sheets.sources,
    [
      { header: columns.measure, width: 38, wraps: true },
      { header: columns.document, width: 44, wraps: true },
      { header: columns.clause, width: 26, wraps: true },
      { header: columns.quote, width: 90, wraps: true },
      { header: columns.source, width: 36 },
      { header: columns.validity, width: 26 },
    ],
    rows,
  );
}

/**
 * A match as an Excel workbook: what is owed with sums as numbers in yuan, the facts as stated, and the clauses' words.
 * Measures that are not in force on the date are left out.
 */
export async function matchWorkbook(
  match: Match,
  stated: Readonly<Record<string, unknown>>,
  content: Content,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '落地 Luodi';
  addOwed(workbook, match, content, language);
  addFacts(workbook, match, stated, content, language);
  addSources(workbook, match, language);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
