import { bestCombination } from '@luodi/entitlement';
import type { Candidate } from '@luodi/entitlement';
import type { Content } from '@luodi/language';
import { singleQuoted } from '../../dialect/quoting.ts';
import type { StackingGroup, StackingPlan } from '../stacking-plan.ts';
import { countedTable, resultTable } from './chunk-tables.ts';
import type { DuckSession } from './session.ts';

const groupTable = 'luodi_group';
const worthTable = 'luodi_worth';

/** Finds the combination of one applicant where its items may be divided between measures, from its facts. */
export type WeighApplicants = (
  enterprises: readonly string[],
  group: StackingGroup,
) => Promise<ReadonlyMap<string, readonly CountedMeasure[]>>;

/** What a measure counts in a combination, in fen. */
export interface CountedMeasure {
  readonly measure: string;
  readonly lowerFen: bigint;
  readonly upperFen: bigint;
}

/** What can be weighed: a figure, or a floor above zero. The same as `hasFigure` of entitlement. */
const hasFigure =
  "CASE kind WHEN 'discretionary' THEN upper_fen IS NOT NULL WHEN 'by_reference' THEN FALSE WHEN 'none' THEN FALSE ELSE upper_fen IS NOT NULL OR lower_fen > 0 END";

async function createTables(
  plan: StackingPlan,
  indexOf: ReadonlyMap<string, number>,
  session: DuckSession,
): Promise<void> {
  await session.run(
    `CREATE OR REPLACE TEMP TABLE ${groupTable} (measure INTEGER, id VARCHAR, "group" INTEGER, search BOOLEAN, capped BOOLEAN)`,
  );
  const capped = new Set(plan.constraints.jointCaps.flatMap(({ members }) => members));
  await session.insert(
    groupTable,
    plan.groups.flatMap(({ members, kind }, group) =>
      members.map((id) => [
        indexOf.get(id) ?? -1,
        id,
        group,
        kind === 'search',
        members.some((member) => capped.has(member)),
      ]),
    ),
  );
  await session.run(
    `CREATE OR REPLACE TEMP TABLE ${worthTable} AS SELECT enterprise_id, measure, lower_fen, coalesce(upper_fen, lower_fen) AS upper_fen, "group", id, search, capped, count(*) OVER (PARTITION BY enterprise_id, "group") AS rivals FROM ${resultTable} LEFT JOIN ${groupTable} USING (measure) WHERE status = 'entitled' AND ${hasFigure}`,
  );
}

/** Where each excludes each other the highest counts: by what it may reach, then by what is certain, then the first by id. */
async function weighSimple(session: DuckSession): Promise<void> {
  await session.run(
    `CREATE OR REPLACE TEMP TABLE ${countedTable} AS SELECT enterprise_id, measure, lower_fen, upper_fen FROM (SELECT *, row_number() OVER (PARTITION BY enterprise_id, "group", CASE WHEN "group" IS NULL THEN measure END ORDER BY upper_fen DESC, lower_fen DESC, id) AS place FROM ${worthTable} WHERE "group" IS NULL OR NOT search OR (rivals = 1 AND NOT capped)) AS ranked WHERE place = 1`,
  );
}

/** Rows of applicants between whose measures the combination has to be searched. */
async function rivalsOf(
  group: number,
  session: DuckSession,
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const rows = await session.rows(
    `SELECT enterprise_id::VARCHAR, id, lower_fen, upper_fen FROM ${worthTable} WHERE "group" = ${group} AND search AND (rivals > 1 OR capped) ORDER BY enterprise_id, id`,
  );
  const rivals = new Map<string, Candidate[]>();
  for (const [enterprise, id, lower, upper] of rows) {
    const key = String(enterprise);
    const list = rivals.get(key) ?? [];
    list.push({
      id: String(id),
      matter: '',
      certainFen: BigInt(lower ?? 0),
      upperFen: BigInt(upper ?? 0),
    });
    rivals.set(key, list);
  }
  return rivals;
}

function combine(
  rivals: ReadonlyMap<string, readonly Candidate[]>,
  { constraints }: StackingPlan,
): ReadonlyMap<string, readonly CountedMeasure[]> {
  return new Map(
    [...rivals].map(([enterprise, candidates]) => [
      enterprise,
      bestCombination(candidates, constraints).chosen.map((chosen) => ({
        measure: chosen.id,
        lowerFen: chosen.countedCertainFen,
        upperFen: chosen.countedUpperFen,
      })),
    ]),
  );
}

/** Whether items of an applicant may be divided between the measures of a group. */
export function isDivisible({ members }: StackingGroup, content: Content): boolean {
  const subjects = members.map((id) => content.measures.get(id)?.subject ?? '');
  return subjects.some(
    (subject) => content.vocabulary.entities.get(subject)?.belongsTo !== undefined,
  );
}

/**
 * Weighs the entitled measures of every applicant in hand against each other. Returns how many combinations were searched one by one.
 */
export async function weighStacking(
  plan: StackingPlan,
  indexOf: ReadonlyMap<string, number>,
  content: Content,
  weighApplicants: WeighApplicants,
  session: DuckSession,
  signal: AbortSignal | undefined,
): Promise<number> {
  await createTables(plan, indexOf, session);
  await weighSimple(session);
  let searched = 0;
  for (const [index, group] of plan.groups.entries()) {
    if (group.kind !== 'search') continue;
    signal?.throwIfAborted();
    const rivals = await rivalsOf(index, session);
    searched += rivals.size;
    const found = isDivisible(group, content)
      ? await weighApplicants([...rivals.keys()], group)
      : combine(rivals, plan);
    await session.insert(
      countedTable,
      [...found].flatMap(([enterprise, counted]) =>
        counted.map(({ measure, lowerFen, upperFen }) => [
          enterprise,
          indexOf.get(measure) ?? -1,
          lowerFen,
          upperFen,
        ]),
      ),
    );
  }
  return searched;
}

/** Names of the measures by the numbers that stand for them in tables. */
export function namesValues(ids: readonly string[]): string {
  return ids.map((id, index) => `(${index}, ${singleQuoted(id)})`).join(', ');
}
