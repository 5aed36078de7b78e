import { referenceId } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import { printRule } from '../../compile/index.ts';
import type { CompiledRule, PopulationTables } from '../../compile/index.ts';
import { duckdb } from '../../dialect/index.ts';
import { doubleQuoted, singleQuoted } from '../../dialect/quoting.ts';
import { attributes } from '../../population/columns.ts';
import { isMoneyMeasure } from '../rules.ts';
import type { TallyRow } from '../tally.ts';
import type { DuckSession, SqlCell } from './session.ts';

/** Where the answers of money measures are kept: those that are entitled, and those that lack a single fact. */
export const resultTable = 'luodi_result';
/** The attributes of the applicants in hand. */
export const attributeTable = 'luodi_attribute';
const answerTable = 'luodi_answer';

/** Empties the tables of a chunk; an applicant's id keeps the type that the population gives it. */
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

const attributeList = attributes.map(doubleQuoted).join(', ');

function tallyRow(measure: string, [status, ...rest]: readonly SqlCell[]): TallyRow {
  const values = rest.slice(0, attributes.length).map((value) => String(value ?? ''));
  const [count, lower, upper, open] = rest.slice(attributes.length);
  const [district = '', industry = '', size = ''] = values;
  return {
    measure,
    status: String(status),
    attributes: { district, industry, size },
    count: Number(count),
    lowerFen: BigInt(lower ?? 0),
    upperFen: BigInt(upper ?? 0),
    open: Number(open),
    counted: 0,
    countedLowerFen: 0n,
    countedUpperFen: 0n,
  };
}

/** Runs one rule over the applicants in hand; keeps the rows that somebody will ask for; returns the counts of all. */
export async function answerRule(
  rule: CompiledRule,
  index: number,
  content: Content,
  population: PopulationTables,
  session: DuckSession,
  signal: AbortSignal | undefined,
): Promise<readonly TallyRow[]> {
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
    `SELECT status, ${attributeList}, count(*), sum(lower_fen), sum(coalesce(upper_fen, lower_fen)), count(*) FILTER (upper_fen IS NULL) FROM ${answerTable} INNER JOIN ${attributeTable} USING (enterprise_id) GROUP BY ALL`,
    signal,
  );
  return rows.map((row) => tallyRow(rule.measure.id, row));
}

/** How many applicants in hand are alike in their attributes. */
export async function countApplicants(session: DuckSession): Promise<readonly TallyRow[]> {
  const rows = await session.rows(
    `SELECT 'not_entitled', ${attributeList}, count(*), 0, 0, 0 FROM ${attributeTable} GROUP BY ALL`,
  );
  return rows.map((row) => tallyRow('', row));
}
