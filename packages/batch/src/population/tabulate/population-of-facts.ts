import { mkdir, readdir } from 'node:fs/promises';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { FactSet } from '@luodi/evaluation';
import type { Vocabulary } from '@luodi/language';
import type { PopulationFault } from '../population-fault.ts';
import type { TextRow } from '../read/fact-set-of.ts';
import { tabulateFacts } from './tabulate-facts.ts';
import { writeRows } from './write-rows.ts';

export interface StatedApplicants {
  /** What each applicant states, by its id. */
  readonly applicants: ReadonlyMap<string, FactSet>;
  /** The year of figures that are stated without one. */
  readonly baseYear: number;
  /** Where the tables go: a folder that is empty or absent. */
  readonly folder: string;
  readonly vocabulary: Vocabulary;
}

function inUse(folder: string): PopulationFault {
  return {
    code: 'folder_in_use',
    place: folder,
    message: { zh: '文件夹里已有别的东西', en: 'the folder holds something already' },
    hint: { zh: '请另选一个空的文件夹', en: 'choose an empty folder' },
  };
}

/**
 * Writes applicants who state their facts as a population in Parquet, so that a run over a city answers them as `match` does. Returns the
 * number of rows by table. Faults, of all applicants together: what tables cannot hold, or a folder in use.
 */
export async function populationOfFacts({
  applicants,
  baseYear,
  folder,
  vocabulary,
}: StatedApplicants): Promise<
  Result<Readonly<Record<string, number>>, readonly PopulationFault[]>
> {
  const rows = new Map<string, TextRow[]>();
  const faults: PopulationFault[] = [];
  for (const [applicant, facts] of applicants) {
    const tabulated = tabulateFacts(facts, { applicant, baseYear, vocabulary });
    if (!tabulated.ok) faults.push(...tabulated.error);
    else
      for (const [table, own] of tabulated.value) {
        const known = rows.get(table);
        if (known === undefined) rows.set(table, [...own]);
        else known.push(...own);
      }
  }
  if (faults.length > 0) return fail(faults);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) return fail([inUse(folder)]);
  await writeRows(rows, folder, vocabulary);
  return ok(Object.fromEntries([...rows].map(([table, { length }]) => [table, length])));
}
