import { rename } from 'node:fs/promises';
import type { Content } from '@luodi/language';
import type { CompiledRule, PopulationTables } from '../../compile/index.ts';
import { doubleQuoted, singleQuoted } from '../../dialect/quoting.ts';
import { attributes, enterpriseTable } from '../../population/columns.ts';
import type { StackingPlan } from '../stacking-plan.ts';
import type { TallyRow } from '../tally.ts';
import { answerRule, attributeTable, countApplicants, createResultTable, resultTable } from './answer-rules.ts';
import type { DuckSession } from './session.ts';
import { countedTable, namesValues, weighStacking } from './weigh-stacking.ts';
import type { WeighApplicants } from './weigh-stacking.ts';

/** A part of the applicants: from an id up to, but not with, another; `undefined` = to the end. */
export interface Chunk {
  readonly index: number;
  readonly from: string;
  readonly until: string | undefined;
}

/** What stays the same from chunk to chunk. */
export interface ChunkContext {
  readonly session: DuckSession;
  readonly content: Content;
  readonly rules: readonly CompiledRule[];
  /** Columns to load, by table. */
  readonly tables: PopulationTables;
  readonly plan: StackingPlan;
  readonly weighApplicants: WeighApplicants;
  readonly signal: AbortSignal | undefined;
  readonly onRule: (done: number) => void;
}

export interface ChunkOutcome {
  readonly tallies: readonly TallyRow[];
  readonly applicants: number;
  /** Combinations that were searched one by one. */
  readonly searched: number;
}

function columnList(names: Iterable<string>): string {
  return [...names].map(doubleQuoted).join(', ');
}

/** Loads the rows of a chunk under the names of the tables, in the place of the whole ones. */
async function loadChunk({ from, until }: Chunk, { session, tables, signal }: ChunkContext) {
  const upper = until === undefined ? '' : ` AND enterprise_id < ${singleQuoted(until)}`;
  const where = `WHERE enterprise_id >= ${singleQuoted(from)}${upper}`;
  for (const [table, columns] of tables)
    await session.run(
      `CREATE OR REPLACE TEMP TABLE ${doubleQuoted(table)} AS SELECT ${columnList(columns)} FROM memory.main.${doubleQuoted(table)} ${where}`,
      signal,
    );
  const has = tables.get(enterpriseTable) ?? new Set();
  const list = attributes.map((attribute) =>
    has.has(attribute)
      ? `coalesce(${doubleQuoted(attribute)}, '') AS ${doubleQuoted(attribute)}`
      : `'' AS ${doubleQuoted(attribute)}`,
  );
  await session.run(
    `CREATE OR REPLACE TEMP TABLE ${attributeTable} AS SELECT enterprise_id, ${list.join(', ')} FROM ${doubleQuoted(enterpriseTable)}`,
    signal,
  );
}

function keyOf({ measure, attributes: of }: TallyRow): string {
  return [measure, ...attributes.map((each) => of[each])].join('\u0000');
}

/** Those that no row speaks of are not entitled. */
function withNotEntitled(
  rules: readonly CompiledRule[],
  found: readonly TallyRow[],
  all: readonly TallyRow[],
): readonly TallyRow[] {
  const answered = new Map<string, number>();
  for (const row of found) answered.set(keyOf(row), (answered.get(keyOf(row)) ?? 0) + row.count);
  const rest = rules.flatMap(({ measure }) =>
    all.map((row) => {
      const mine = { ...row, measure: measure.id };
      return { ...mine, count: row.count - (answered.get(keyOf(mine)) ?? 0) };
    }),
  );
  return [...found, ...rest.filter(({ count }) => count > 0)];
}

/** Adds what the entitled count in the best combinations. */
async function withCounted(
  rows: readonly TallyRow[],
  ids: readonly string[],
  session: DuckSession,
): Promise<readonly TallyRow[]> {
  const list = attributes.map(doubleQuoted).join(', ');
  const counted = await session.rows(
    `SELECT measure, ${list}, count(*), sum(lower_fen), sum(upper_fen) FROM ${countedTable} INNER JOIN ${attributeTable} USING (enterprise_id) GROUP BY ALL`,
  );
  const sums = new Map(
    counted.map(([measure, district, industry, size, ...rest]) => [
      [ids[Number(measure)], district, industry, size].join('\u0000'),
      rest,
    ]),
  );
  return rows.map((row) => {
    const sum = row.status === 'entitled' ? sums.get(keyOf(row)) : undefined;
    if (sum === undefined) return row;
    const [count, lower, upper] = sum;
    return {
      ...row,
      counted: Number(count),
      countedLowerFen: BigInt(lower ?? 0),
      countedUpperFen: BigInt(upper ?? 0),
    };
  });
}

/** Writes the rows beside the place and moves them there: a file under its name is whole. */
async function writeResults(
  file: string,
  ids: readonly string[],
  { session, signal }: ChunkContext,
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  await session.run(
    `COPY (SELECT enterprise_id, name AS measure, status, kind, result.lower_fen, result.upper_fen, lacks, counted.lower_fen AS counted_lower_fen, counted.upper_fen AS counted_upper_fen FROM ${resultTable} AS result INNER JOIN (VALUES ${namesValues(ids)}) AS names (measure, name) USING (measure) LEFT JOIN ${countedTable} AS counted USING (enterprise_id, measure) ORDER BY enterprise_id, measure) TO ${singleQuoted(unfinished)} (FORMAT parquet, COMPRESSION zstd)`,
    signal,
  );
  await rename(unfinished, file);
}

/** Answers all rules for a chunk of the applicants, weighs them, and writes the rows to a file. */
export async function runChunk(
  chunk: Chunk,
  file: string,
  context: ChunkContext,
): Promise<ChunkOutcome> {
  const { session, content, rules, tables, plan, weighApplicants, signal, onRule } = context;
  const ids = rules.map(({ measure }) => measure.id);
  await loadChunk(chunk, context);
  await createResultTable(session);
  const found: TallyRow[] = [];
  for (const [index, rule] of rules.entries()) {
    found.push(...(await answerRule(rule, index, content, tables, session, signal)));
    onRule(index + 1);
  }
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const searched = await weighStacking(plan, indexOf, content, weighApplicants, session, signal);
  const all = await countApplicants(session);
  const tallies = await withCounted(withNotEntitled(rules, found, all), ids, session);
  await writeResults(file, ids, context);
  return {
    tallies,
    applicants: all.reduce((sum, { count }) => sum + count, 0),
    searched,
  };
}
