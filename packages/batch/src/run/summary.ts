import type { Content, Measure } from '@luodi/language';
import type { Attribute } from '../population/columns.ts';
import { englishName } from '../population/index.ts';
import type { GroupNames } from '../population/index.ts';
import { isMoneyMeasure } from './rules.ts';
import type { PaymentCheck } from './duckdb/check-payments.ts';
import type { RunRules } from './rules.ts';
import { noSums, tallyBy } from './tally.ts';
import type { AttributeTally, RuleTally, Tally } from './tally.ts';

/** One measure over the whole population. Sums in fen. */
export interface MeasureSummary {
  readonly measure: string;
  readonly label: string;
  readonly labelEn: string;
  readonly document: string;
  readonly money: boolean;
  readonly entitled: number;
  readonly undetermined: number;
  readonly notEntitled: number;
  /** Of those entitled, whether or not the measure counts beside others. */
  readonly lowerFen: bigint;
  readonly upperFen: bigint;
  /** Entitled to a sum that the words leave open above. */
  readonly open: number;
  /** How many it counts for in the best lawful combination, and with how much. */
  readonly counted: number;
  readonly countedLowerFen: bigint;
  readonly countedUpperFen: bigint;
  /** What those whose answer hangs on missing facts can get at most. */
  readonly undeterminedUpperFen: bigint;
}

/** Sums of a group with a name: a document, a department, a district, an industry, a size. */
export interface NamedTally extends Tally {
  readonly nameEn: string;
}

/** What a run over a population comes to. */
export interface RunSummary {
  readonly date: string;
  readonly contentVersion: string;
  readonly applicants: number;
  readonly rules: {
    readonly run: number;
    readonly alikeForAll: number;
    readonly leftOut: number;
    readonly notInForce: number;
  };
  /** Combinations that were searched one by one. */
  readonly searched: number;
  /** Of all applicants together: certain, and with every ceiling reached. */
  readonly total: { readonly lowerFen: bigint; readonly upperFen: bigint };
  readonly measures: readonly MeasureSummary[];
  /** Money measures alone, the entitled of each row. */
  readonly byDocument: readonly NamedTally[];
  readonly byDepartment: readonly NamedTally[];
  readonly byDistrict: readonly NamedTally[];
  readonly byIndustry: readonly NamedTally[];
  readonly bySize: readonly NamedTally[];
  /** Held against payments that were made: 应享未享, 违规享受; null where none were given. */
  readonly payments: PaymentCheck | null;
  /** Rules that SQL cannot carry exactly: the evaluator answers them, one by one. */
  readonly leftOut: readonly { readonly measure: string; readonly reason: string }[];
}

function summaryOf(measure: Measure, rows: readonly RuleTally[], content: Content): MeasureSummary {
  const of = (status: string): Tally | undefined =>
    tallyBy(
      rows.filter((row) => row.status === status),
      () => status,
    )[0];
  const entitled = of('entitled');
  const undetermined = of('undetermined');
  return {
    measure: measure.id,
    label: measure.name,
    labelEn: measure.nameEn,
    document: content.documentOf.get(measure.id)?.id ?? '',
    money: isMoneyMeasure(measure),
    entitled: entitled?.count ?? 0,
    undetermined: undetermined?.count ?? 0,
    notEntitled: of('not_entitled')?.count ?? 0,
    lowerFen: entitled?.lowerFen ?? 0n,
    upperFen: entitled?.upperFen ?? 0n,
    open: entitled?.open ?? 0,
    counted: entitled?.counted ?? 0,
    countedLowerFen: entitled?.countedLowerFen ?? 0n,
    countedUpperFen: entitled?.countedUpperFen ?? 0n,
    undeterminedUpperFen: undetermined?.upperFen ?? 0n,
  };
}

/** Rules that answer everybody alike, as rows. */
function constantRows(rules: RunRules, applicants: number): readonly RuleTally[] {
  return rules.constants.map(({ measure, status }) => ({
    ...noSums,
    measure: measure.id,
    status,
    count: applicants,
  }));
}

function named(tallies: readonly Tally[], english: (key: string) => string): readonly NamedTally[] {
  return tallies.map((tally) => ({ ...tally, nameEn: english(tally.key) }));
}

type Groups = Pick<
  RunSummary,
  'byDocument' | 'byDepartment' | 'byDistrict' | 'byIndustry' | 'bySize'
>;

function groupsOf(
  paid: readonly RuleTally[],
  attributeRows: readonly AttributeTally[],
  { documents, documentOf, measures, vocabulary }: Content,
  names: GroupNames,
): Groups {
  const titles = new Map(documents.map(({ id, titleEn }) => [id, titleEn]));
  const by = (attribute: Attribute): readonly NamedTally[] =>
    named(
      tallyBy(
        attributeRows.filter((row) => row.attribute === attribute),
        ({ value }) => value,
      ),
      (key) => englishName(attribute, key, vocabulary, names),
    );
  return {
    byDocument: named(
      tallyBy(paid, ({ measure }) => documentOf.get(measure)?.id ?? ''),
      (key) => titles.get(key) ?? key,
    ),
    byDepartment: named(
      tallyBy(paid, ({ measure }) => measures.get(measure)?.departments ?? []),
      (key) => vocabulary.departments.get(key)?.nameEn ?? key,
    ),
    byDistrict: by('district'),
    byIndustry: by('industry'),
    bySize: by('size'),
  };
}

/** Puts the rows of all chunks together. */
export function summarise(
  rows: readonly RuleTally[],
  attributeRows: readonly AttributeTally[],
  rules: RunRules,
  content: Content,
  run: {
    readonly date: string;
    readonly applicants: number;
    readonly searched: number;
    readonly payments: PaymentCheck | null;
    /** As the population says them of itself. */
    readonly names: GroupNames;
  },
): RunSummary {
  const all = [...rows, ...constantRows(rules, run.applicants)];
  const byMeasure = new Map<string, RuleTally[]>();
  for (const row of all) {
    const list = byMeasure.get(row.measure);
    if (list === undefined) byMeasure.set(row.measure, [row]);
    else list.push(row);
  }
  const measures = [...rules.queries, ...rules.constants].map(({ measure }) => measure);
  const paid = rows.filter((row) => {
    const measure = content.measures.get(row.measure);
    return row.status === 'entitled' && measure !== undefined && isMoneyMeasure(measure);
  });
  const total = tallyBy(paid, () => '')[0];
  return {
    date: run.date,
    contentVersion: content.version,
    applicants: run.applicants,
    rules: {
      run: rules.queries.length,
      alikeForAll: rules.constants.length,
      leftOut: rules.leftOut.length,
      notInForce: rules.notInForce.length,
    },
    searched: run.searched,
    payments: run.payments,
    total: { lowerFen: total?.countedLowerFen ?? 0n, upperFen: total?.countedUpperFen ?? 0n },
    measures: measures.map((measure) =>
      summaryOf(measure, byMeasure.get(measure.id) ?? [], content),
    ),
    ...groupsOf(paid, attributeRows, content, run.names),
    leftOut: rules.leftOut.map(({ measure, reason }) => ({ measure: measure.id, reason })),
  };
}
