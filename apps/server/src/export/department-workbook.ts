import ExcelJS from 'exceljs';
import { sourceText } from '@luodi/entitlement';
import { nothingKnown } from '@luodi/evaluation';
import type { Evaluator, Language } from '@luodi/evaluation';
import type { NamedEntry, PolicyDocument } from '@luodi/language';
import { amountWords, figureWords, limitWords, momentWords, timeWords } from '@luodi/library';
import { heldBy } from '../library/departments.ts';
import type { Department } from '../library/departments.ts';
import { departmentWords } from './department-words.ts';
import { exportWords } from './export-words.ts';
import { addSheet, money } from './sheet.ts';
import type { Cell } from './sheet.ts';

const fenInYuan = 100;

interface Writing {
  readonly workbook: ExcelJS.Workbook;
  readonly department: Department;
  readonly language: Language;
}

function titleOf({ title, titleEn }: PolicyDocument, language: Language): string {
  return language === 'zh' ? title : titleEn;
}

function nameOf({ name, nameEn }: Pick<NamedEntry, 'name' | 'nameEn'>, language: Language): string {
  return language === 'zh' || nameEn === '' ? name : nameEn;
}

function addMeasures({ workbook, department, language }: Writing, evaluator: Evaluator): void {
  const { sheets, columns } = departmentWords[language];
  const { measureKinds, noEnd } = exportWords[language];
  const { matters } = evaluator.content.vocabulary;
  const rows = department.measures.map(({ document, entry }): readonly Cell[] => {
    const { from, until } = entry.validity;
    const most = evaluator.answer(entry.id, nothingKnown, from)?.amount.upperFen ?? undefined;
    const matterEn = matters.get(entry.matter)?.nameEn ?? entry.matter;
    return [
      nameOf(entry, language),
      measureKinds[entry.kind],
      language === 'zh' ? entry.matter : matterEn,
      amountWords(entry.amount),
      most === undefined ? null : Number(most) / fenInYuan,
      entry.conditions.map(({ text }) => text).join('\n'),
      `${from.toString()} — ${until?.toString() ?? noEnd}`,
      titleOf(document, language),
      entry.clause,
    ];
  });
  addSheet(
    workbook,
    sheets.measures,
    [
      { header: columns.measure, width: 34, wraps: true },
      { header: columns.kind, width: 10 },
      { header: columns.matter, width: 22, wraps: true },
      { header: columns.amount, width: 48, wraps: true },
      { header: columns.upper, width: 18, numbers: money },
      { header: columns.conditions, width: 48, wraps: true },
      { header: columns.validity, width: 26 },
      { header: columns.document, width: 44, wraps: true },
      { header: columns.clause, width: 26, wraps: true },
    ],
    rows,
  );
}

function addTasks({ workbook, department, language }: Writing): void {
  const { sheets, columns, roles, cycles } = departmentWords[language];
  const rows = department.tasks.map(({ document, entry, role }): readonly Cell[] => [
    entry.number,
    nameOf(entry, language),
    entry.words,
    roles[role],
    entry.due === undefined ? '' : momentWords(entry.due),
    entry.cycle === undefined ? '' : cycles[entry.cycle],
    entry.outcome ?? '',
    titleOf(document, language),
    entry.clause,
  ]);
  addSheet(
    workbook,
    sheets.tasks,
    [
      { header: columns.number, width: 8 },
      { header: columns.task, width: 34, wraps: true },
      { header: columns.content, width: 80, wraps: true },
      { header: columns.role, width: 12 },
      { header: columns.due, width: 12 },
      { header: columns.cycle, width: 12 },
      { header: columns.outcome, width: 30, wraps: true },
      { header: columns.document, width: 44, wraps: true },
      { header: columns.clause, width: 26, wraps: true },
    ],
    rows,
  );
}

function addIndicators({ workbook, department, language }: Writing): void {
  const { sheets, columns, roles } = departmentWords[language];
  const rows = department.indicators.map(({ document, entry, role }): readonly Cell[] => {
    const { base } = entry;
    const baseFigure = base?.figure === undefined ? '' : figureWords(base.figure);
    return [
      nameOf(entry, language),
      entry.unit,
      roles[role],
      base === undefined ? '' : `${timeWords(base.time)} ${baseFigure}`.trim(),
      entry.targets
        .map(({ time, figure }) => `${timeWords(time)} ${figureWords(figure)}`)
        .join('\n'),
      titleOf(document, language),
      entry.clause,
    ];
  });
  addSheet(
    workbook,
    sheets.indicators,
    [
      { header: columns.indicator, width: 40, wraps: true },
      { header: columns.unit, width: 10 },
      { header: columns.role, width: 12 },
      { header: columns.base, width: 24, wraps: true },
      { header: columns.targets, width: 40, wraps: true },
      { header: columns.document, width: 44, wraps: true },
      { header: columns.clause, width: 26, wraps: true },
    ],
    rows,
  );
}

function addProcedures({ workbook, department, language }: Writing): void {
  const { sheets, columns } = departmentWords[language];
  const rows = department.procedures.flatMap(({ document, entry, steps }) =>
    steps.map((step): readonly Cell[] => [
      nameOf(entry, language),
      nameOf(step, language),
      limitWords(step.limit) ?? '',
      titleOf(document, language),
      entry.clause,
    ]),
  );
  addSheet(
    workbook,
    sheets.procedures,
    [
      { header: columns.procedure, width: 34, wraps: true },
      { header: columns.step, width: 34, wraps: true },
      { header: columns.limit, width: 30, wraps: true },
      { header: columns.document, width: 44, wraps: true },
      { header: columns.clause, width: 26, wraps: true },
    ],
    rows,
  );
}

function addInspections({ workbook, department, language }: Writing): void {
  const { sheets, columns, roles } = departmentWords[language];
  const rows = department.inspections.map(({ document, entry, role }): readonly Cell[] => [
    nameOf(entry, language),
    roles[role],
    entry.target ?? '',
    entry.contents.join('\n'),
    entry.ratio === undefined ? '' : figureWords(entry.ratio),
    entry.frequency ?? '',
    entry.manner ?? '',
    entry.legalBasis ?? '',
    titleOf(document, language),
    entry.clause,
  ]);
  addSheet(
    workbook,
    sheets.inspections,
    [
      { header: columns.inspection, width: 34, wraps: true },
      { header: columns.role, width: 12 },
      { header: columns.target, width: 30, wraps: true },
      { header: columns.looksAt, width: 48, wraps: true },
      { header: columns.ratio, width: 18 },
      { header: columns.frequency, width: 18, wraps: true },
      { header: columns.manner, width: 24, wraps: true },
      { header: columns.legalBasis, width: 44, wraps: true },
      { header: columns.document, width: 44, wraps: true },
      { header: columns.clause, width: 26, wraps: true },
    ],
    rows,
  );
}

function addSources({ workbook, department, language }: Writing): void {
  const { sheets, columns } = departmentWords[language];
  const rows = new Map(
    heldBy(department).map(({ document, entry }) => [
      `${sourceText(entry.quote.source)} ${entry.quote.text}`,
      [
        titleOf(document, language),
        entry.clause,
        entry.quote.text,
        sourceText(entry.quote.source),
      ] satisfies readonly Cell[],
    ]),
  );
  addSheet(
    workbook,
    sheets.sources,
    [
      { header: columns.document, width: 44, wraps: true },
      { header: columns.clause, width: 26, wraps: true },
      { header: columns.quote, width: 90, wraps: true },
      { header: columns.source, width: 36 },
    ],
    [...rows.values()],
  );
}

/** What a department has to do as an Excel workbook, with the words that it all rests on. */
export async function departmentWorkbook(
  department: Department,
  evaluator: Evaluator,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '落地 Luodi';
  const writing: Writing = { workbook, department, language };
  addMeasures(writing, evaluator);
  addTasks(writing);
  addIndicators(writing);
  addProcedures(writing);
  addInspections(writing);
  addSources(writing);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
