import ExcelJS from 'exceljs';
import type { Language } from '@luodi/evaluation';
import { Temporal, zoneOfDocuments } from '@luodi/kernel';
import type { NumberedEntry } from '@luodi/platform';
import type { CaseSummary, PublicityResponse, WorkResponse } from '../contract/index.ts';
import { deliveryWords } from './delivery-words.ts';
import { addSheet, money } from './sheet.ts';
import type { Cell, Column } from './sheet.ts';

/** Rows for a workbook; `isCut`: there are more than these. */
export interface Exported<Row> {
  readonly rows: readonly Row[];
  readonly isCut: boolean;
  readonly at: Date;
}

const fenInYuan = 100;

function timeText(at: Date | string | null): string {
  if (at === null) return '';
  const zoned = Temporal.Instant.from(typeof at === 'string' ? at : at.toISOString());
  return zoned
    .toZonedDateTimeISO(zoneOfDocuments)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ');
}

function yuan(fen: string | null): number | null {
  return fen === null ? null : Number(fen) / fenInYuan;
}

/** One sheet of rows, and one that says when they were taken and whether they are all. */
async function workbookOf<Row>(
  name: string,
  columns: readonly Column[],
  { rows, isCut, at }: Exported<Row>,
  cells: (row: Row) => readonly Cell[],
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const { sheets, columns: headers, whole, cut } = deliveryWords[language];
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '落地 Luodi';
  addSheet(workbook, name, columns, rows.map(cells));
  const note = (isCut ? cut : whole)(rows.length, timeText(at));
  addSheet(workbook, sheets.about, [{ header: headers.note, width: 80, wraps: true }], [[note]]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function named(language: Language, zh: string, en: string): string {
  return language === 'zh' || en === '' ? zh : en;
}

function creditCode(enterprise: string): string {
  return enterprise.replace(/^enterprise:/u, '');
}

/** Cases as a workbook: of an office, or an enterprise's own. */
export function caseWorkbook(
  cases: Exported<CaseSummary>,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const { sheets, columns, states, separator } = deliveryWords[language];
  return workbookOf(
    sheets.cases,
    [
      { header: columns.case, width: 26 },
      { header: columns.programme, width: 40, wraps: true },
      { header: columns.enterprise, width: 34, wraps: true },
      { header: columns.creditCode, width: 22 },
      { header: columns.district, width: 10 },
      { header: columns.state, width: 14 },
      { header: columns.step, width: 18, wraps: true },
      { header: columns.due, width: 12 },
      { header: columns.asked, width: 18, numbers: money },
      { header: columns.approved, width: 18, numbers: money },
      { header: columns.opened, width: 20 },
      { header: columns.closed, width: 20 },
      { header: columns.because, width: 40, wraps: true },
    ],
    cases,
    (each) => [
      each.id,
      named(language, each.title, each.titleEn),
      each.enterpriseName,
      creditCode(each.enterprise),
      each.district,
      states[each.state],
      each.closedAt === null ? named(language, each.step.name, each.step.nameEn) : '',
      each.dueOn ?? '',
      yuan(each.askedFen),
      yuan(each.approvedFen),
      timeText(each.openedAt),
      timeText(each.closedAt),
      each.closing === null ? '' : [each.closing.because, ...each.closing.failed].join(separator),
    ],
    language,
  );
}

/** A line of the workbook of what waits. */
interface WorkRow {
  readonly dueOn: string | null;
  readonly late: boolean;
  readonly case: CaseSummary;
  readonly todo: { readonly zh: string; readonly en: string };
  readonly round: number | null;
  readonly because: string;
}

/** Tasks and objections in one list, the soonest due first. */
export function workRows({ tasks, objections }: WorkResponse): readonly WorkRow[] {
  const answering = { zh: deliveryWords.zh.answer, en: deliveryWords.en.answer };
  const rows: readonly WorkRow[] = [
    ...objections.map(({ late, words, case: each }) => {
      const { dueOn } = each;
      return { dueOn, late, case: each, todo: answering, round: null, because: words };
    }),
    ...tasks.map(({ task: { dueOn, round, stepName: zh, stepNameEn: en }, case: each }) => {
      const { late } = each;
      return { dueOn, late, case: each, todo: { zh, en }, round, because: '' };
    }),
  ];
  const last = '9999';
  return rows.toSorted((a, b) => (a.dueOn ?? last).localeCompare(b.dueOn ?? last));
}

/** What waits for an office as a workbook, the soonest due first. */
export function workWorkbook(
  work: Exported<WorkRow>,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const { sheets, columns, yes } = deliveryWords[language];
  return workbookOf(
    sheets.work,
    [
      { header: columns.due, width: 12 },
      { header: columns.late, width: 10 },
      { header: columns.enterprise, width: 34, wraps: true },
      { header: columns.district, width: 10 },
      { header: columns.programme, width: 40, wraps: true },
      { header: columns.step, width: 18, wraps: true },
      { header: columns.round, width: 8 },
      { header: columns.asked, width: 18, numbers: money },
      { header: columns.case, width: 26 },
      { header: columns.reason, width: 40, wraps: true },
    ],
    work,
    ({ dueOn, late, case: each, todo, round, because }) => [
      dueOn ?? '',
      late ? yes : '',
      each.enterpriseName,
      each.district,
      named(language, each.title, each.titleEn),
      named(language, todo.zh, todo.en),
      round,
      yuan(each.askedFen),
      each.id,
      because,
    ],
    language,
  );
}

/** What is public as a workbook, the soonest over first. */
export function publicityWorkbook(
  cases: Exported<PublicityResponse['cases'][number]>,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const { sheets, columns } = deliveryWords[language];
  return workbookOf(
    sheets.publicity,
    [
      { header: columns.enterprise, width: 40, wraps: true },
      { header: columns.district, width: 10 },
      { header: columns.programme, width: 44, wraps: true },
      { header: columns.sum, width: 18, numbers: money },
      { header: columns.until, width: 14 },
      { header: columns.case, width: 26 },
    ],
    cases,
    (each) => [
      each.enterpriseName,
      each.district,
      named(language, each.title, each.titleEn),
      yuan(each.fen),
      each.until ?? '',
      each.case,
    ],
    language,
  );
}

/** Entries of the journal as a workbook, newest first. */
export function journalWorkbook(
  entries: Exported<NumberedEntry>,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const { sheets, columns } = deliveryWords[language];
  return workbookOf(
    sheets.journal,
    [
      { header: columns.number, width: 10 },
      { header: columns.at, width: 20 },
      { header: columns.who, width: 24, wraps: true },
      { header: columns.whoId, width: 30 },
      { header: columns.action, width: 24 },
      { header: columns.subject, width: 34, wraps: true },
      { header: columns.reason, width: 34, wraps: true },
      { header: columns.detail, width: 70, wraps: true },
      { header: columns.hash, width: 68 },
    ],
    entries,
    ({ sequence, at, actor, actorName, action, subject, reason, detail, hash }) => [
      Number(sequence),
      timeText(at),
      actorName ?? '',
      actor,
      action,
      subject,
      reason,
      JSON.stringify(detail),
      hash,
    ],
    language,
  );
}
