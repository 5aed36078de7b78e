import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clusterTables } from '../../src/cluster/cluster-tables.ts';
import { leftToEvaluatorQuery, weighingStatements } from '../../src/cluster/weigh-in-sql.ts';
import type { StackingPlan } from '../../src/run/stacking-plan.ts';
import type { Backend } from '../support/backends/backend.ts';
import { chdbSource } from '../support/backends/chdb.ts';
import { clickhouseSource } from '../support/backends/clickhouse.ts';

const plan: StackingPlan = {
  groups: [
    { members: ['best/a', 'best/b', 'best/c'], kind: 'best_of' },
    { members: ['search/a', 'search/b'], kind: 'search' },
    { members: ['capped/a', 'capped/b'], kind: 'search' },
  ],
  constraints: {
    exclusions: [],
    topUps: [],
    jointCaps: [{ name: '合并封顶', members: ['capped/a', 'capped/b'], capFen: 100n }],
  },
};

/** Enterprise, measure, kind, least and most fen. */
type Entitlement = readonly [string, string, string, bigint, bigint | null];

const cases: readonly {
  readonly name: string;
  readonly entitled: readonly Entitlement[];
  /** Enterprise, measure and most fen of what counts. */
  readonly counts: readonly string[];
  readonly left: number;
}[] = [
  {
    name: 'a measure in no group counts as it is',
    entitled: [['e', 'alone', 'exact', 5n, 5n]],
    counts: ['e alone 5'],
    left: 0,
  },
  {
    name: 'of measures that exclude each other the one that may reach most counts',
    entitled: [
      ['e', 'best/a', 'exact', 5n, 5n],
      ['e', 'best/b', 'at_most', 0n, 9n],
      ['f', 'best/a', 'exact', 5n, 5n],
    ],
    counts: ['e best/b 9', 'f best/a 5'],
    left: 0,
  },
  {
    name: 'between equal ceilings the more certain one counts, then the first by id',
    entitled: [
      ['e', 'best/a', 'at_most', 0n, 9n],
      ['e', 'best/b', 'exact', 9n, 9n],
      ['e', 'best/c', 'exact', 9n, 9n],
    ],
    counts: ['e best/b 9'],
    left: 0,
  },
  {
    name: 'a sum at the discretion of others, without a ceiling, is not weighed; a floor without a ceiling is',
    entitled: [
      ['e', 'best/a', 'discretionary', 0n, null],
      ['e', 'best/b', 'at_least', 3n, null],
      ['e', 'alone', 'by_reference', 0n, null],
    ],
    counts: ['e best/b 3'],
    left: 0,
  },
  {
    name: 'a group to be searched counts where there is no rival, else it is left to the evaluator',
    entitled: [
      ['e', 'search/a', 'exact', 5n, 5n],
      ['f', 'search/a', 'exact', 5n, 5n],
      ['f', 'search/b', 'exact', 6n, 6n],
    ],
    counts: ['e search/a 5'],
    left: 1,
  },
  {
    name: 'under a common cap even one measure is left to the evaluator',
    entitled: [['e', 'capped/a', 'exact', 500n, 500n]],
    counts: [],
    left: 1,
  },
];

for (const source of [clickhouseSource, chdbSource])
  describe.skipIf(source.missing !== undefined)(`weighing in ${source.name}`, () => {
    let backend: Backend | undefined;
    let missing = source.missing;

    beforeAll(async () => {
      const opened = await source.open();
      if ('missing' in opened) missing = opened.missing;
      else backend = opened;
    }, 600_000);
    afterAll(() => backend?.close());

    for (const { name, entitled, counts, left } of cases)
      test(name, async ({ skip }) => {
        if (backend === undefined) return skip(missing);
        const { result, counted } = clusterTables;
        const rows = entitled.map(
          ([enterprise, measure, kind, lower, upper]) =>
            `('${measure}', '${enterprise}', 'entitled', '${kind}', ${lower}, ${upper ?? 'NULL'})`,
        );
        for (const statement of [
          `DROP TABLE IF EXISTS ${result}`,
          `DROP TABLE IF EXISTS ${counted}`,
          `CREATE TABLE ${result} (measure String, enterprise_id String, status String, kind String, lower_fen Int64, upper_fen Nullable(Int64)) ENGINE = Memory`,
          `CREATE TABLE ${counted} (part UInt32, measure String, enterprise_id String, lower_fen Int64, upper_fen Int64) ENGINE = Memory`,
          `INSERT INTO ${result} VALUES ${rows.join(', ')}`,
          ...weighingStatements(plan, 3),
        ])
          await backend.run(statement);
        const found = await backend.query(
          `SELECT enterprise_id, measure, upper_fen FROM ${counted} ORDER BY enterprise_id, measure`,
        );
        expect(
          found.map((row) => [row['enterprise_id'], row['measure'], row['upper_fen']].join(' ')),
        ).toEqual(counts);
        const [row] = await backend.query(
          leftToEvaluatorQuery(plan).replace('count()', 'count() AS left_over'),
        );
        expect(Number(row?.['left_over'])).toBe(left);
      });
  });
