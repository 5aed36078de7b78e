import { createHash } from 'node:crypto';
import { referenceId } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import { printRule } from '../compile/index.ts';
import type { CompiledRule, PopulationTables } from '../compile/index.ts';
import { clickhouse } from '../dialect/index.ts';
import { isMoneyMeasure } from '../run/rules.ts';
import type { StackingPlan } from '../run/stacking-plan.ts';
import { answerTable, clusterTables } from './cluster-tables.ts';
import { weighingStatements } from './weigh-in-sql.ts';

/** Statements that are run one after another, and again from the first if one fails. */
export interface Part {
  readonly number: number;
  readonly statements: readonly string[];
  /** Changes with the statements: a part that was done with others is run again. */
  readonly fingerprint: string;
}

/** As many rules are lost at most when a shard goes away. */
const rulesInPart = 20;

function fingerprintOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 32);
}

/** The fact that alone is missing, by its id; empty where none or several are. */
function lacksOf({ references }: CompiledRule, { vocabulary }: Content): string {
  const cases = references.map(
    (reference, index) =>
      `WHEN missing = ${1n << BigInt(index)} THEN ${clickhouse.text(referenceId(reference, vocabulary))}`,
  );
  return cases.length === 0 ? "''" : `CASE ${cases.join(' ')} ELSE '' END`;
}

/** Answers one rule, keeps the rows that somebody will ask for, and counts all of them. */
function ruleStatements(
  rule: CompiledRule,
  part: number,
  content: Content,
  population: PopulationTables,
): readonly string[] {
  const { measure } = rule;
  const money = isMoneyMeasure(measure);
  const sql = printRule(rule, content.vocabulary, population, clickhouse, { missing: money });
  const label = `toUInt32(${part}), ${clickhouse.text(measure.id)}`;
  const lacks = lacksOf(rule, content);
  const keep = `INSERT INTO ${clusterTables.result} SELECT ${label}, enterprise_id, status, kind, lower_fen, upper_fen, ${lacks} FROM ${answerTable} WHERE status = 'entitled' OR ${lacks} != ''`;
  return [
    `DROP TABLE IF EXISTS ${answerTable}`,
    `CREATE TABLE ${answerTable} (enterprise_id String, status String, kind String, lower_fen Int64, upper_fen Nullable(Int64), missing Int64) ENGINE = Log`,
    `INSERT INTO ${answerTable} SELECT assumeNotNull(toString(enterprise_id)), status, kind, toInt64(lower_fen), toInt64(upper_fen), ${money ? 'missing' : 'toInt64(0)'} FROM (\n${sql}\n) AS answer WHERE status != 'not_entitled'`,
    ...(money ? [keep] : []),
    `INSERT INTO ${clusterTables.tally} SELECT ${label}, status, count(), toInt64(sum(toDecimal128(lower_fen, 0))), toInt64(sum(toDecimal128(ifNull(upper_fen, lower_fen), 0))), countIf(isNull(upper_fen)) FROM ${answerTable} GROUP BY status`,
    `DROP TABLE ${answerTable}`,
  ];
}

/** The rules of a run in parts, and at last the part that weighs what was found. */
export function partsOf(
  rules: readonly CompiledRule[],
  plan: StackingPlan,
  content: Content,
  population: PopulationTables,
): readonly Part[] {
  const parts: Part[] = [];
  for (let from = 0; from < rules.length; from += rulesInPart) {
    const number = parts.length;
    const statements = rules
      .slice(from, from + rulesInPart)
      .flatMap((rule) => ruleStatements(rule, number, content, population));
    parts.push({ number, statements, fingerprint: fingerprintOf(statements) });
  }
  const statements = weighingStatements(plan, parts.length);
  const before = parts.map(({ fingerprint }) => fingerprint);
  return [
    ...parts,
    { number: parts.length, statements, fingerprint: fingerprintOf([...before, ...statements]) },
  ];
}
