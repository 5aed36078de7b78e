import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import { compileRule, printRule } from '../../compile/index.ts';
import type { CompiledRule, PopulationTables } from '../../compile/index.ts';
import { duckdb } from '../../dialect/index.ts';
import { singleQuoted } from '../../dialect/quoting.ts';
import { paymentTable } from '../../population/columns.ts';
import type { RunFault } from '../run-fault.ts';
import { applicantTable, countedTable } from './chunk-tables.ts';
import type { DuckSession } from './session.ts';
import { namesValues } from './weigh-stacking.ts';

/** Payments that were made, to be held against what is due. */
const paidTable = 'memory.main.luodi_paid';
const undueTable = 'luodi_undue';

const needed = ['enterprise_id', 'about', 'paid_on', 'fen'] as const;

/** Makes a file of payments (Parquet or CSV: enterprise_id, about, paid_on, fen) known to the session. */
export async function attachPayments(
  file: string,
  session: DuckSession,
): Promise<Result<void, RunFault>> {
  const relation = file.endsWith('.csv')
    ? `read_csv(${singleQuoted(file)}, header = true, all_varchar = true)`
    : `read_parquet(${singleQuoted(file)})`;
  const columns = await session
    .rows(`DESCRIBE SELECT * FROM ${relation}`)
    .catch((): undefined => undefined);
  const present = new Set((columns ?? []).map(([name]) => String(name)));
  const absent = needed.filter((name) => !present.has(name));
  if (absent.length > 0)
    return fail({
      code: 'faulty_population',
      place: file,
      message:
        columns === undefined
          ? { zh: '读不了兑付记录', en: 'the payments cannot be read' }
          : { zh: `没有列 ${absent.join('、')}`, en: `no column ${absent.join(', ')}` },
      hint: {
        zh: '请给出 Parquet 或 CSV，列为 enterprise_id、about（措施或事项）、paid_on（日期）、fen（分）',
        en: 'give Parquet or CSV with enterprise_id, about (measure or matter), paid_on (date), fen',
      },
    });
  await session.run(
    `CREATE OR REPLACE VIEW ${paidTable} AS SELECT enterprise_id::VARCHAR AS enterprise_id, about::VARCHAR AS about, paid_on::DATE AS paid_on, fen::BIGINT AS fen FROM ${relation}`,
  );
  return ok(undefined);
}

function aboutList(names: readonly string[]): string {
  return [...new Set(names)].map(singleQuoted).join(', ');
}

/** Payments under a measure to applicants whom it denies. History is left aside: the payment itself is part of it. */
async function undueOf(
  rule: CompiledRule,
  index: number,
  content: Content,
  tables: PopulationTables,
  session: DuckSession,
): Promise<void> {
  const { id, name } = rule.measure;
  const paid = `SELECT applicant.id::VARCHAR AS id, applicant.place, paid_on, fen FROM ${paidTable} AS paid INNER JOIN ${applicantTable} AS applicant ON paid.enterprise_id = applicant.id::VARCHAR WHERE about IN (${aboutList([id, name])})`;
  const [[count = 0] = []] = await session.rows(`SELECT count(*) FROM (${paid})`);
  if (Number(count) === 0) return;
  const without = new Map([...tables].filter(([table]) => table !== paymentTable));
  const bare = compileRule(rule.measure, content.vocabulary, rule.date, without);
  if (!bare.ok) return;
  const answers = printRule(bare.value, content.vocabulary, without, duckdb);
  await session.run(
    `INSERT INTO ${undueTable} SELECT paid.id, ${index}, paid_on, fen FROM (${paid}) AS paid WHERE paid.place NOT IN (SELECT enterprise_id FROM (\n${answers}\n) AS answer WHERE status <> 'not_entitled')`,
  );
}

/** What a chunk's payments come to. */
export interface PaymentCheck {
  /** 应享未享: combinations in which a measure counts that nothing was paid under. */
  readonly unclaimed: number;
  readonly unclaimedUpperFen: bigint;
  /** 违规享受: payments under a measure that denies the applicant. */
  readonly undue: number;
  readonly undueFen: bigint;
}

/** Holds the payments against the answers of the applicants in hand, and writes both lists. */
export async function checkPayments(
  rules: readonly CompiledRule[],
  content: Content,
  tables: PopulationTables,
  files: { readonly unclaimed: string; readonly undue: string },
  session: DuckSession,
): Promise<PaymentCheck> {
  await session.run(
    `CREATE OR REPLACE TEMP TABLE ${undueTable} (enterprise_id VARCHAR, measure INTEGER, paid_on DATE, fen BIGINT)`,
  );
  for (const [index, rule] of rules.entries()) await undueOf(rule, index, content, tables, session);
  const names = `(VALUES ${namesValues(rules.map(({ measure }) => measure.id))}) AS names (measure, name)`;
  const topics = rules.flatMap(({ measure }, index) =>
    [...new Set([measure.id, measure.name, measure.matter])].map(
      (about) => `(${index}, ${singleQuoted(about)})`,
    ),
  );
  const unclaimed = `SELECT applicant.id AS enterprise_id, name AS measure, counted.lower_fen, counted.upper_fen FROM ${countedTable} AS counted INNER JOIN ${names} USING (measure) INNER JOIN ${applicantTable} AS applicant ON applicant.place = counted.enterprise_id WHERE counted.upper_fen > 0 AND NOT EXISTS (SELECT 1 FROM ${paidTable} AS paid INNER JOIN (VALUES ${topics.join(', ')}) AS topics (measure, about) USING (about) WHERE topics.measure = counted.measure AND paid.enterprise_id = applicant.id::VARCHAR) ORDER BY 1, 2`;
  await session.run(`COPY (${unclaimed}) TO ${singleQuoted(files.unclaimed)} (FORMAT parquet)`);
  await session.run(
    `COPY (SELECT enterprise_id, name AS measure, paid_on, fen FROM ${undueTable} INNER JOIN ${names} USING (measure) ORDER BY ALL) TO ${singleQuoted(files.undue)} (FORMAT parquet)`,
  );
  const [[open, openFen] = []] = await session.rows(
    `SELECT count(*), coalesce(sum(upper_fen), 0) FROM read_parquet(${singleQuoted(files.unclaimed)})`,
  );
  const [[undue, undueFen] = []] = await session.rows(
    `SELECT count(*), coalesce(sum(fen), 0) FROM ${undueTable}`,
  );
  return {
    unclaimed: Number(open),
    unclaimedUpperFen: BigInt(openFen ?? 0),
    undue: Number(undue),
    undueFen: BigInt(undueFen ?? 0),
  };
}
