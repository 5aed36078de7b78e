import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFacts } from '@luodi/evaluation';
import type { FactSet } from '@luodi/evaluation';
import { expect, test } from 'vitest';
import {
  attachPopulation,
  describePopulation,
  populationOfFacts,
  readApplicants,
} from '../../src/population/index.ts';
import { connect, hangzhou, inCity, rowsOf, withFolder } from './support/synthetic-city.ts';

const content = await hangzhou();
const { vocabulary } = content;

function factsOf(raw: unknown): FactSet {
  const facts = readFacts(raw, content);
  if (!facts.ok) throw new Error(facts.error.map(({ key }) => key).join(' '));
  return facts.value;
}

test('enterprises of a city that state their facts come back as the same population', async () => {
  await inCity(content, { size: 60, seed: 'stated' }, async (connection) => {
    const ids = (await rowsOf(connection, 'SELECT enterprise_id FROM enterprise')).map(([id]) =>
      String(id),
    );
    const before = await readApplicants(
      connection,
      await describePopulation(connection, vocabulary),
      ids,
      vocabulary,
    );
    const applicants = new Map([...before].map(([id, raw]) => [id, factsOf(raw)]));
    await withFolder(async (folder) => {
      const written = await populationOfFacts({ applicants, baseYear: 2025, folder, vocabulary });
      expect(written).toMatchObject({ ok: true, value: { enterprise: 60 } });
      const again = await connect();
      expect((await attachPopulation(again, folder, vocabulary)).ok).toBe(true);
      const population = await describePopulation(again, vocabulary);
      expect(await readApplicants(again, population, ids, vocabulary)).toEqual(before);
      again.closeSync();
    });
  });
});

test('figures without a year are those of the base year and the years before it', async () => {
  const raw = { 年度研发投入: '3000万元', '上年(年度研发投入)': '2500万元' };
  await withFolder(async (folder) => {
    const applicants = new Map([['E', factsOf(raw)]]);
    await populationOfFacts({ applicants, baseYear: 2024, folder, vocabulary });
    const connection = await connect();
    await attachPopulation(connection, folder, vocabulary);
    expect(
      await rowsOf(
        connection,
        'SELECT enterprise_id, annual_rd_expenditure_2024, annual_rd_expenditure_2023 FROM enterprise',
      ),
    ).toEqual([['E', 3_000_000_000n, 2_500_000_000n]]);
    connection.closeSync();
  });
});

const notTabular = [
  {
    name: 'a total received without its payments',
    raw: { '已获(省重点实验室奖励)': '80万元' },
    place: 'E：已获(省重点实验室奖励)',
  },
  {
    name: 'a fact of a vehicle that is stated of the enterprise',
    raw: { 通行车辆类型: '货车' },
    place: 'E：通行车辆类型',
  },
];
for (const { name, raw, place } of notTabular)
  test(`${name} is told, and nothing is written`, async () => {
    await withFolder(async (folder) => {
      const applicants = new Map([['E', factsOf(raw)]]);
      const written = await populationOfFacts({ applicants, baseYear: 2025, folder, vocabulary });
      const told = written.ok ? [] : written.error.map((fault) => [fault.code, fault.place]);
      expect(told).toEqual([['not_tabular', place]]);
      expect(await readdir(folder)).toEqual([]);
    });
  });

test('a folder that holds something already is left as it is', async () => {
  await withFolder(async (folder) => {
    await writeFile(join(folder, 'mine'), '');
    const applicants = new Map([['E', factsOf({})]]);
    const written = await populationOfFacts({ applicants, baseYear: 2025, folder, vocabulary });
    expect(written.ok ? [] : written.error.map(({ code }) => code)).toEqual(['folder_in_use']);
    expect(await readdir(folder)).toEqual(['mine']);
  });
});
