import { isInForce, referenceId } from '@luodi/evaluation';
import type { Measure } from '@luodi/language';
import { printRule } from '../compile/index.ts';
import { duckdb } from '../dialect/index.ts';
import { compileAlways } from './loaded-city.ts';
import type { SimulationContext } from './simulation-context.ts';
import type { Slice } from './slice.ts';
import type { Answers } from './world-answers.ts';

/** An empty table of answers: nobody is entitled to a measure that is not in force. */
const nobody =
  "SELECT NULL::INTEGER AS enterprise_id, 'not_entitled' AS status, 'none' AS kind, 0::BIGINT AS lower_fen, 0::BIGINT AS upper_fen, 0::BIGINT AS missing LIMIT 0";

/** Asks a measure of a slice. Whoever is not in the table is not entitled. */
export async function answerSlice(
  measure: Measure,
  slice: Slice,
  name: string,
  { city, content, date, signal }: SimulationContext,
): Promise<Answers> {
  const { session } = city;
  const table = `memory.${slice.schema}.${name}`;
  const rule = compileAlways(measure, content.vocabulary, date, slice.tables);
  const asked = rule !== undefined && isInForce(measure, date) ? rule : undefined;
  const sql =
    asked === undefined
      ? nobody
      : `SELECT * FROM (\n${printRule(asked, content.vocabulary, slice.tables, duckdb, { missing: true })}\n) AS answer WHERE status <> 'not_entitled'`;
  await session.run(`USE memory.${slice.schema}`, signal);
  await session.run(`CREATE OR REPLACE TABLE ${table} AS ${sql}`, signal);
  const references = (asked?.references ?? []).map((each) => referenceId(each, content.vocabulary));
  const schema = `memory.${slice.schema}`;
  return { table, members: `${schema}.member`, weights: `${schema}.weight`, references };
}
