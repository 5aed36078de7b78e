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

/**
 * One row for each answer that somebody will ask for, and one for each status of the other answers of a rule, without an applicant and with
 * how many they are. Sums of many applicants are wider than the sum of one.
 */
const answerTable = 'luodi_answer';

/** Empties the table of answers. */
export async function createResultTable(session: DuckSession): Promise<void> {
  const columns = [
    'enterprise_id',
    'NULL::INTEGER AS measure',
    'NULL::VARCHAR AS status',
    'NULL::VARCHAR AS kind',
    'NULL::VARCHAR AS lacks',
    'NULL::HUGEINT AS lower_fen',
    'NULL::HUGEINT AS upper_fen',
    'NULL::BIGINT AS open',
    'NULL::BIGINT AS count',
  ];
  await session.run(
    `CREATE OR REPLACE TEMP TABLE ${answerTable} AS SELECT ${columns.join(', ')} FROM ${attributeTable} LIMIT 0`,
  );
  await session.run(
    `CREATE OR REPLACE TEMP VIEW ${resultTable} AS SELECT enterprise_id, measure, status, kind, lower_fen::BIGINT AS lower_fen, CASE WHEN open = 0 THEN upper_fen::BIGINT END AS upper_fen, lacks FROM ${answerTable} WHERE enterprise_id IS NOT NULL`,
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

/**
 * Runs one rule over the applicants in hand, once: answers that somebody will ask for keep their applicant, the others are counted by
 * status. Writing all of them down first and counting them afterwards takes several times as long as the rule itself.
 */
export async function answerRule(
  rule: CompiledRule,
  index: number,
  content: Content,
  population: PopulationTables,
  session: DuckSession,
  signal: AbortSignal | undefined,
): Promise<void> {
  const money = isMoneyMeasure(rule.measure);
  const sql = printRule(rule, content.vocabulary, population, duckdb, {
    missing: money,
    onlyListed: true,
  });
  const lacks = money ? lacksOf(rule, content) : 'NULL::VARCHAR';
  const applicant = money
    ? "CASE WHEN status = 'entitled' OR lacks IS NOT NULL THEN enterprise_id END"
    : 'NULL';
  await session.run(
    `INSERT INTO ${answerTable} SELECT ${applicant} AS applicant, ${index}, status, any_value(kind), any_value(lacks), sum(lower_fen), sum(coalesce(upper_fen, lower_fen)), count(*) FILTER (upper_fen IS NULL), count(*) FROM (SELECT *, ${lacks} AS lacks FROM (\n${sql}\n) AS answer WHERE status <> 'not_entitled') AS answers GROUP BY applicant, status`,
    signal,
  );
}

/** What the answers of all rules come to, by measure and status; those who are not entitled are not among them. */
export async function tallyAnswers(
  measures: readonly string[],
  session: DuckSession,
): Promise<readonly RuleTally[]> {
  const rows = await session.rows(
    `SELECT measure, status, sum(count), sum(lower_fen), sum(upper_fen), sum(open) FROM ${answerTable} GROUP BY measure, status ORDER BY measure, status`,
  );
  return rows.map(([measure, status, count, lower, upper, open]) => ({
    ...noSums,
    measure: measures[Number(measure)] ?? '',
    status: String(status),
    count: Number(count),
    lowerFen: BigInt(lower ?? 0),
    upperFen: BigInt(upper ?? 0),
    open: Number(open),
  }));
}
