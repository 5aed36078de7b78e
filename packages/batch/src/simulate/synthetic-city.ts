import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import { generatePopulation, readProfile } from '../population/index.ts';
import type { PopulationFault } from '../population/index.ts';
import { manifestFile, manifestShape } from '../population/generate/population-manifest.ts';

/** Enterprises made between two words on how far it is. */
const chunk = 100_000;

export interface SyntheticCityOptions {
  /** Folder in which populations are kept for the next time. */
  readonly cache: string;
  /** The profile of the city: a YAML file. */
  readonly profile: string;
  readonly content: Content;
  readonly size: number;
  readonly seed: string;
  readonly onProgress?: (done: number, size: number) => void;
  readonly signal?: AbortSignal;
}

/** The folder of a synthetic city of a size and seed, made where there is none for this profile and these rules. */
export async function syntheticCity({
  cache,
  profile,
  content,
  size,
  seed,
  ...rest
}: SyntheticCityOptions): Promise<Result<string, readonly PopulationFault[]>> {
  const plan = readProfile(await readFile(profile, 'utf8'), profile, content);
  if (!plan.ok) return plan;
  const { digest, contentVersion } = plan.value;
  const key = createHash('sha256').update(`${digest} ${seed}`).digest('hex').slice(0, 8);
  const folder = join(cache, `city-${size}-${key}`);
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => undefined);
  const known = text === undefined ? undefined : manifestShape.safeParse(JSON.parse(text));
  const fresh = known?.data?.content === contentVersion && known.data.englishNames !== undefined;
  if (fresh) return ok(folder);
  const made = await generatePopulation({ plan: plan.value, folder, size, seed, chunk, ...rest });
  return made.ok ? ok(folder) : made;
}
