import { createClient } from '@clickhouse/client';
import { Temporal } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runOnCluster } from '../../src/cluster/index.ts';
import type { ClusterOptions, ClusterSummary } from '../../src/cluster/index.ts';
import { isMoneyMeasure } from '../../src/run/rules.ts';
import { runBatch } from '../../src/run/index.ts';
import type { RunSummary } from '../../src/run/index.ts';
import { stackingPlan } from '../../src/run/stacking-plan.ts';
import { hangzhou, inCity, withFolder } from '../population/support/synthetic-city.ts';
import { clickHouseMissing, startClickHouseCluster } from '../support/clickhouse-cluster.ts';
import type { ClickHouseCluster } from '../support/clickhouse-cluster.ts';
import { loadCity } from './load-city.ts';

const missing = clickHouseMissing();
const date = Temporal.PlainDate.from('2026-06-01');
const size = 400;
/** Documents with rules of all kinds: for items, with history, that exclude each other. */
const documents = ['hz-sci-tech-enterprise-2024', 'hz-employment-2023'];

/** The content as if only some documents were in force: all of them would take minutes. */
function inForceOnly(content: Content): Content {
  const documentOf = new Map(content.documentOf);
  for (const [id, document] of documentOf)
    if (!documents.includes(document.id)) documentOf.set(id, { ...document, status: 'draft' });
  return { ...content, documentOf };
}

async function sole(url: string, query: string): Promise<unknown> {
  const client = createClient({ url });
  try {
    const answer = await client.query({ query, format: 'JSON' });
    return (await answer.json<Record<string, unknown>>()).data[0];
  } finally {
    await client.close();
  }
}

describe.skipIf(missing !== undefined)(
  `rules on a ClickHouse cluster${missing === undefined ? '' : ` (skipped: ${missing})`}`,
  async () => {
    const content = inForceOnly(await hangzhou());
    let cluster: ClickHouseCluster;
    let onOneMachine: RunSummary;
    let addresses: readonly string[];

    const run = (options: Partial<ClusterOptions> = {}) =>
      runOnCluster({ content, date, addresses, ...options });

    /** Measures whose combination only a search finds count in no sum of the cluster. */
    const searched = new Set(
      stackingPlan([...content.measures.values()].filter(isMoneyMeasure), content)
        .groups.filter(({ kind }) => kind === 'search')
        .flatMap(({ members }) => members),
    );

    const expectSameAnswers = (summary: ClusterSummary): void => {
      expect(summary.applicants).toBe(size);
      expect(summary.rules).toEqual(onOneMachine.rules);
      const answers = ({ measures }: RunSummary) =>
        measures.map(({ counted, countedLowerFen, countedUpperFen, ...answer }) =>
          searched.has(answer.measure)
            ? answer
            : { ...answer, counted, countedLowerFen, countedUpperFen },
        );
      expect(answers(summary)).toEqual(answers(onOneMachine));
      const entitled = (of: RunSummary) =>
        [of.byDocument, of.byDepartment, of.byDistrict, of.byIndustry, of.bySize].map((tallies) =>
          tallies.map(({ key, count, lowerFen, upperFen, open }) => [
            key,
            count,
            lowerFen,
            upperFen,
            open,
          ]),
        );
      expect(entitled(summary)).toEqual(entitled(onOneMachine));
      expect(summary.leftToEvaluator).toBe(onOneMachine.searched);
    };

    beforeAll(async () => {
      cluster = await startClickHouseCluster();
      addresses = cluster.addresses.map(({ url }) => url);
      await inCity(content, { size, seed: 'cluster' }, async (connection, population) => {
        await loadCity(connection, content.vocabulary, cluster);
        await withFolder(async (into) => {
          const summary = await runBatch({ content, date, population, into });
          if (!summary.ok) throw new Error(summary.error[0]?.message.en);
          onOneMachine = summary.value;
        });
      });
    }, 120_000);
    afterAll(() => cluster.stop());

    test('a shard that dies midway is named; once it is back the same call goes on, and nothing is double', async () => {
      const before = 2;
      const broken = await run({
        onProgress: ({ shard, done }) => {
          if (shard === addresses[0] && done === before) void cluster.killShard(0);
        },
      });
      expect(broken).toMatchObject({
        ok: false,
        error: [{ code: 'database', place: addresses[0] }],
      });
      if (!broken.ok)
        expect(broken.error[0]?.message.en).toMatch(
          new RegExp(`; ${before} of \\d+ parts are done$`),
        );

      const gone = await run();
      expect(gone).toMatchObject({ ok: false, error: [{ place: addresses[0] }] });

      await cluster.reviveShard(0);
      const resumed = await run();
      if (!resumed.ok) throw new Error(resumed.error[0]?.message.en);
      expectSameAnswers(resumed.value);
      for (const url of addresses)
        expect(
          await sole(
            url,
            'SELECT count() = uniqExact(measure, enterprise_id) AS each_once, count() > 0 AS some FROM luodi_result',
          ),
        ).toEqual({ each_once: 1, some: 1 });
    }, 240_000);

    test('a run that is done is not done again', async () => {
      const before = await sole(addresses[1] ?? '', 'SELECT max(done_at) AS last FROM luodi_part');
      const again = await run();
      expect(again.ok).toBe(true);
      expect(await sole(addresses[1] ?? '', 'SELECT max(done_at) AS last FROM luodi_part')).toEqual(
        before,
      );
    }, 60_000);

    test('rows of a part that was cut short are dropped before it is run again', async () => {
      const [url = ''] = addresses;
      const client = createClient({ url });
      await client.command({ query: 'ALTER TABLE luodi_part DROP PARTITION 1' });
      await client.close();
      const count = 'SELECT count() AS rows FROM luodi_result';
      const before = await sole(url, count);
      expect((await run()).ok).toBe(true);
      expect(await sole(url, count)).toEqual(before);
    }, 60_000);

    test('results of another date are kept until they are to be replaced', async () => {
      const other = Temporal.PlainDate.from('2026-07-01');
      expect(await run({ date: other })).toMatchObject({
        ok: false,
        error: [{ code: 'other_run' }],
      });
      const stopped = new AbortController();
      const cut = await run({
        date: other,
        replace: true,
        signal: stopped.signal,
        onProgress: () => stopped.abort(),
      });
      expect(cut).toMatchObject({ ok: false, error: [{ code: 'cancelled' }] });
      for (const url of addresses)
        expect(
          await sole(
            url,
            "SELECT countIf(answer_date != '2026-07-01') AS of_before FROM luodi_part",
          ),
        ).toEqual({ of_before: '0' });
    }, 60_000);

    test('a database without enterprises, and a column of another type, are told with the shard', async () => {
      const [url = ''] = addresses;
      const client = createClient({ url });
      await client.command({ query: 'CREATE DATABASE elsewhere' });
      expect(await run({ addresses: [`${url}/elsewhere`] })).toMatchObject({
        ok: false,
        error: [{ code: 'not_a_population', place: `${url}/elsewhere` }],
      });
      await client.command({
        query: 'CREATE TABLE elsewhere.enterprise (enterprise_id UInt8) ENGINE = Memory',
      });
      expect(await run({ addresses: [`${url}/elsewhere`] })).toMatchObject({
        ok: false,
        error: [{ code: 'faulty_population', place: `${url}/elsewhere enterprise.enterprise_id` }],
      });
      await client.close();
    });
  },
);
