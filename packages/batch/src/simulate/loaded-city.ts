import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { fail, ok } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import type { Content, Measure, Vocabulary } from '@luodi/language';
import { compileRule } from '../compile/index.ts';
import type { CompiledRule, PopulationTables } from '../compile/index.ts';
import { doubleQuoted } from '../dialect/quoting.ts';
import { attributes, enterpriseTable } from '../population/columns.ts';
import { attachPopulation, describePopulation, manifestOf } from '../population/index.ts';
import type { Population, PopulationManifest } from '../population/index.ts';
import { neededColumns } from '../run/duckdb/needed-columns.ts';
import { DuckSession } from '../run/duckdb/session.ts';
import { isMoneyMeasure } from '../run/rules.ts';
import type { SimulationFault } from './simulation-fault.ts';

/** Where the applicants stand in memory, under whole numbers instead of their ids. */
export const citySchema = 'city';
/** Applicants by number: `enterprise_id`, `id` as the population has it. */
export const idTable = `${citySchema}.id_of`;
/** What an applicant is besides its facts. */
export const attributeTable = `${citySchema}.attribute`;

/** A population in memory, kept open for many questions. */
export interface LoadedCity {
  readonly session: DuckSession;
  readonly manifest: PopulationManifest | undefined;
  /** As given, with text ids: views in the schema `main`. */
  readonly population: Population;
  /** What was loaded of it; `loadMore` adds to it. */
  readonly tables: Map<string, ReadonlySet<string>>;
  readonly folder: string;
}

/** Rules as if they were in force on a date. */
export function compileAlways(
  measure: Measure,
  vocabulary: Vocabulary,
  date: PlainDate,
  tables: PopulationTables,
): CompiledRule | undefined {
  const always = { ...measure, validity: { from: date, until: undefined } };
  const compiled = compileRule(always, vocabulary, date, tables);
  return compiled.ok ? compiled.value : undefined;
}

/** The columns that money measures read on a date, and of annual figures every year. */
function columnsFor(
  content: Content,
  date: PlainDate,
  population: Population,
): Map<string, ReadonlySet<string>> {
  const rules = [...content.measures.values()]
    .filter(isMoneyMeasure)
    .flatMap(
      (measure) => compileAlways(measure, content.vocabulary, date, population.tables) ?? [],
    );
  const needed = neededColumns(rules, population.tables);
  return new Map(
    [...population.tables].map(([table, columns]) => {
      const stems = new Set(
        [...(needed.get(table) ?? [])].map((name) => name.replace(/_\d{4}$/, '')),
      );
      return [
        table,
        new Set([...columns].filter((name) => stems.has(name.replace(/_\d{4}$/, '')))),
      ];
    }),
  );
}

function loadTable(
  session: DuckSession,
  table: string,
  columns: ReadonlySet<string>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const list = [...columns]
    .filter((name) => name !== 'enterprise_id')
    .map((name) => `, ${doubleQuoted(name)}`);
  return session.run(
    `CREATE OR REPLACE TABLE ${citySchema}.${doubleQuoted(table)} AS SELECT ids.enterprise_id${list.join('')} FROM memory.main.${doubleQuoted(table)} AS given INNER JOIN ${idTable} AS ids ON ids.id = given.enterprise_id`,
    signal,
  );
}

/** Loads what further measures read, of tables that are loaded in part. */
export async function loadMore(
  { session, population, tables }: LoadedCity,
  measures: readonly Measure[],
  { vocabulary }: Content,
  date: PlainDate,
  signal: AbortSignal | undefined,
): Promise<void> {
  const rules = measures.flatMap(
    (measure) => compileAlways(measure, vocabulary, date, population.tables) ?? [],
  );
  for (const [table, names] of neededColumns(rules, population.tables)) {
    const loaded = tables.get(table) ?? new Set<string>();
    const all = new Set([...loaded, ...names]);
    if (all.size === loaded.size) continue;
    await loadTable(session, table, all, signal);
    tables.set(table, all);
  }
}

async function loadTables(
  session: DuckSession,
  tables: PopulationTables,
  signal: AbortSignal | undefined,
): Promise<void> {
  // Compressed: half the columns of a city are nearly empty.
  await session.run(`ATTACH ':memory:' AS ${citySchema} (COMPRESS)`, signal);
  await session.run(
    `CREATE TABLE ${idTable} AS SELECT (row_number() OVER ())::INTEGER AS enterprise_id, enterprise_id AS id FROM memory.main.${enterpriseTable}`,
    signal,
  );
  for (const [table, columns] of tables) await loadTable(session, table, columns, signal);
  const has = tables.get(enterpriseTable) ?? new Set<string>();
  const list = attributes.map((name) => {
    const quoted = doubleQuoted(name);
    return has.has(name) ? `coalesce(${quoted}, '') AS ${quoted}` : `'' AS ${quoted}`;
  });
  await session.run(
    `CREATE TABLE ${attributeTable} AS SELECT enterprise_id, ${list.join(', ')} FROM ${citySchema}.${enterpriseTable}`,
    signal,
  );
}

/**
 * Loads what money measures read of a population (a folder of Parquet or CSV files) into memory. `date` says of which years figures are
 * looked for first; all years there are come along. Throws what the database says, or the reason of the signal.
 */
export async function loadCity(
  folder: string,
  content: Content,
  date: PlainDate,
  options: {
    readonly threads?: number;
    readonly memory?: string;
    readonly signal?: AbortSignal;
  } = {},
): Promise<Result<LoadedCity, readonly SimulationFault[]>> {
  const { threads, memory = '4GB', signal } = options;
  const session = await DuckSession.open({
    memory,
    threads,
    overflow: join(tmpdir(), 'luodi-simulation'),
  });
  try {
    const attached = await attachPopulation(session.connection, folder, content.vocabulary);
    if (!attached.ok) {
      session.close();
      return fail(attached.error.map((each) => ({ ...each, code: 'not_a_population' as const })));
    }
    const population = await describePopulation(session.connection, content.vocabulary);
    const tables = columnsFor(content, date, population);
    await loadTables(session, tables, signal);
    return ok({ session, manifest: await manifestOf(folder), population, tables, folder });
  } catch (error) {
    session.close();
    throw error;
  }
}
