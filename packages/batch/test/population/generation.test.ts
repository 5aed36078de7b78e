import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import {
  attachPopulation,
  describePopulation,
  generatePopulation,
} from '../../src/population/index.ts';
import { connect, hangzhou, inCity, planOf, rowsOf, withFolder } from './support/synthetic-city.ts';

const content = await hangzhou();
const plan = planOf(content);

/** A sum over all rows of each table that another value in any row changes. */
async function checksums(connection: DuckDBConnection): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  const population = await describePopulation(connection, content.vocabulary);
  for (const table of population.tables.keys()) {
    const [row] = await rowsOf(
      connection,
      `SELECT count(*), sum(hash(t::VARCHAR)::HUGEINT) FROM "${table}" AS t`,
    );
    sums[table] = String(row);
  }
  return sums;
}

describe('the rows of a synthetic city', () => {
  test('follow from the seed, whatever the threads and the size of a chunk', async () => {
    const first = await inCity(content, { plan, size: 1500, seed: '落地', threads: 1 }, checksums);
    const second = await inCity(
      content,
      { plan, size: 1500, seed: '落地', threads: 2, chunk: 811 },
      checksums,
    );
    const other = await inCity(content, { plan, size: 1500, seed: '另一个' }, checksums);
    expect(second).toEqual(first);
    expect(other['enterprise']).not.toBe(first['enterprise']);
    expect(other['person']).not.toBe(first['person']);
    expect(other['payment']).not.toBe(first['payment']);
  });

  test('hang together as the profile says', async () => {
    await inCity(content, { plan, size: 12_000, seed: '1' }, async (connection) => {
      const ordered = async (sql: string) => {
        const [row = []] = await rowsOf(connection, sql);
        return row.map(Number);
      };
      const [large = 0, micro = 0] = await ordered(
        `SELECT avg(high_tech_enterprise::INT) FILTER (size IN ('大型', '中型')), avg(high_tech_enterprise::INT) FILTER (size = '微型') FROM enterprise`,
      );
      expect(large).toBeGreaterThan(5 * micro);
      const [intense = 0, usual = 0] = await ordered(
        `SELECT median(annual_rd_expenditure_2025 / annual_revenue_2025) FILTER (high_tech_enterprise), median(annual_rd_expenditure_2025 / annual_revenue_2025) FILTER (NOT high_tech_enterprise) FROM enterprise WHERE annual_rd_expenditure_2025 > 0 AND industry = '制造业'`,
      );
      expect(intense).toBeGreaterThan(usual);
      const [lasting = 0] = await ordered(
        `SELECT corr(ln(annual_revenue_2025 / annual_revenue_2024), ln(annual_revenue_2023 / annual_revenue_2022)) FROM enterprise WHERE annual_revenue_2022 > 0 AND annual_revenue_2023 > 0 AND annual_revenue_2024 > 0 AND annual_revenue_2025 > 0`,
      );
      expect(lasting).toBeGreaterThan(0.2);
      const [contradictions = 1] = await ordered(
        `SELECT count(*) FROM enterprise WHERE national_little_giant AND NOT specialised_sme`,
      );
      expect(contradictions).toBe(0);
      const [unlisted = 1] = await ordered(
        `SELECT count(*) FROM person JOIN enterprise USING (enterprise_id) WHERE NOT person_listed`,
      );
      expect(unlisted).toBe(0);
      const [incomplete = 1, matterless = 1] = await ordered(
        `SELECT count(*) FILTER (NOT payments_complete), count(*) FILTER (matter IS NULL OR fen <= 0) FROM payment JOIN enterprise USING (enterprise_id)`,
      );
      expect([incomplete, matterless]).toEqual([0, 0]);
    });
  });

  test('meet the totals to the fen', async () => {
    await inCity(content, { plan, size: 7001, seed: '2', chunk: 5000 }, async (connection) => {
      const share = 7001n;
      const cases = [
        {
          where: `industry = '信息传输、软件和信息技术服务业'`,
          total: 130_000_000_000_000n,
        },
        {
          where: `industry = '科学研究和技术服务业' AND size IN ('大型', '中型', '小型')`,
          total: 15_000_000_000_000n,
        },
      ];
      for (const { where, total } of cases) {
        const [[sum] = []] = await rowsOf(
          connection,
          `SELECT sum(annual_revenue_2025)::HUGEINT FROM enterprise WHERE ${where}`,
        );
        // 13,000 and 1,500 亿元 of a city of a million, 7,001 of which are here.
        expect(sum).toBe((total * share) / 1_000_000n);
      }
    });
  });
});

describe('what is written beside the tables', () => {
  test('says that nobody in them exists, and from what they were made', async () => {
    await inCity(content, { plan, size: 50, seed: '3' }, async (_, folder) => {
      const manifest: unknown = JSON.parse(await readFile(join(folder, 'population.json'), 'utf8'));
      expect(manifest).toMatchObject({
        synthetic: true,
        seed: '3',
        size: 50,
        profile: plan.digest,
        content: content.version,
        englishNames: { industry: { 制造业: 'Manufacturing' }, size: { 微型: 'Micro' } },
        tables: { enterprise: { rows: 50, columns: { high_tech_enterprise: 'BOOLEAN' } } },
      });
    });
  });

  test('is no float anywhere', async () => {
    await inCity(content, { plan, size: 20, seed: '4' }, async (connection) => {
      const types = await rowsOf(
        connection,
        `SELECT DISTINCT data_type FROM information_schema.columns WHERE table_schema = 'given' ORDER BY 1`,
      );
      expect(types.flat()).toEqual(['BIGINT', 'BOOLEAN', 'DATE', 'DECIMAL(18,6)', 'VARCHAR']);
    });
  });
});

describe('generating', () => {
  test('reports how far it is and stops when it is cancelled', async () => {
    await withFolder(async (folder) => {
      const stop = new AbortController();
      const seen: number[] = [];
      const made = await generatePopulation({
        plan,
        folder,
        size: 400,
        seed: '5',
        chunk: 100,
        signal: stop.signal,
        onProgress(done) {
          seen.push(done);
          if (done === 200) stop.abort();
        },
      });
      expect(seen).toEqual([100, 200]);
      expect(made).toMatchObject({ ok: false, error: [{ code: 'cancelled' }] });
      const read = await attachPopulation(await connect(), folder, content.vocabulary);
      expect(read).toMatchObject({ ok: false, error: [{ code: 'not_a_population' }] });
    });
  });

  test('replaces a population, with tables that are no more', async () => {
    await withFolder(async (folder) => {
      await generatePopulation({ plan, folder, size: 30, seed: '6', chunk: 10 });
      const smaller = { ...plan, entities: plan.entities.slice(0, 2) };
      const made = await generatePopulation({ plan: smaller, folder, size: 10, seed: '6' });
      expect(made).toMatchObject({ ok: true, value: { tables: { enterprise: { rows: 10 } } } });
      const kept = smaller.entities.map(({ entity }) => entity.id);
      expect((await readdir(folder)).sort()).toEqual(
        ['enterprise', ...kept, 'payment', 'population.json'].sort(),
      );
    });
  });

  for (const size of [0, -1, 1.5, 1_000_000_000])
    test(`refuses to make ${size} enterprises`, async () => {
      await withFolder(async (folder) => {
        const made = await generatePopulation({ plan, folder, size, seed: '7' });
        expect(made).toMatchObject({ ok: false, error: [{ code: 'bad_size' }] });
      });
    });

  test('leaves a folder alone that holds something else', async () => {
    await withFolder(async (folder) => {
      await writeFile(join(folder, 'notes.txt'), '别的');
      const made = await generatePopulation({ plan, folder, size: 10, seed: '6' });
      expect(made).toMatchObject({ ok: false, error: [{ code: 'folder_in_use' }] });
    });
  });
});
