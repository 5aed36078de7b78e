import { referenceId } from '@luodi/evaluation';
import type { AmountKind } from '@luodi/evaluation';
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

/** The answers of the rules in hand, of everybody whom they do not deny. */
const answerTable = 'luodi_answer';

/** What the answers of each rule come to, by status. Sums of many applicants are wider than the sum of one. */
const tallyTable = 'luodi_tally';

const kinds: readonly AmountKind[] = [
  'exact',
  'at_most',
  'at_least',
  'discretionary',
  'by_reference',
  'none',
];

/** Types of the words that stand in every row: in memory they are numbers. */
const wordTypes = { status: 'luodi_status', kind: 'luodi_kind', fact: 'luodi_fact' } as const;

const statuses = ['entitled', 'undetermined'] as const;

/** A constant of a type. */
function constant(word: string, type: string): string {
  return `${singleQuoted(word)}::${type}`;
}

/** A word of a type, chosen by a text: the words are constants, so that no row is looked up. */
function worded(text: string, words: readonly string[], type: string): string {
  const cases = words.map((word) => `WHEN ${singleQuoted(word)} THEN ${constant(word, type)}`);
  return `CASE ${text} ${cases.join(' ')} END`;
}

/** Makes the types of words that rules answer with. They last as long as the session: it has one run. */
async function createTypes(
  rules: readonly CompiledRule[],
  { vocabulary }: Content,
  session: DuckSession,
): Promise<void> {
  const facts = rules.flatMap(({ references }) =>
    references.map((reference) => referenceId(reference, vocabulary)),
  );
  const words = [
    [wordTypes.status, statuses],
    [wordTypes.kind, kinds],
    // A type needs a word; no fact has an empty id.
    [wordTypes.fact, ['', ...new Set(facts)]],
  ] as const;
  for (const [type, list] of words)
    await session.run(
      `CREATE TYPE IF NOT EXISTS ${type} AS ENUM (${list.map(singleQuoted).join(', ')})`,
    );
}

/** Makes the tables that the answers of rules go to, empty. */
async function createResultTables(
  rules: readonly CompiledRule[],
  { content, session }: AnswerContext,
): Promise<void> {
  await createTypes(rules, content, session);
  const { status, kind, fact } = wordTypes;
  await session.run(
    `CREATE OR REPLACE TEMP TABLE ${resultTable} AS SELECT enterprise_id, NULL::SMALLINT AS measure, NULL::${status} AS status, NULL::${kind} AS kind, NULL::BIGINT AS lower_fen, NULL::BIGINT AS upper_fen, NULL::${fact} AS lacks FROM ${attributeTable} LIMIT 0`,
  );
  await session.run(
    `CREATE OR REPLACE TEMP TABLE ${answerTable} AS SELECT * REPLACE (NULL::HUGEINT AS lower_fen, NULL::HUGEINT AS upper_fen) FROM ${resultTable}`,
  );
  await session.run(
    `CREATE OR REPLACE TEMP TABLE ${tallyTable} (measure SMALLINT, status ${status}, count BIGINT, lower_fen HUGEINT, upper_fen HUGEINT, open BIGINT)`,
  );
}

/** The fact that alone is missing; null where none or several are. */
function lacksOf({ references }: CompiledRule, { vocabulary }: Content): string {
  const cases = references.map(
    (reference, index) =>
      `WHEN ${1n << BigInt(index)} THEN ${constant(referenceId(reference, vocabulary), wordTypes.fact)}`,
  );
  return cases.length === 0 ? `NULL::${wordTypes.fact}` : `CASE missing ${cases.join(' ')} END`;
}

/** What answers come to, by rule and status. */
function tallied(measure: string | number, from: string): string {
  return `INSERT INTO ${tallyTable} SELECT ${measure} AS number, status, count(*), sum(lower_fen), sum(coalesce(upper_fen, lower_fen)), count(*) FILTER (upper_fen IS NULL) FROM ${from} GROUP BY number, status`;
}

async function answerRule(
  rule: CompiledRule,
  index: number,
  { content, tables, session, signal }: AnswerContext,
): Promise<void> {
  const money = isMoneyMeasure(rule.measure);
  const sql = printRule(rule, content.vocabulary, tables, duckdb, {
    missing: money,
    onlyListed: true,
  });
  const status = worded('status', statuses, wordTypes.status);
  const live = `FROM (\n${sql}\n) AS answer WHERE status <> 'not_entitled'`;
  const kind = worded('kind', kinds, wordTypes.kind);
  await session.run(
    money
      ? `INSERT INTO ${answerTable} SELECT enterprise_id, ${index}, ${status}, ${kind}, lower_fen, upper_fen, ${lacksOf(rule, content)} ${live}`
      : tallied(index, `(SELECT ${status} AS status, lower_fen, upper_fen ${live}) AS answers`),
    signal,
  );
}

/** Counts the answers in hand, and keeps those that somebody will ask for: who is entitled, who lacks one fact. */
async function settleAnswers({ session, signal }: AnswerContext): Promise<void> {
  await session.run(tallied('measure', answerTable), signal);
  await session.run(
    `INSERT INTO ${resultTable} SELECT * REPLACE (lower_fen::BIGINT AS lower_fen, upper_fen::BIGINT AS upper_fen) FROM ${answerTable} WHERE status = 'entitled' OR lacks IS NOT NULL`,
    signal,
  );
  await session.run(`TRUNCATE ${answerTable}`);
}

/** Rules whose answers are in hand at a time: a statement costs milliseconds, a row that nobody asks for memory. */
const rulesAtOnce = 8;

/** What rules are answered with. */
export interface AnswerContext {
  readonly content: Content;
  /** The columns that are loaded, by table. */
  readonly tables: PopulationTables;
  readonly session: DuckSession;
  readonly signal: AbortSignal | undefined;
  /** Called with the number of rules that are answered. */
  readonly onRule: (done: number) => void;
}

/**
 * Runs rules over the applicants in hand, each once. Answers are counted by status; those of money measures that somebody will ask for are
 * kept.
 */
export async function answerRules(
  rules: readonly CompiledRule[],
  context: AnswerContext,
): Promise<void> {
  await createResultTables(rules, context);
  for (const [index, rule] of rules.entries()) {
    await answerRule(rule, index, context);
    if ((index + 1) % rulesAtOnce === 0 || index + 1 === rules.length) await settleAnswers(context);
    context.onRule(index + 1);
  }
}

/** What the answers of all rules come to, by measure and status; those who are not entitled are not among them. */
export async function tallyAnswers(
  measures: readonly string[],
  session: DuckSession,
): Promise<readonly RuleTally[]> {
  const rows = await session.rows(
    `SELECT measure, status, count, lower_fen, upper_fen, open FROM ${tallyTable} ORDER BY measure, status`,
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
