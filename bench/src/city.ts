import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePopulation, readProfile, runBatch } from '@luodi/batch';
import { parseDate } from '@luodi/kernel';
import type { Content } from '@luodi/language';

/** What it took to answer every rule in force for a city of one size. */
export interface CityRate {
  readonly enterprises: number;
  readonly rules: number;
  readonly generatedIn: number;
  readonly answeredIn: number;
  /** Answers of one rule to one enterprise, per second and core: checks, combinations and writing included. */
  readonly answersPerCore: number;
}

const profile = new URL('../../content/hangzhou/population/profile.yaml', import.meta.url);

async function seconds<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly taken: number }> {
  const started = performance.now();
  const value = await work();
  return { value, taken: (performance.now() - started) / 1000 };
}

/** Generates a city of a size and answers it; in a temporary folder that is gone afterwards. */
export async function cityRate(content: Content, enterprises: number): Promise<CityRate> {
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
    return {
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

/** The sizes to measure: to a hundred thousand, and with `--city 1000000` and the like to what is asked for. */
export function citySizes(args: readonly string[]): readonly number[] {
  const at = args.indexOf('--city');
  const largest = at < 0 ? 100_000 : Number(args[at + 1]);
  return [10_000, 100_000, 1_000_000, 10_000_000].filter((size) => size <= largest);
}
