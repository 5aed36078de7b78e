import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { match } from '@luodi/entitlement';
import type { Match } from '@luodi/entitlement';
import { createEvaluator, readFacts } from '@luodi/evaluation';
import { Temporal } from '@luodi/kernel';
import { expect, test } from 'vitest';
import {
  attachPopulation,
  describePopulation,
  readApplicants,
} from '../../src/population/index.ts';
import { runBatch } from '../../src/run/index.ts';
import type { BatchOptions, RunSummary } from '../../src/run/index.ts';
import {
  connect,
  hangzhou,
  inCity,
  rowsOf,
  withFolder,
} from '../population/support/synthetic-city.ts';

const content = await hangzhou();
const evaluator = createEvaluator(content);
const date = Temporal.PlainDate.from('2026-06-01');
const size = 240;
const city = { size, seed: 'run' };

/** Every enterprise of a city matched one by one, by its id. */
async function matchesOf(connection: DuckDBConnection): Promise<ReadonlyMap<string, Match>> {
  const population = await describePopulation(connection, content.vocabulary);
  const ids = (await rowsOf(connection, 'SELECT enterprise_id::VARCHAR FROM enterprise')).map(
    ([id]) => String(id),
  );
  const stated = await readApplicants(connection, population, ids, content.vocabulary);
  return new Map(
    [...stated].map(([id, raw]) => {
      const facts = readFacts(raw, content);
      if (!facts.ok) throw new Error(facts.error[0]?.message.en);
      return [id, match(evaluator, facts.value, date)];
    }),
  );
}

async function summaryOf(options: BatchOptions): Promise<RunSummary> {
  const summary = await runBatch(options);
  if (!summary.ok) throw new Error(summary.error.map(({ message }) => message.en).join('\n'));
  return summary.value;
}

function results(folder: string): string {
  return `read_parquet('${join(folder, 'results-*.parquet')}')`;
}

/** Runs the city and matches everybody alone: counts by status, sums, and what counts in the best combination are the same. */
async function expectAsMatched(connection: DuckDBConnection, population: string, into: string) {
  const matches = await matchesOf(connection);
  const summary = await summaryOf({ content, date, population, into, chunk: 100 });
  expect(summary.applicants).toBe(matches.size);
  for (const measure of summary.measures) {
    const answers = [...matches.values()].flatMap(({ answers: all }) =>
      all.filter((answer) => answer.measure.id === measure.measure),
    );
    const count = (status: string) => answers.filter((answer) => answer.status === status).length;
    expect([measure.measure, measure.entitled, measure.undetermined]).toEqual([
      measure.measure,
      count('entitled'),
      count('undetermined'),
    ]);
  }
  const best = [...matches.values()].map((each) => each.best);
  expect(summary.total).toEqual({
    lowerFen: best.reduce((sum, { exactFen }) => sum + exactFen, 0n),
    upperFen: best.reduce((sum, { upperBoundFen }) => sum + upperBoundFen, 0n),
  });
  const counted = await rowsOf(
    connection,
    `SELECT enterprise_id, measure, counted_lower_fen, counted_upper_fen FROM ${results(into)} WHERE counted_lower_fen IS NOT NULL ORDER BY ALL`,
  );
  const chosen = [...matches].flatMap(
    ([
      id,
      {
        best: { chosen: all },
      },
    ]) => all.map((each) => [id, each.id, each.countedCertainFen, each.countedUpperFen]),
  );
  expect(counted.map(String).toSorted()).toEqual(chosen.map(String).toSorted());
}

test('每家企业逐一匹配的结论和全市一次算出的一样：人数、金额、从优就高不重复之后', async () => {
  await inCity(content, city, (connection, population) =>
    withFolder((into) => expectAsMatched(connection, population, into)),
  );
});

test('有的企业没说人员已列全，有的表根本没有：表里有的行也不算数，列全而没有表就是一个也没有', async () => {
  await inCity(content, city, (connection, population) =>
    withFolder(async (folder) => {
      const other = join(folder, 'other');
      await cp(population, other, { recursive: true });
      await rm(join(other, 'enterprise'), { recursive: true });
      // Nobody says so of vehicles, half of all of persons; there are no tables of projects and payments.
      await connection.run(
        `COPY (SELECT * REPLACE (CASE WHEN right(enterprise_id, 1) < '5' THEN person_listed END AS person_listed, NULL::BOOLEAN AS vehicle_listed) FROM enterprise) TO '${join(other, 'enterprise.parquet')}' (FORMAT parquet)`,
      );
      for (const table of ['technical_renovation_project', 'payment'])
        await rm(join(other, table), { recursive: true });
      const open = await connect();
      const attached = await attachPopulation(open, other, content.vocabulary);
      expect(attached.ok).toBe(true);
      await expectAsMatched(open, other, join(folder, 'results')).finally(() => open.closeSync());
    }),
  );
});

test('中途停下，同一命令接着做完，结果和一次做完的一样', async () => {
  await inCity(content, city, async (connection, population) => {
    await withFolder(async (folder) => {
      const [whole, stopped] = [join(folder, 'whole'), join(folder, 'stopped')];
      const options = { content, date, population, chunk: 80 };
      const once = await summaryOf({ ...options, into: whole });
      const controller = new AbortController();
      const first = await runBatch({
        ...options,
        into: stopped,
        signal: controller.signal,
        onProgress: ({ done }) => {
          if (done > 100) controller.abort();
        },
      });
      expect(first.ok ? [] : first.error.map(({ code }) => code)).toEqual(['cancelled']);
      const kept = (await readdir(stopped)).filter((name) => name.startsWith('chunk-'));
      expect(kept).toEqual(['chunk-00000.json']);
      expect(await summaryOf({ ...options, into: stopped })).toEqual(once);
      const [[difference] = []] = await rowsOf(
        connection,
        `SELECT count(*) FROM (SELECT * FROM ${results(whole)} EXCEPT ALL SELECT * FROM ${results(stopped)})`,
      );
      expect(difference).toBe(0n);
    });
  });
});

test('结果文件夹属于另一次运行：说清楚，不覆盖', async () => {
  await inCity(content, { size: 20, seed: 'other' }, async (_connection, population) => {
    await withFolder(async (into) => {
      await summaryOf({ content, date, population, into });
      const before = await readdir(into);
      const other = await runBatch({ content, date: date.add({ days: 1 }), population, into });
      expect(other.ok ? [] : other.error.map(({ code, place }) => [code, place])).toEqual([
        ['other_run', into],
      ]);
      expect(await readdir(into)).toEqual(before);
    });
  });
});

test('对照兑付记录：没兑付的是应享未享，不该得的是违规享受', async () => {
  await inCity(content, city, async (connection, population) => {
    await withFolder(async (folder) => {
      const into = join(folder, 'first');
      await summaryOf({ content, date, population, into });
      const due = await rowsOf(
        connection,
        `SELECT enterprise_id, measure FROM ${results(into)} WHERE counted_upper_fen > 0 ORDER BY ALL`,
      );
      const [paid] = due;
      const measure = String(paid?.[1]);
      const outsider = [...(await matchesOf(connection))].find(([, { answers }]) =>
        answers.some((answer) => answer.measure.id === measure && answer.status === 'not_entitled'),
      )?.[0];
      const payments = join(folder, 'paid.csv');
      await writeFile(
        payments,
        [
          'enterprise_id,about,paid_on,fen',
          `${String(paid?.[0])},${measure},2026-05-01,100`,
          `${outsider},${measure},2026-05-01,200`,
        ].join('\n'),
      );
      const checked = join(folder, 'checked');
      const summary = await summaryOf({ content, date, population, into: checked, payments });
      expect(summary.payments?.unclaimed).toBe(due.length - 1);
      expect([summary.payments?.undue, summary.payments?.undueFen]).toEqual([1, 200n]);
    });
  });
});

test('摘要里的文件、区县、行业和规模都有英文名', async () => {
  await inCity(content, city, async (_connection, population) => {
    await withFolder(async (into) => {
      const summary = await summaryOf({ content, date, population, into });
      const { byDocument, byDistrict, byIndustry, bySize } = summary;
      const named = [byDocument, byDistrict, byIndustry, bySize].flat();
      expect(bySize).toContainEqual(expect.objectContaining({ key: '微型', nameEn: 'Micro' }));
      expect(named.filter(({ nameEn }) => /\p{Script=Han}/u.test(nameEn))).toEqual([]);
    });
  });
});
