import type { PlainDate } from '@luodi/kernel';
import type { Expression, Measure } from '@luodi/language';
import { printRule } from '../compile/index.ts';
import type { CompiledRule, PopulationTables } from '../compile/index.ts';
import { duckdb } from '../dialect/index.ts';
import { doubleQuoted } from '../dialect/quoting.ts';
import { attributes, enterpriseId, enterpriseTable, listedColumn } from '../population/columns.ts';
import { neededColumns, sideTables } from '../run/duckdb/needed-columns.ts';
import { attributeTable, citySchema, compileAlways } from './loaded-city.ts';
import type { LoadedCity } from './loaded-city.ts';
import type { SimulationContext } from './simulation-context.ts';

/**
 * What a changed measure has to be asked of. Left out are applicants whom a condition that does not change rules out; applicants alike in
 * everything that the rule reads, and without items or payments that it reads, are asked once, in the name of the first.
 */
export interface Slice {
  readonly schema: string;
  readonly measure: string;
  readonly date: PlainDate;
  readonly tables: PopulationTables;
}

/** Conditions in the same words before and after; none where a condition was added or left out. */
function unchanged(
  before: readonly Expression[],
  after: readonly Expression[],
): readonly Expression[] {
  if (before.length !== after.length) return [];
  return before.filter(({ text }, index) => text === after[index]?.text);
}

/** A measure that says no only where every reading of the changed rule does. */
function sieveOf(before: Measure, after: Measure): Measure {
  return {
    ...before,
    conditions: unchanged(before.conditions, after.conditions),
    exclusions: unchanged(before.exclusions, after.exclusions),
    amount: { kind: 'decision', decision: '', decisionEn: '' },
    totalCap: undefined,
    mostTimes: before.mostTimes === after.mostTimes ? before.mostTimes : undefined,
  };
}

/** Whether the words of a condition hold a number, which somebody may turn. */
function hasNumber({ text }: Expression): boolean {
  return /[\d０-９]/.test(text);
}

/** A measure that says no only where every reading of the rule does, whichever of its numbers are turned. */
export function widestSieve(measure: Measure): Measure {
  return {
    ...sieveOf(measure, measure),
    conditions: measure.conditions.filter((condition) => !hasNumber(condition)),
    exclusions: measure.exclusions.filter((exclusion) => !hasNumber(exclusion)),
    mostTimes: undefined,
  };
}

/** Two slices are the same where the same applicants are asked the same things. */
export function sliceKey(
  { id, conditions, exclusions, mostTimes }: Measure,
  date: PlainDate,
): string {
  const kept = [...conditions, ...exclusions].map(({ text }) => text);
  return JSON.stringify([id, date.toString(), kept, mostTimes]);
}

/**
 * The sieve to ask a changed rule through: the narrowest while its conditions stand, and one for all readings once any of them
 * is another, so that two slices do for everything that can be turned.
 */
export function sieveFor(before: Measure, after: Measure, date: PlainDate): Measure {
  const [narrowest, exact, widest] = [
    sieveOf(before, before),
    sieveOf(before, after),
    widestSieve(before),
  ];
  if (sliceKey(narrowest, date) === sliceKey(exact, date)) return narrowest;
  const kept = new Set([...exact.conditions, ...exact.exclusions].map(({ text }) => text));
  const holds = [...widest.conditions, ...widest.exclusions].every(({ text }) => kept.has(text));
  return holds ? widest : exact;
}

/** The columns by which applicants are told apart: those that the rules read, whether they list items, and what they are. */
function ownColumns(
  rules: readonly CompiledRule[],
  sides: ReadonlySet<string>,
  { tables }: LoadedCity,
): readonly string[] {
  const read = neededColumns(rules, tables).get(enterpriseTable) ?? new Set<string>();
  const unread = new Set([...tables.keys()].filter((table) => !sides.has(table)).map(listedColumn));
  return [...read].filter(
    (name) =>
      name !== enterpriseId && !unread.has(name) && !attributes.some((each) => each === name),
  );
}

/** Attributes that are facts too are told apart as facts. */
function withAttributes(
  columns: readonly string[],
  { tables }: LoadedCity,
  { content }: SimulationContext,
): readonly string[] {
  const has = tables.get(enterpriseTable) ?? new Set<string>();
  const facts = attributes.filter(
    (name) => has.has(name) && content.vocabulary.factsById.has(name),
  );
  return [...columns, ...facts];
}

async function fillSlice(
  schema: string,
  columns: readonly string[],
  sides: ReadonlySet<string>,
  sieve: string,
  { session, tables }: LoadedCity,
  signal: AbortSignal | undefined,
): Promise<void> {
  const list = columns.map((name) => `, ${doubleQuoted(name)}`).join('');
  const present = [...sides].filter((table) => tables.has(table));
  const own = present
    .map((table) => `SELECT enterprise_id FROM ${citySchema}.${doubleQuoted(table)}`)
    .join(' UNION ');
  const alone =
    own === '' ? 'NULL::INTEGER' : `CASE WHEN enterprise_id IN (${own}) THEN enterprise_id END`;
  await session.run(`USE ${citySchema}`, signal);
  await session.run(`CREATE SCHEMA memory.${schema}`, signal);
  await session.run(
    `CREATE OR REPLACE TEMP TABLE luodi_alike AS SELECT min(enterprise_id) AS enterprise_id${list}, list(enterprise_id) AS members FROM (SELECT enterprise_id${list}, ${alone} AS luodi_alone FROM ${enterpriseTable} SEMI JOIN (SELECT enterprise_id FROM (\n${sieve}\n) AS answer WHERE status <> 'not_entitled') AS possible USING (enterprise_id)) AS told GROUP BY luodi_alone${list}`,
    signal,
  );
  await session.run(
    `CREATE TABLE memory.${schema}.${enterpriseTable} AS SELECT * EXCLUDE (members) FROM luodi_alike`,
    signal,
  );
  await session.run(
    `CREATE TABLE memory.${schema}.member AS SELECT enterprise_id AS unit, unnest(members) AS enterprise_id FROM luodi_alike`,
    signal,
  );
  await session.run('DROP TABLE luodi_alike', signal);
  await session.run(
    `CREATE TABLE memory.${schema}.weight AS SELECT unit, ${attributes.map(doubleQuoted).join(', ')}, count(*) AS weight FROM memory.${schema}.member INNER JOIN ${attributeTable} USING (enterprise_id) GROUP BY ALL`,
    signal,
  );
  for (const table of present)
    await session.run(
      `CREATE TABLE memory.${schema}.${doubleQuoted(table)} AS SELECT * FROM ${citySchema}.${doubleQuoted(table)} SEMI JOIN memory.${schema}.${enterpriseTable} USING (enterprise_id)`,
      signal,
    );
}

/** Cuts the slice for a measure before and after a change, through a sieve; `undefined` where SQL cannot carry the rule. */
export async function cutSlice(
  schema: string,
  before: Measure,
  after: Measure,
  sieveRule: Measure,
  context: SimulationContext,
): Promise<Slice | undefined> {
  const { city, content, date, signal } = context;
  const { vocabulary } = content;
  const compile = (measure: Measure) => compileAlways(measure, vocabulary, date, city.tables);
  const [one, two, sieve] = [compile(before), compile(after), compile(sieveRule)];
  if (one === undefined || two === undefined || sieve === undefined) return undefined;
  const sides = sideTables([one, two, sieve], vocabulary);
  const columns = withAttributes(ownColumns([one, two], sides, city), city, context);
  const sql = printRule(sieve, vocabulary, city.tables, duckdb);
  try {
    await fillSlice(schema, columns, sides, sql, city, signal);
  } catch (error) {
    await city.session.run(`DROP SCHEMA IF EXISTS memory.${schema} CASCADE`);
    throw error;
  }
  const tables = new Map(
    [...city.tables].flatMap(([table, names]): [string, ReadonlySet<string>][] => {
      if (table === enterpriseTable) return [[table, new Set([enterpriseId, ...columns])]];
      return sides.has(table) ? [[table, names]] : [];
    }),
  );
  return { schema, measure: before.id, date, tables };
}
