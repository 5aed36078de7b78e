import { cellText, columnLetters, shownValue } from '@luodi/delivery';
import type {
  ColumnMeaning,
  FactRules,
  ImportConflict,
  ImportInput,
  ImportPreview,
  PlannedValue,
  SheetMapping,
} from '@luodi/delivery';
import type {
  ColumnMeaningJson,
  FactImportPreviewResponse,
  SheetMappingJson,
} from '../contract/index.ts';
import { labelOf, sourceName } from './held-json.ts';

const mostFaults = 200;
const samples = 3;

function meaningJson(meaning: ColumnMeaning): ColumnMeaningJson {
  if (meaning.kind !== 'fact') return { ...meaning };
  const { kind, fact, unit, year } = meaning;
  return {
    kind,
    fact,
    ...(unit === undefined ? {} : { unit }),
    ...(year === undefined ? {} : { year }),
  };
}

/** A mapping as it is sent back. */
export function mappingOf({ item, columns }: SheetMappingJson): SheetMapping {
  return { item: item ?? undefined, columns };
}

type Compared = FactImportPreviewResponse['conflicts'][number];

function comparedJson(value: PlannedValue, rules: FactRules, others: Compared['others']) {
  const { enterprise, fact, year = null, value: stated } = value;
  return {
    enterprise,
    label: labelOf(rules, fact),
    year,
    stated: { ...shownValue(stated, fact, rules.vocabulary) },
    others,
  };
}

function conflictJson({ value, order }: ImportConflict, rules: FactRules): Compared {
  const others = value.rivals.map((rival) => ({
    source: sourceName(rules, rival.source),
    shown: { ...shownValue(rival.value, rival.fact, rules.vocabulary) },
  }));
  return {
    ...comparedJson(value, rules, others),
    prevails: sourceName(rules, order[0] ?? ''),
  };
}

function changeJson(value: PlannedValue, rules: FactRules, source: string): Compared {
  const own = sourceName(rules, source);
  const others = value.replaces.map((replaced) => ({
    source: own,
    shown: { ...shownValue(replaced.value, replaced.fact, rules.vocabulary) },
  }));
  return { ...comparedJson(value, rules, others), prevails: own };
}

/** What an import would do, as it is shown before it is accepted. */
export function previewJson(
  preview: ImportPreview,
  { sheet, source }: ImportInput,
  rules: FactRules,
): FactImportPreviewResponse {
  const { head, columns, mapping, remembered, problems, found, conflicts, changes } = preview;
  return {
    sheet: {
      fileName: sheet.fileName,
      name: sheet.name,
      others: [...sheet.others],
      rows: head.rows.length,
    },
    columns: columns.map(({ heading, likeness, meaning }, at) => ({
      heading,
      likeness,
      samples: head.rows.slice(0, samples).map(({ cells }) => cellText(cells[at])),
      proposed: meaningJson(meaning),
    })),
    mapping: { item: mapping.item ?? null, columns: mapping.columns.map(meaningJson) },
    remembered,
    problems: problems.map(({ code, column = null, message, hint }) => ({
      code,
      column,
      message: { ...message },
      hint: { ...hint },
    })),
    counts: found === undefined ? null : { ...found.counts },
    faults: (found?.checked.faults ?? []).slice(0, mostFaults).map((fault) => ({
      row: fault.row,
      column: fault.column === undefined ? '' : columnLetters(fault.column),
      heading: fault.column === undefined ? '' : (head.headings[fault.column] ?? ''),
      code: fault.code,
      found: fault.found,
      message: { ...fault.message },
      hint: { ...fault.hint },
    })),
    skipped: (found?.read.skipped ?? []).map(({ number: row, kind, text }) => ({
      row,
      kind,
      text,
    })),
    conflicts: conflicts.map((conflict) => conflictJson(conflict, rules)),
    changes: changes.map((value) => changeJson(value, rules, source)),
  };
}
