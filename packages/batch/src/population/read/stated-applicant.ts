import { DuckDBInstance } from '@duckdb/node-api';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Vocabulary } from '@luodi/language';
import { enterpriseId } from '../columns.ts';
import type { PopulationFault } from '../population-fault.ts';
import { attachPopulation } from './attach-population.ts';
import { describePopulation } from './describe-population.ts';
import type { RawFacts } from './fact-set-of.ts';
import { readApplicants } from './read-applicants.ts';

function unknownEnterprise(folder: string, id: string): PopulationFault {
  return {
    code: 'unknown_enterprise',
    place: folder,
    message: { zh: `没有企业 ${id}`, en: `there is no enterprise ${id}` },
    hint: {
      zh: `请写企业表 ${enterpriseId} 列里的编号`,
      en: `give an id from the column ${enterpriseId} of the table of enterprises`,
    },
  };
}

/**
 * One enterprise of the population in a folder as the facts that it would state itself (for `readFacts`), so that any row of a run can
 * be worked out again alone.
 */
export async function statedApplicant(
  folder: string,
  id: string,
  vocabulary: Vocabulary,
): Promise<Result<RawFacts, readonly PopulationFault[]>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const attached = await attachPopulation(connection, folder, vocabulary);
    if (!attached.ok) return attached;
    const population = await describePopulation(connection, vocabulary);
    const facts = (await readApplicants(connection, population, [id], vocabulary)).get(id);
    return facts === undefined ? fail([unknownEnterprise(folder, id)]) : ok(facts);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
