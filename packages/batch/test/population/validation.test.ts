import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  attachPopulation,
  describePopulation,
  validatePopulation,
} from '../../src/population/index.ts';
import { connect, hangzhou, inCity, planOf, rowsOf, withFolder } from './support/synthetic-city.ts';

const content = await hangzhou();
const matter = [...content.vocabulary.matters.keys()][0] ?? '';

/** A population of CSV files, as somebody exports it; checked. */
async function checked(files: Readonly<Record<string, string>>) {
  return await withFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(join(folder, name), { recursive: true });
      await writeFile(join(folder, name, 'all.csv'), text);
    }
    const connection = await connect();
    try {
      const attached = await attachPopulation(connection, folder, content.vocabulary);
      if (!attached.ok) return attached.error;
      return await validatePopulation(connection, content);
    } finally {
      connection.closeSync();
    }
  });
}

const good =
  'enterprise_id,high_tech_enterprise,annual_rd_expenditure_2024\nE1,true,300000000\nE2,,\n';

describe('a population given by others', () => {
  test('is accepted as CSV, and its empty cells are not known', async () => {
    expect(await checked({ enterprise: good })).toEqual([]);
    await withFolder(async (folder) => {
      await writeFile(
        join(folder, 'enterprise.csv'),
        good
          .replace('enterprise_id', 'name,enterprise_id')
          .replace('E1', '甲,E1')
          .replace('E2', '乙,E2'),
      );
      const connection = await connect();
      await attachPopulation(connection, folder, content.vocabulary);
      const population = await describePopulation(connection, content.vocabulary);
      expect(population.size).toBe(2);
      expect([...(population.tables.get('enterprise') ?? [])]).toEqual([
        'enterprise_id',
        'high_tech_enterprise',
        'annual_rd_expenditure_2024',
      ]);
      const given = await describePopulation(connection, content.vocabulary, 'given');
      expect(given.unread).toEqual(['enterprise.name']);
      const rows = await rowsOf(connection, 'SELECT * FROM enterprise ORDER BY 1');
      expect(rows).toEqual([
        ['E1', true, 300_000_000n],
        ['E2', null, null],
      ]);
      connection.closeSync();
    });
  });

  test('is accepted as it was generated', async () => {
    await inCity(
      content,
      { plan: planOf(content), size: 300, seed: '核对' },
      async (connection) => {
        expect(await validatePopulation(connection, content)).toEqual([]);
      },
    );
  });

  const cases = [
    {
      name: 'a word where a truth should be',
      files: { enterprise: 'enterprise_id,high_tech_enterprise\nE1,也许\nE2,true\n' },
      place: 'enterprise.high_tech_enterprise',
      zh: '1 行值读不懂，如 E1',
      hint: 'true 或 false',
    },
    {
      name: 'money with a fraction of a fen',
      files: { enterprise: 'enterprise_id,annual_rd_expenditure_2024\nE1,3.5\nE2,4.5\n' },
      place: 'enterprise.annual_rd_expenditure_2024',
      zh: '2 行值读不懂，如 E1',
      hint: '金额以分计',
    },
    {
      name: 'money beyond the bound',
      files: {
        enterprise:
          'enterprise_id,annual_rd_expenditure_2024\nE1,10000000000000001\nE2,10000000000000000\n',
      },
      place: 'enterprise.annual_rd_expenditure_2024',
      zh: '1 行数太大，如 E1',
      hint: '10000000000000000',
    },
    {
      name: 'a negative sum of a fact that cannot be negative',
      files: { enterprise: 'enterprise_id,annual_rd_expenditure_2024\nE1,5\nE2,-1\n' },
      place: 'enterprise.annual_rd_expenditure_2024',
      zh: '1 行是负数，如 E2',
      hint: '不能为负',
    },
    {
      name: 'a member that the list lacks',
      files: { enterprise: 'enterprise_id,headquarters_star_rating\nE1,六星级\n' },
      place: 'enterprise.headquarters_star_rating',
      zh: '1 行不在清单“总部企业星级等次”里，如 E1',
      hint: '五星级',
    },
    {
      name: 'a date that does not exist',
      files: { enterprise: 'enterprise_id,founded_on\nE1,2023-02-30\n' },
      place: 'enterprise.founded_on',
      zh: '1 行值读不懂，如 E1',
      hint: '2024-01-23',
    },
    {
      name: 'an enterprise twice',
      files: { enterprise: 'enterprise_id,high_tech_enterprise\nE1,true\nE1,false\nE2,\n' },
      place: 'enterprise.enterprise_id',
      zh: '1 行同一编号出现多次，如 E1',
      hint: '只留一行',
    },
    {
      name: 'an item without its enterprise',
      files: { enterprise: good, person: 'enterprise_id,item\nE1,0\nE9,0\n' },
      place: 'person.enterprise_id',
      zh: '1 行企业表里没有这家企业，如 E9',
      hint: '补上企业',
    },
    {
      name: 'an item twice',
      files: { enterprise: good, person: 'enterprise_id,item\nE1,0\nE1,0\n' },
      place: 'person.item',
      zh: '1 行同一编号出现多次，如 E1',
      hint: '只留一行',
    },
    {
      name: 'a table of items that does not number them',
      files: { enterprise: good, person: 'enterprise_id\nE1\n' },
      place: 'person.item',
      zh: '没有这一列',
      hint: 'item',
    },
    {
      name: 'a payment for something that no rule knows',
      files: {
        enterprise: good,
        payment: `enterprise_id,about,matter,paid_on,fen\nE1,没有的事项,${matter},2024-01-01,100\n`,
      },
      place: 'payment.about',
      zh: '1 行没有这样的措施或事项，如 E1',
      hint: 'luodi check',
    },
    {
      name: 'a payment without a day',
      files: {
        enterprise: good,
        payment: `enterprise_id,about,matter,paid_on,fen\nE1,${matter},${matter},,100\n`,
      },
      place: 'payment.paid_on',
      zh: '1 行是空的，如 E1',
      hint: '填上',
    },
  ];
  for (const each of cases)
    test(`is refused with ${each.name}`, async () => {
      const faults = await checked(each.files);
      expect(faults.map(({ place, message }) => `${place} ${message.zh}`)).toEqual([
        `${each.place} ${each.zh}`,
      ]);
      expect(faults[0]?.hint.zh).toContain(each.hint);
    });

  test('is refused where figures are floats', async () => {
    const connection = await connect();
    await connection.run(
      `CREATE TABLE enterprise AS SELECT 'E1' AS enterprise_id, 300.0::DOUBLE AS annual_rd_expenditure_2024`,
    );
    const faults = await validatePopulation(connection, content, 'main');
    expect(faults.map(({ place, message }) => `${place} ${message.zh}`)).toEqual([
      'enterprise.annual_rd_expenditure_2024 1 行列类型是 DOUBLE，如 E1',
    ]);
    connection.closeSync();
  });

  test('is refused without a table of enterprises', async () => {
    const faults = await checked({ person: 'enterprise_id,item\nE1,0\n' });
    expect(faults).toMatchObject([{ code: 'not_a_population' }]);
  });
});
