import { referenceId } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import { printRule } from '../../compile/index.ts';
import type { CompiledRule, PopulationTables } from '../../compile/index.ts';
import { duckdb } from '../../dialect/index.ts';
import { singleQuoted } from '../../dialect/quoting.ts';
import { isMoneyMeasure } from '../rules.ts';
import { noSums } from '../tally.ts';
import type { RuleTally } from '../tally.ts';
import { attributeTable, resultTable } from './chunk-tables.ts';
import type { DuckSession } from './session.ts';

const answerTable = 'luodi_answer';

/** Empties the table of results. */
export async function createResultTable(session: DuckSession): Promise<void> {
  const columns = [
    'enterprise_id',
    'NULL::INTEGER AS measure',
    'NULL::VARCHAR AS status',
    'NULL::VARCHAR AS kind',
    'NULL::BIGINT AS lower_fen',
    'NULL::BIGINT AS upper_fen',
    'NULL::VARCHAR AS lacks',
  ];
  await session.run(
    `CREATE OR REPLACE TEMP TABLE ${resultTable} AS SELECT ${columns.join(', ')} FROM ${attributeTable} LIMIT 0`,
  );
}

/** The fact that alone is missing, by its id; null where none or several are. */
function lacksOf({ references }: CompiledRule, { vocabulary }: Content): string {
  const cases = references.map(
    (reference, index) =>
      `WHEN ${1n << BigInt(index)} THEN ${singleQuoted(referenceId(reference, vocabulary))}`,
  );
  return cases.length === 0 ? 'NULL' : `CASE missing ${cases.join(' ')} END`;
}

/** Runs one rule over the applicants in hand; keeps the rows that somebody will ask for; returns the counts of all. */
export async function answerRule(
  rule: CompiledRule,
  index: number,
  content: Content,
  population: PopulationTables,
  session: DuckSession,
  signal: AbortSignal | undefined,
): Promise<readonly RuleTally[]> {
  const money = isMoneyMeasure(rule.measure);
  const sql = printRule(rule, content.vocabulary, population, duckdb, { missing: money });
  await session.run(
    `CREATE OR REPLACE TEMP TABLE ${answerTable} AS SELECT * FROM (\n${sql}\n) AS answer WHERE status <> 'not_entitled'`,
    signal,
  );
  if (money)
    await session.run(
      `INSERT INTO ${resultTable} SELECT enterprise_id, ${index}, status, kind, lower_fen, upper_fen, ${lacksOf(rule, content)} AS lacks FROM ${answerTable} WHERE status = 'entitled' OR lacks IS NOT NULL`,
      signal,
    );
  const rows = await session.rows(
    `SELECT status, count(*), sum(lower_fen), sum(coalesce(upper_fen, lower_fen)), count(*) FILTER (upper_fen IS NULL) FROM ${answerTable} GROUP BY status`,
    signal,
  );
  return rows.map(([status, count, lower, upper, open]) => ({
    ...noSums,
    measure: rule.measure.id,
    status: String(status),
    count: Number(count),
    lowerFen: BigInt(lower ?? 0),
    upperFen: BigInt(upper ?? 0),
    open: Number(open),
  }));
}
