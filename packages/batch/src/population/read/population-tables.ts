import { DuckDBInstance } from '@duckdb/node-api';
import type { Result } from '@luodi/kernel';
import { ok } from '@luodi/kernel';
import type { Vocabulary } from '@luodi/language';
import type { PopulationFault } from '../population-fault.ts';
import { attachPopulation } from './attach-population.ts';
import { describePopulation } from './describe-population.ts';

/** Which tables and columns the population in a folder has. */
export async function populationTables(
  folder: string,
  vocabulary: Vocabulary,
): Promise<Result<ReadonlyMap<string, ReadonlySet<string>>, readonly PopulationFault[]>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const attached = await attachPopulation(connection, folder, vocabulary);
    if (!attached.ok) return attached;
    return ok((await describePopulation(connection, vocabulary)).tables);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
