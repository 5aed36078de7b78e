import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Actor, Schema } from '@luodi/platform';
import type { Transaction } from 'kysely';
import { speaksFor } from '../domain/fact-sources.ts';
import { districtChoice } from '../domain/held-facts.ts';
import type { FactRules } from '../domain/held-facts.ts';
import { checkMapping } from '../domain/import/check-mapping.ts';
import type {
  MappingProblem,
  ProposedColumn,
  SheetMapping,
} from '../domain/import/column-meaning.ts';
import { checkRows } from '../domain/import/enterprise-rows.ts';
import type { CheckedRows, EnterpriseStatement } from '../domain/import/enterprise-rows.ts';
import { planImport } from '../domain/import/plan-import.ts';
import type { ImportPlan, PlannedValue, ValueCounts } from '../domain/import/plan-import.ts';
import { proposeMapping } from '../domain/import/propose-mapping.ts';
import { readRows } from '../domain/import/read-rows.ts';
import type { ReadRows } from '../domain/import/read-rows.ts';
import type { Sheet } from '../domain/import/sheet.ts';
import { tableHead } from '../domain/import/table-head.ts';
import type { TableHead } from '../domain/import/table-head.ts';
import { rememberedMapping } from '../store/fact-imports.ts';
import type { ImportCounts } from '../store/fact-imports.ts';
import { standingValues } from '../store/fact-records.ts';
import { givingWay } from './give-way.ts';
import { enterpriseId, piecesOf, registerEntries } from '../store/register.ts';

/** What is to be imported, and how it is to be read. */
export interface ImportInput {
  readonly sheet: Sheet;
  /** Id of the source. */
  readonly source: string;
  /** `undefined`: as remembered for these headings, else as proposed. */
  readonly mapping: SheetMapping | undefined;
  /** Of annual facts whose column and row name none. */
  readonly year: number | undefined;
  /** Unknown enterprises are entered into the register. */
  readonly addUnknown: boolean;
}

export type SourceFault =
  | { readonly code: 'unknown_source'; readonly source: string }
  /** The actor's office does not speak for this source. */
  | { readonly code: 'not_your_source'; readonly source: string };

/** A sheet read by a mapping and set against what is held; nothing is changed. */
export interface PreparedImport {
  readonly head: TableHead;
  readonly columns: readonly ProposedColumn[];
  readonly mapping: SheetMapping;
  readonly remembered: boolean;
  readonly problems: readonly MappingProblem[];
  /** `undefined` while there are problems. */
  readonly found: FoundImport | undefined;
}

export interface FoundImport {
  readonly read: ReadRows;
  readonly checked: CheckedRows;
  readonly values: readonly PlannedValue[];
  readonly counts: ImportCounts;
}

/** Whether the actor may bring facts of a source. */
export function sourceFault(
  { sources }: FactRules,
  source: string,
  actor: Actor,
): SourceFault | undefined {
  const found = sources.sources.get(source);
  if (found === undefined) return { code: 'unknown_source', source };
  if (actor.role === 'system') return undefined;
  return actor.role === 'officer' && speaksFor(found, actor.organisation)
    ? undefined
    : { code: 'not_your_source', source };
}

/** The id of an enterprise that a sheet speaks of, new ones too. */
function idOfStatement({ registered, creditCode }: EnterpriseStatement): string {
  return registered ?? enterpriseId(creditCode);
}

const noCounts: ValueCounts = { added: 0, changed: 0, same: 0, conflicting: 0 };

function added(a: ValueCounts, b: ValueCounts): ValueCounts {
  return {
    added: a.added + b.added,
    changed: a.changed + b.changed,
    same: a.same + b.same,
    conflicting: a.conflicting + b.conflicting,
  };
}

/** So many are set against what is held at once: others are answered between two pieces. */
const enterprisesAtOnce = 500;

/** Piece by piece: what is held of a whole city never stands in memory at once. */
async function planAll(
  transaction: Transaction<Schema>,
  statements: readonly EnterpriseStatement[],
  source: string,
): Promise<ImportPlan> {
  const values: PlannedValue[] = [];
  let counts = noCounts;
  for (const piece of piecesOf(statements, enterprisesAtOnce)) {
    const facts = new Set(piece.flatMap((each) => each.values.map(({ fact }) => fact)));
    const ids = piece.map(idOfStatement);
    const standing = await standingValues(transaction, ids, [...facts]);
    const plan = planImport(piece, standing, source, idOfStatement);
    for (const value of plan.values) values.push(value);
    counts = added(counts, plan.counts);
  }
  return { values, counts };
}

async function findImport(
  transaction: Transaction<Schema>,
  rules: FactRules,
  actor: Actor,
  { source, year, addUnknown }: ImportInput,
  head: TableHead,
  mapping: SheetMapping,
): Promise<FoundImport> {
  const { vocabulary, sources } = rules;
  const read = await givingWay(readRows(head, mapping, vocabulary, year));
  const codes = read.rows.flatMap(({ creditCode }) => creditCode ?? []);
  const districtFact = vocabulary.facts.get(sources.register?.districtFact ?? '');
  const districtOf = (name: string) => districtChoice(name, districtFact, vocabulary);
  const register = await registerEntries(transaction, codes);
  const checking = checkRows(read.rows, {
    mapping,
    register,
    addUnknown,
    districtFact: districtFact?.id,
    onlyDistrict:
      actor.district === undefined ? undefined : (districtOf(actor.district) ?? actor.district),
    districtOf,
  });
  const checked = await givingWay(checking);
  const { values, counts } = await planAll(transaction, checked.statements, source);
  const { statements, good } = checked;
  return {
    read,
    checked,
    values,
    counts: {
      rows: read.rows.length,
      good: good.length,
      faulty: read.rows.length - good.length,
      skipped: read.skipped.length,
      enterprises: statements.length,
      newEnterprises: statements.filter(({ registered }) => registered === undefined).length,
      ...counts,
    },
  };
}

/** Reads a sheet for an import and says what it would do. */
export async function prepareImport(
  transaction: Transaction<Schema>,
  rules: FactRules,
  actor: Actor,
  input: ImportInput,
): Promise<Result<PreparedImport, SourceFault>> {
  const fault = sourceFault(rules, input.source, actor);
  if (fault !== undefined) return fail(fault);
  const head = tableHead(input.sheet);
  const proposed = proposeMapping(head, rules.vocabulary, input.year);
  const known =
    input.mapping === undefined
      ? await rememberedMapping(transaction, head.headings, input.source)
      : undefined;
  const mapping = input.mapping ?? known ?? proposed.mapping;
  const problems = checkMapping(mapping, head, rules.vocabulary, input.year);
  return ok({
    head,
    columns: proposed.columns,
    mapping,
    remembered: known !== undefined,
    problems,
    found:
      problems.length > 0
        ? undefined
        : await findImport(transaction, rules, actor, input, head, mapping),
  });
}
