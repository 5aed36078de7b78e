import { rename } from 'node:fs/promises';
import type { CompiledRule, PopulationTables } from '../../compile/index.ts';
import { doubleQuoted, singleQuoted } from '../../dialect/quoting.ts';
import {
  attributes,
  enterpriseId,
  enterpriseTable,
  listedColumn,
} from '../../population/columns.ts';
import type { StackingPlan } from '../stacking-plan.ts';
import { noSums } from '../tally.ts';
import type { AttributeTally, RuleTally } from '../tally.ts';
import { answerRules, tallyAnswers } from './answer-rules.ts';
import type { AnswerContext } from './answer-rules.ts';
import { applicantTable, attributeTable, countedTable, resultTable } from './chunk-tables.ts';
import { checkPayments } from './check-payments.ts';
import type { PaymentCheck } from './check-payments.ts';
import type { DuckSession } from './session.ts';
import { weighStacking } from './weigh-stacking.ts';
import type { WeighApplicants } from './weigh-stacking.ts';

/** A part of the applicants: from an id up to, but not with, another; `undefined` = to the end. */
export interface Chunk {
  readonly index: number;
  readonly from: string;
  readonly until: string | undefined;
}

/** Where the rows of a chunk go. */
export interface ChunkFiles {
  readonly results: string;
  readonly unclaimed: string;
  readonly undue: string;
}

/** What stays the same from chunk to chunk. */
export interface ChunkContext extends AnswerContext {
  readonly rules: readonly CompiledRule[];
  readonly plan: StackingPlan;
  readonly weighApplicants: WeighApplicants;
  /** Whether payments are held against the answers. */
  readonly checksPayments: boolean;
}

export interface ChunkOutcome {
  readonly tallies: readonly RuleTally[];
  readonly attributes: readonly AttributeTally[];
  readonly applicants: number;
  /** Combinations that were searched one by one. */
  readonly searched: number;
  /** Null where no payments were given. */
  readonly payments: PaymentCheck | null;
}

/**
 * Loads a table of the chunk, its applicants by number: what is joined and grouped by is short. Items of those who do not say that they
 * list theirs are not read by any rule and stay away.
 */
function loadTable(table: string, tables: PopulationTables): string {
  const others = [...(tables.get(table) ?? [])].filter((column) => column !== enterpriseId);
  const list = others.map((column) => `, source.${doubleQuoted(column)}`).join('');
  const says = tables.get(enterpriseTable)?.has(listedColumn(table)) ?? false;
  const listing = says
    ? ` INNER JOIN memory.main.${doubleQuoted(enterpriseTable)} AS listing ON listing.enterprise_id = applicant.id AND listing.${doubleQuoted(listedColumn(table))}`
    : '';
  return `CREATE OR REPLACE TEMP TABLE ${doubleQuoted(table)} AS SELECT applicant.place AS enterprise_id${list} FROM memory.main.${doubleQuoted(table)} AS source INNER JOIN ${applicantTable} AS applicant ON source.enterprise_id = applicant.id${listing}`;
}

/** Loads the rows of a chunk under the names of the tables, in the place of the whole ones. */
async function loadChunk({ from, until }: Chunk, { session, tables, signal }: ChunkContext) {
  const upper = until === undefined ? '' : ` AND enterprise_id < ${singleQuoted(until)}`;
  await session.run(
    `CREATE OR REPLACE TEMP TABLE ${applicantTable} AS SELECT enterprise_id AS id, (row_number() OVER (ORDER BY enterprise_id))::INTEGER AS place FROM memory.main.enterprise WHERE enterprise_id >= ${singleQuoted(from)}${upper}`,
    signal,
  );
  for (const table of tables.keys()) await session.run(loadTable(table, tables), signal);
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

/** Those that no row speaks of are not entitled. */
function withNotEntitled(
  rules: readonly CompiledRule[],
  found: readonly RuleTally[],
  applicants: number,
): readonly RuleTally[] {
  const answered = new Map<string, number>();
  for (const { measure, count } of found)
    answered.set(measure, (answered.get(measure) ?? 0) + count);
  return [
    ...found,
    ...rules.map(({ measure }) => ({
      ...noSums,
      measure: measure.id,
      status: 'not_entitled',
      count: applicants - (answered.get(measure.id) ?? 0),
    })),
  ];
}

/** Adds what the entitled count in the best combinations. */
async function withCounted(
  rows: readonly RuleTally[],
  ids: readonly string[],
  session: DuckSession,
): Promise<readonly RuleTally[]> {
  const sums = await session.rows(
    `SELECT measure, count(*), sum(lower_fen), sum(upper_fen) FROM ${countedTable} GROUP BY measure`,
  );
  const bySum = new Map(sums.map(([measure, ...rest]) => [ids[Number(measure)], rest]));
  return rows.map((row) => {
    const sum = row.status === 'entitled' ? bySum.get(row.measure) : undefined;
    if (sum === undefined) return row;
    const [counted, lower, upper] = sum;
    return {
      ...row,
      counted: Number(counted),
      countedLowerFen: BigInt(lower ?? 0),
      countedUpperFen: BigInt(upper ?? 0),
    };
  });
}

/** What the applicants of each district, industry and size are entitled to. */
async function tallyAttributes(session: DuckSession): Promise<readonly AttributeTally[]> {
  const tallies: AttributeTally[] = [];
  for (const attribute of attributes) {
    const rows = await session.rows(
      `SELECT ${doubleQuoted(attribute)}, count(*), sum(result.lower_fen), sum(coalesce(result.upper_fen, result.lower_fen)), count(*) FILTER (result.upper_fen IS NULL), count(counted.measure), sum(counted.lower_fen), sum(counted.upper_fen) FROM ${resultTable} AS result INNER JOIN ${attributeTable} USING (enterprise_id) LEFT JOIN ${countedTable} AS counted USING (enterprise_id, measure) WHERE status = 'entitled' GROUP BY 1`,
    );
    for (const [value, count, lower, upper, open, counted, countedLower, countedUpper] of rows)
      tallies.push({
        attribute,
        value: String(value),
        count: Number(count),
        lowerFen: BigInt(lower ?? 0),
        upperFen: BigInt(upper ?? 0),
        open: Number(open),
        counted: Number(counted),
        countedLowerFen: BigInt(countedLower ?? 0),
        countedUpperFen: BigInt(countedUpper ?? 0),
      });
  }
  return tallies;
}

/** Names of measures are sorted and written as numbers: there are many rows and few names. */
const measureType = 'luodi_measure';

/** Writes the rows beside the place and moves them there: a file under its name is whole. */
async function writeResults(
  file: string,
  ids: readonly string[],
  { session, signal }: ChunkContext,
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  // A type and a list of values need something in them; no measure has an empty id.
  const listed = ['', ...ids].map(singleQuoted);
  await session.run(`CREATE TYPE IF NOT EXISTS ${measureType} AS ENUM (${listed.join(', ')})`);
  const names = listed.map((id, index) => `(${index - 1}, ${id}::${measureType})`);
  const rows = `SELECT applicant.id AS enterprise_id, name AS measure, status, kind, result.lower_fen, result.upper_fen, lacks, counted.lower_fen AS counted_lower_fen, counted.upper_fen AS counted_upper_fen FROM ${resultTable} AS result INNER JOIN (VALUES ${names.join(', ')}) AS names (measure, name) USING (measure) LEFT JOIN ${countedTable} AS counted USING (enterprise_id, measure) INNER JOIN ${applicantTable} AS applicant ON applicant.place = result.enterprise_id ORDER BY applicant.place, result.measure`;
  const words = ['measure', 'status', 'kind', 'lacks'].map((word) => `${word}::VARCHAR AS ${word}`);
  await session.run(
    `COPY (SELECT * REPLACE (${words.join(', ')}) FROM (${rows}) AS sorted) TO ${singleQuoted(unfinished)} (FORMAT parquet, COMPRESSION zstd)`,
    signal,
  );
  await rename(unfinished, file);
}

/** Answers all rules for a chunk of the applicants, weighs them, and writes the rows to a file. */
export async function runChunk(
  chunk: Chunk,
  files: ChunkFiles,
  context: ChunkContext,
): Promise<ChunkOutcome> {
  const { session, content, rules, tables, plan, weighApplicants, signal } = context;
  const ids = rules.map(({ measure }) => measure.id);
  await loadChunk(chunk, context);
  await answerRules(rules, context);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const searched = await weighStacking(plan, indexOf, content, weighApplicants, session, signal);
  const [[applicants = 0] = []] = await session.rows(`SELECT count(*) FROM ${attributeTable}`);
  const everybody = withNotEntitled(rules, await tallyAnswers(ids, session), Number(applicants));
  const tallies = await withCounted(everybody, ids, session);
  const byAttribute = await tallyAttributes(session);
  const payments = context.checksPayments
    ? await checkPayments(rules, content, tables, files, session)
    : null;
  await writeResults(files.results, ids, context);
  return { tallies, attributes: byAttribute, applicants: Number(applicants), searched, payments };
}
