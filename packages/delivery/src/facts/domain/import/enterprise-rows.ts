import type { CellFault } from './cell-fault.ts';
import type { SheetMapping } from './column-meaning.ts';
import { eachInSteps } from './in-steps.ts';
import type { InSteps } from './in-steps.ts';
import type { ReadRow, StatedValue } from './read-rows.ts';

/** What the register knows of an enterprise, for the check of its rows. */
export interface RegisterEntry {
  readonly id: string;
  readonly name: string;
  readonly earlierNames: readonly string[];
  readonly district: string | null;
}

/** All that a sheet says about one enterprise, from rows without fault. */
export interface EnterpriseStatement {
  readonly creditCode: string;
  readonly name: string;
  /** Id in the register; `undefined`: it is new there. */
  readonly registered: string | undefined;
  /** The district that the sheet states, as in the code list. */
  readonly district: string | undefined;
  readonly values: readonly StatedValue[];
}

export interface CheckedRows {
  readonly statements: readonly EnterpriseStatement[];
  readonly faults: readonly CellFault[];
  /** Numbers of the rows that are taken. */
  readonly good: readonly number[];
}

export interface RowCheck {
  readonly mapping: SheetMapping;
  /** By credit code. */
  readonly register: ReadonlyMap<string, RegisterEntry>;
  /** Unknown enterprises are entered into the register. */
  readonly addUnknown: boolean;
  /** Id of the fact that holds the district. */
  readonly districtFact: string | undefined;
  /** The only district whose enterprises the actor may speak of, as in the code list; `undefined`: the whole city. */
  readonly onlyDistrict: string | undefined;
  /** The district of the code list that a name of the register stands for. */
  readonly districtOf: (name: string) => string | undefined;
}

/** Brackets of either width, spaces and case do not make another name. */
function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}

function rowFault(
  row: ReadRow,
  code: string,
  found: string,
  zh: readonly [string, string],
  en: readonly [string, string],
): CellFault {
  return {
    row: row.number,
    column: undefined,
    code,
    found,
    message: { zh: zh[0], en: en[0] },
    hint: { zh: zh[1], en: en[1] },
  };
}

function statedDistrict({ values }: ReadRow, fact: string | undefined): string | undefined {
  const value = values.find((each) => each.fact === fact)?.value;
  return typeof value === 'string' ? value : undefined;
}

function unknownFault(row: ReadRow, check: RowCheck): CellFault | undefined {
  const code = row.creditCode ?? '';
  if (!check.addUnknown)
    return rowFault(
      row,
      'unknown_enterprise',
      code,
      [`企业名录里没有 ${code}`, '请核对代码；确是新企业的，勾选“加入企业名录”'],
      [
        `the register has no enterprise ${code}`,
        'check the code; if it is a new enterprise, choose to add it to the register',
      ],
    );
  if (row.name === '')
    return rowFault(
      row,
      'name_needed',
      code,
      ['新企业没有名称', '请补上企业名称'],
      ['the new enterprise has no name', 'give its name'],
    );
  if ((statedDistrict(row, check.districtFact) ?? check.onlyDistrict) === undefined)
    return rowFault(
      row,
      'district_needed',
      code,
      ['新企业没有所在区', '请补上所在区'],
      ['the new enterprise has no district', 'give its district'],
    );
  return undefined;
}

function registerFault(row: ReadRow, check: RowCheck): CellFault | undefined {
  const entry = check.register.get(row.creditCode ?? '');
  if (entry !== undefined && row.name !== '') {
    const known = [entry.name, ...entry.earlierNames].map(plainName);
    if (!known.includes(plainName(row.name)))
      return rowFault(
        row,
        'name_mismatch',
        row.name,
        [
          `名称与企业名录不符：名录里 ${row.creditCode ?? ''} 是“${entry.name}”`,
          '请核对代码和名称是否写错了行',
        ],
        [
          `the name differs from the register, where ${row.creditCode ?? ''} is “${entry.name}”`,
          'see whether code and name are of the same row',
        ],
      );
  }
  if (entry === undefined) {
    const fault = unknownFault(row, check);
    if (fault !== undefined) return fault;
  }
  const district =
    entry?.district === null || entry === undefined
      ? statedDistrict(row, check.districtFact)
      : check.districtOf(entry.district);
  if (check.onlyDistrict === undefined || district === undefined || district === check.onlyDistrict)
    return undefined;
  return rowFault(
    row,
    'other_district',
    district,
    [`企业在${district}，不在本区`, '请由企业所在区或市级部门导入'],
    [
      `the enterprise is in ${district}, outside your district`,
      'leave it to its own district or to the city',
    ],
  );
}

function keysOf(row: ReadRow): readonly string[] {
  return row.values.map(({ fact, year }) => `${fact} ${year ?? ''}`);
}

/** The same fact of an enterprise in two rows: the first counts, the second is named with it. */
function repeatedFault(row: ReadRow, seen: Map<string, number>): CellFault | undefined {
  for (const key of keysOf(row)) {
    const first = seen.get(`${row.creditCode ?? ''} ${key}`);
    if (first !== undefined)
      return rowFault(
        row,
        'repeated',
        row.creditCode ?? '',
        [`第 ${first} 行已经写过这家企业的同一事实`, '请只留一行；按年记的事实请加“年度”一列'],
        [
          `row ${first} states the same fact of this enterprise`,
          'keep one of the rows; for annual facts add a column “年度”',
        ],
      );
  }
  for (const key of keysOf(row)) seen.set(`${row.creditCode ?? ''} ${key}`, row.number);
  return undefined;
}

function incompleteFault(row: ReadRow, faulty: number): CellFault {
  return rowFault(
    row,
    'incomplete_list',
    row.creditCode ?? '',
    [
      `同一企业第 ${faulty} 行有错，清单不完整，这一行先不收`,
      '改正那一行后，把这家企业的各行一起导入',
    ],
    [
      `row ${faulty} of the same enterprise is faulty, so its list would be incomplete`,
      'mend that row, then import all rows of the enterprise together',
    ],
  );
}

/** An item as a facts file writes it; annual facts by year. */
function itemOf({ values }: ReadRow): Readonly<Record<string, unknown>> {
  const item: Record<string, unknown> = {};
  const years = new Map<string, Record<string, unknown>>();
  for (const { fact, year, value } of values)
    if (year === undefined) item[fact] = value;
    else {
      const byYear = years.get(fact) ?? {};
      byYear[year] = value;
      years.set(fact, byYear);
      item[fact] = byYear;
    }
  return item;
}

function statementOf(
  creditCode: string,
  rows: readonly ReadRow[],
  { mapping, register, districtFact, onlyDistrict }: RowCheck,
): EnterpriseStatement {
  const { item } = mapping;
  const [first] = rows;
  return {
    creditCode,
    name: rows.find(({ name }) => name !== '')?.name ?? '',
    registered: register.get(creditCode)?.id,
    district:
      (first === undefined ? undefined : statedDistrict(first, districtFact)) ?? onlyDistrict,
    values:
      item === undefined
        ? rows.flatMap(({ values }) => values)
        : [{ fact: item, year: undefined, value: rows.map(itemOf) }],
  };
}

/**
 * Checks rows against the register and each other, and gathers what is good by enterprise. A list of items is taken whole or not
 * at all: a part of it would pass for the whole.
 */
export function* checkRows(rows: readonly ReadRow[], check: RowCheck): InSteps<CheckedRows> {
  const seen = new Map<string, number>();
  const faultsOf = new Map<number, readonly CellFault[]>();
  const faultyRow = new Map<string, number>();
  yield* eachInSteps(rows, (row) => {
    const own =
      row.faults.length > 0
        ? row.faults
        : [
            registerFault(row, check) ??
              (check.mapping.item === undefined ? repeatedFault(row, seen) : undefined),
          ].filter((fault) => fault !== undefined);
    if (own.length === 0) return;
    faultsOf.set(row.number, own);
    if (row.creditCode !== undefined && !faultyRow.has(row.creditCode))
      faultyRow.set(row.creditCode, row.number);
  });
  const byCode = new Map<string, ReadRow[]>();
  const good: number[] = [];
  yield* eachInSteps(rows, (row) => {
    const code = row.creditCode;
    if (code === undefined || faultsOf.has(row.number)) return;
    const faulty = check.mapping.item === undefined ? undefined : faultyRow.get(code);
    if (faulty !== undefined) {
      faultsOf.set(row.number, [incompleteFault(row, faulty)]);
      return;
    }
    good.push(row.number);
    const group = byCode.get(code);
    if (group === undefined) byCode.set(code, [row]);
    else group.push(row);
  });
  const statements: EnterpriseStatement[] = [];
  yield* eachInSteps([...byCode], ([code, group]) => {
    statements.push(statementOf(code, group, check));
  });
  return {
    statements,
    faults: rows.flatMap(({ number }) => faultsOf.get(number) ?? []),
    good,
  };
}
