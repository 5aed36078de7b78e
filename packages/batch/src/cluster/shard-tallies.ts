import { attributes, enterpriseId, enterpriseTable } from '../population/columns.ts';
import type { PopulationTables } from '../compile/index.ts';
import { clickhouse } from '../dialect/index.ts';
import { noSums } from '../run/tally.ts';
import type { AttributeTally, RuleTally } from '../run/tally.ts';
import { clusterTables } from './cluster-tables.ts';
import type { Shard } from './shard.ts';

const exactSum = (sql: string): string => `toInt64(sum(toDecimal128(${sql}, 0)))`;

/** What the answers of a shard come to, by measure and status. */
export async function ruleTallies(shard: Shard): Promise<readonly RuleTally[]> {
  const counted = new Map(
    (
      await shard.rows(
        `SELECT measure, count(), ${exactSum('lower_fen')}, ${exactSum('upper_fen')} FROM ${clusterTables.counted} GROUP BY measure`,
      )
    ).map(([measure, ...sums]) => [measure, sums]),
  );
  const rows = await shard.rows(
    `SELECT measure, status, answers, lower_fen, upper_fen, unbounded FROM ${clusterTables.tally} ORDER BY measure, status`,
  );
  return rows.map(([measure, status, count, lower, upper, open]) => {
    const [number, least, most] =
      (status === 'entitled' ? counted.get(measure ?? '') : undefined) ?? [];
    return {
      measure: measure ?? '',
      status: status ?? '',
      count: Number(count),
      lowerFen: BigInt(lower ?? 0),
      upperFen: BigInt(upper ?? 0),
      open: Number(open),
      counted: Number(number ?? 0),
      countedLowerFen: BigInt(least ?? 0),
      countedUpperFen: BigInt(most ?? 0),
    };
  });
}

/** Enterprises by id with their attributes; one that they do not state is empty. */
function attributesOf(population: PopulationTables): string {
  const has = population.get(enterpriseTable) ?? new Set();
  const id = `assumeNotNull(toString(${clickhouse.identifier(enterpriseId)})) AS attribute_id`;
  const list = attributes.map((attribute) =>
    has.has(attribute)
      ? `assumeNotNull(ifNull(${clickhouse.identifier(attribute)}, '')) AS of_${attribute}`
      : `'' AS of_${attribute}`,
  );
  const names = attributes.map((attribute) => `of_${attribute}`).join(', ');
  return `(SELECT attribute_id AS enterprise_id, ${names} FROM (SELECT ${[id, ...list].join(', ')} FROM ${enterpriseTable}) AS stated) AS attribute`;
}

/** The entitlements of a shard's enterprises by district, industry and size. */
export async function attributeTallies(
  shard: Shard,
  population: PopulationTables,
): Promise<readonly AttributeTally[]> {
  const keys = attributes.map((attribute) => `of_${attribute}`).join(', ');
  const join = `ALL INNER JOIN ${attributesOf(population)} USING (enterprise_id)`;
  const entitled = await shard.rows(
    `SELECT ${keys}, count(), ${exactSum('lower_fen')}, ${exactSum('ifNull(upper_fen, lower_fen)')}, countIf(isNull(upper_fen)) FROM ${clusterTables.result} ${join} WHERE status = 'entitled' GROUP BY ${keys}`,
  );
  const counted = await shard.rows(
    `SELECT ${keys}, count(), ${exactSum('lower_fen')}, ${exactSum('upper_fen')} FROM ${clusterTables.counted} ${join} GROUP BY ${keys}`,
  );
  return attributes.flatMap((attribute, place) => [
    ...entitled.map((row) => {
      const [count, lower, upper, open] = row.slice(attributes.length);
      return {
        ...noSums,
        attribute,
        value: row[place] ?? '',
        count: Number(count),
        lowerFen: BigInt(lower ?? 0),
        upperFen: BigInt(upper ?? 0),
        open: Number(open),
      };
    }),
    ...counted.map((row) => {
      const [count, lower, upper] = row.slice(attributes.length);
      return {
        ...noSums,
        attribute,
        value: row[place] ?? '',
        counted: Number(count),
        countedLowerFen: BigInt(lower ?? 0),
        countedUpperFen: BigInt(upper ?? 0),
      };
    }),
  ]);
}
