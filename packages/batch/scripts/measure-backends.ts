import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlainDate } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import { printRule } from '../src/compile/index.ts';
import type { Dialect } from '../src/sql/dialect.ts';
import { clickhouseBackend } from './backends/clickhouse.ts';
import { openCityTables } from './backends/city-tables.ts';
import type { CityTables } from './backends/city-tables.ts';
import { duckdbBackend } from './backends/duckdb.ts';
import type { LoadedBackend, MeasuredBackend } from './backends/measured-backend.ts';
import { postgresBackend } from './backends/postgres.ts';

/** The databases that rules are measured on. */
export const measuredBackends: readonly MeasuredBackend[] = [
  duckdbBackend,
  postgresBackend,
  clickhouseBackend,
];

/** What it took a database to answer every rule of a city for everybody. */
export interface BackendRate {
  readonly backend: string;
  readonly enterprises: number;
  readonly rules: number;
  readonly wallSeconds: number;
  /** Of the processes of the database; `undefined` where the machine does not say. */
  readonly processorSeconds: number | undefined;
  /** Answers of one rule to one enterprise, per second and core. */
  readonly answersPerCore: number;
}

/** Counts and sums by status of one rule, as text: to be the same on every backend. */
type Tally = readonly string[];

/** Counts and sums by status; sums as text, so that no driver rounds them. Whoever has no row is not entitled. */
function tallySql(sql: string, dialect: Dialect): string {
  const exact = (column: string): string =>
    dialect.name === 'clickhouse'
      ? `toString(ifNull(sum(toInt64(${column})), 0))`
      : `CAST(coalesce(sum(${column}), 0) AS VARCHAR)`;
  const number = dialect.name === 'clickhouse' ? 'toString(count())' : 'CAST(count(*) AS VARCHAR)';
  return `SELECT status, ${number} AS answers, ${exact('lower_fen')} AS lower, ${exact('upper_fen')} AS upper FROM (\n${sql}\n) AS answer WHERE status <> 'not_entitled' GROUP BY status ORDER BY status`;
}

async function tallyOf(sql: string, backend: LoadedBackend): Promise<Tally> {
  const rows = await backend.rows(sql);
  return rows.map(({ status, answers, lower, upper }) =>
    [status, answers, lower, upper].map(String).join(' '),
  );
}

interface Measured {
  readonly rate: BackendRate;
  /** By measure. */
  readonly tallies: ReadonlyMap<string, Tally>;
}

async function measureOn(
  source: MeasuredBackend,
  city: CityTables,
  content: Content,
): Promise<Measured> {
  const { dialect } = source;
  const queries = city.rules.map((rule): [string, string] => [
    rule.measure.id,
    tallySql(printRule(rule, content.vocabulary, city.population, dialect), dialect),
  ]);
  const backend = await source.load(city);
  try {
    const tallies = new Map<string, Tally>();
    const [before, started] = [backend.processorSeconds(), performance.now()];
    for (const [measure, sql] of queries) tallies.set(measure, await tallyOf(sql, backend));
    const wallSeconds = (performance.now() - started) / 1000;
    const after = backend.processorSeconds();
    const taken = before === undefined || after === undefined ? undefined : after - before;
    const answers = city.size * city.rules.length;
    return {
      tallies,
      rate: {
        backend: source.name,
        enterprises: city.size,
        rules: city.rules.length,
        wallSeconds,
        processorSeconds: taken,
        answersPerCore: answers / (taken ?? wallSeconds * availableParallelism()),
      },
    };
  } finally {
    await backend.close();
  }
}

function checkAgreement(one: Measured, other: Measured): void {
  for (const [measure, tally] of one.tallies) {
    const [mine, its] = [tally.join('; '), other.tallies.get(measure)?.join('; ')];
    if (mine !== its)
      throw new Error(
        `${measure}: ${one.rate.backend} says ${mine}, ${other.rate.backend} says ${its}`,
      );
  }
}

/**
 * Answers every rule in force on a date for a population (a folder of Parquet files) on each of the databases, and says what that took:
 * counts and sums by status, without best combinations and without writing rows. Throws where two do not agree on a count or a sum.
 */
export async function measureBackends(
  content: Content,
  date: PlainDate,
  folder: string,
  backends: readonly MeasuredBackend[],
): Promise<readonly BackendRate[]> {
  const into = await mkdtemp(join(tmpdir(), 'luodi-backends-'));
  try {
    const city = await openCityTables(folder, into, content, date);
    const measured: Measured[] = [];
    for (const backend of backends) measured.push(await measureOn(backend, city, content));
    const [first, ...others] = measured;
    for (const other of others) if (first !== undefined) checkAgreement(first, other);
    city.session.close();
    return measured.map(({ rate }) => rate);
  } finally {
    await rm(into, { recursive: true });
  }
}
