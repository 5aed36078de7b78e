import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Vocabulary } from '@luodi/language';
import type { Attribute } from './columns.ts';
import { manifestFile, manifestShape } from './generate/population-manifest.ts';
import type { PopulationManifest } from './generate/population-manifest.ts';

/** The English names of industries and sizes, as a population says them of itself. */
export type GroupNames = PopulationManifest['englishNames'];

/** What `population.json` of a folder says of it; `undefined` where there is none: a population that was given. */
export async function manifestOf(folder: string): Promise<PopulationManifest | undefined> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : manifestShape.parse(JSON.parse(text));
}

/** The code list of a fact that has the column of an attribute: of `district` that of the districts. */
function listedName(
  attribute: Attribute,
  name: string,
  { factsById, lists }: Vocabulary,
): string | undefined {
  const type = factsById.get(attribute)?.type;
  const list = type?.kind === 'choice' ? lists.get(type.list) : undefined;
  return list?.members.find((member) => member.name === name)?.nameEn;
}

/**
 * What a district, industry or size is called in English: as the vocabulary has it, or the population says. A name that neither knows
 * stays as it is.
 */
export function englishName(
  attribute: Attribute,
  name: string,
  vocabulary: Vocabulary,
  names: GroupNames,
): string {
  return listedName(attribute, name, vocabulary) ?? names?.[attribute]?.[name] ?? name;
}
