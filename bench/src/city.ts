import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePopulation, readProfile, runBatch } from '@luodi/batch';
import { parseDate } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import {
  measureBackends,
  measuredBackends,
} from '../../packages/batch/scripts/measure-backends.ts';
import type { BackendRate } from '../../packages/batch/scripts/measure-backends.ts';

/** What it took to answer every rule in force for a city of one size. */
export interface CityRate {
  readonly enterprises: number;
  readonly rules: number;
  readonly generatedIn: number;
  readonly answeredIn: number;
  /** Answers of one rule to one enterprise, per second and core: checks, combinations and writing included. */
  readonly answersPerCore: number;
  /** The rules' SQL alone, on each database that is here and not too slow for the size. */
  readonly backends: readonly BackendRate[];
}

/** The largest size for a database, by its name, where it is not to take all. */
export type BackendLimits = ReadonlyMap<string, number>;

/** Row by row PostgreSQL takes minutes for a hundred thousand. */
const usualLimits: BackendLimits = new Map([['PostgreSQL', 100_000]]);

function limitOf(name: string, limits: BackendLimits): number {
  return limits.get(name) ?? usualLimits.get(name) ?? Number.POSITIVE_INFINITY;
}

const profile = new URL('../../content/hangzhou/population/profile.yaml', import.meta.url);

async function seconds<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly taken: number }> {
  const started = performance.now();
  const value = await work();
  return { value, taken: (performance.now() - started) / 1000 };
}

/** Generates a city of a size and answers it, then on every database; in a temporary folder that is gone afterwards. */
export async function cityRate(
  content: Content,
  enterprises: number,
  limits: BackendLimits,
): Promise<CityRate> {
  const date = parseDate('2026-06-01');
  const plan = readProfile(await readFile(profile, 'utf8'), 'profile.yaml', content);
  if (date === undefined || !plan.ok) throw new Error('the profile of the city has faults');
  const folder = await mkdtemp(join(tmpdir(), 'luodi-bench-'));
  try {
    const population = join(folder, 'city');
    const made = await seconds(() =>
      generatePopulation({
        plan: plan.value,
        folder: population,
        size: enterprises,
        seed: 'bench',
      }),
    );
    const run = await seconds(() =>
      runBatch({ content, date, population, into: join(folder, 'results') }),
    );
    if (!made.value.ok || !run.value.ok) throw new Error('the city was not answered');
    const rules = run.value.value.rules.run;
    const backends = measuredBackends.filter(
      ({ name, missing }) => missing === undefined && enterprises <= limitOf(name, limits),
    );
    return {
      backends: await measureBackends(content, date, population, backends),
      enterprises,
      rules,
      generatedIn: made.taken,
      answeredIn: run.taken,
      answersPerCore: (enterprises * rules) / run.taken / availableParallelism(),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function numberAfter(option: string, args: readonly string[]): number | undefined {
  const at = args.indexOf(option);
  return at < 0 ? undefined : Number(args[at + 1]);
}

/** The sizes to measure: to a hundred thousand, and with `--city 1000000` and the like to what is asked for. */
export function citySizes(args: readonly string[]): readonly number[] {
  const largest = numberAfter('--city', args) ?? 100_000;
  return [10_000, 100_000, 1_000_000, 10_000_000].filter((size) => size <= largest);
}

/** What is asked of single databases: `--postgres 1000000`, `--clickhouse 10000`. */
export function backendLimits(args: readonly string[]): BackendLimits {
  return new Map(
    measuredBackends.flatMap(({ name }): [string, number][] => {
      const limit = numberAfter(`--${name.toLowerCase()}`, args);
      return limit === undefined ? [] : [[name, limit]];
    }),
  );
}

/** Lines on the databases that are not on this machine. */
export function missingBackends(): readonly string[] {
  return measuredBackends.flatMap(({ name, missing }) =>
    missing === undefined ? [] : [`${name}: not installed (${missing})`],
  );
}
