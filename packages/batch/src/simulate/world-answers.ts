import { createEvaluator, isInForce } from '@luodi/evaluation';
import { referenceId } from '@luodi/evaluation';
import { bindingMeasures } from '@luodi/language';
import type { Content, Measure } from '@luodi/language';
import { printRule } from '../compile/index.ts';
import { duckdb } from '../dialect/index.ts';
import { countedTable, resultTable } from '../run/duckdb/chunk-tables.ts';
import { weighByEvaluator } from '../run/duckdb/weigh-applicants.ts';
import { isDivisible, weighStacking } from '../run/duckdb/weigh-stacking.ts';
import type { WeighApplicants } from '../run/duckdb/weigh-stacking.ts';
import { isMoneyMeasure } from '../run/rules.ts';
import { stackingPlan } from '../run/stacking-plan.ts';
import type { StackingGroup } from '../run/stacking-plan.ts';
import { citySchema, compileAlways, idTable } from './loaded-city.ts';
import { applicantWeights } from './applicant-weights.ts';
import type { SimulationContext } from './simulation-context.ts';

/** Answers of a measure in a table with a row for each applicant (or each unit of a slice) that is not refused. */
export interface Answers {
  readonly table: string;
  /** Which applicants a unit stands for (`unit`, `enterprise_id`); `undefined`: the rows are applicants. */
  readonly members: string | undefined;
  /** How many applicants each unit stands for, and what they are: a table with `unit` and `weight`. */
  readonly weights: string;
  /** What the bits of `missing` ask for, as ids of facts with their aspect. */
  readonly references: readonly string[];
}

/** Answers of a rule as it stands, applicant by applicant. `undefined` where SQL cannot carry it. */
export async function answerAll(
  measure: Measure,
  table: string,
  { city, content, date, signal }: SimulationContext,
): Promise<Answers | undefined> {
  const rule = compileAlways(measure, content.vocabulary, date, city.tables);
  if (rule === undefined) return undefined;
  await city.session.run(`USE ${citySchema}`, signal);
  await city.session.run(
    `CREATE OR REPLACE TABLE ${table} AS SELECT * FROM (\n${printRule(rule, content.vocabulary, city.tables, duckdb, { missing: true })}\n) AS answer WHERE status <> 'not_entitled'`,
    signal,
  );
  const references = rule.references.map((each) => referenceId(each, content.vocabulary));
  return { table, members: undefined, weights: applicantWeights, references };
}

/** Money measures that give somebody a right on a date. */
export function payingMeasures(content: Content, { date }: SimulationContext): readonly Measure[] {
  return bindingMeasures(content).filter(
    (measure) => isMoneyMeasure(measure) && isInForce(measure, date),
  );
}

/** The money measures that stand in each other's way on a date. */
export function groupsOf(content: Content, context: SimulationContext): readonly StackingGroup[] {
  return stackingPlan(payingMeasures(content, context), content).groups;
}

/** The groups that hold any of the given measures. */
export function groupsAround(
  ids: ReadonlySet<string>,
  groups: readonly StackingGroup[],
): readonly StackingGroup[] {
  return groups.filter(({ members }) => members.some((id) => ids.has(id)));
}

/** Whether the best combination of a group is found only applicant by applicant, from their facts. */
export function isSearched(group: StackingGroup, content: Content): boolean {
  return group.kind === 'search' && isDivisible(group, content);
}

/** The ids of the population for the numbers that stand for them in memory, and back. */
function weighNumbered(
  content: Content,
  { city, date, signal }: SimulationContext,
): WeighApplicants {
  return async (numbers, group) => {
    if (numbers.length === 0) return new Map();
    const { session, population } = city;
    const ids = await session.rows(
      `SELECT id, enterprise_id::VARCHAR FROM ${idTable} WHERE enterprise_id IN (${numbers.join(', ')})`,
      signal,
    );
    const numberOf = new Map(ids.map(([id, number]) => [String(id), String(number)]));
    await session.run('USE memory.main', signal);
    const weigh = weighByEvaluator(createEvaluator(content), date, population, session, signal);
    const found = await weigh([...numberOf.keys()], group);
    return new Map([...found].map(([id, counted]) => [numberOf.get(id) ?? '', counted]));
  };
}

/**
 * Weighs measures of a world against each other: a table with `enterprise_id`, `measure` (its number in `ids`), `lower_fen`, `upper_fen` of what
 * counts in the best lawful combination.
 */
export async function weighWorld(
  table: string,
  ids: readonly string[],
  answers: ReadonlyMap<string, Answers>,
  content: Content,
  context: SimulationContext,
): Promise<void> {
  const { session } = context.city;
  const columns = (index: number) =>
    `${index}::INTEGER AS measure, status, kind, lower_fen, upper_fen`;
  const rows = ids.flatMap((id, index) => {
    const found = answers.get(id);
    if (found === undefined) return [];
    const from =
      found.members === undefined
        ? `SELECT enterprise_id, ${columns(index)} FROM ${found.table}`
        : `SELECT member.enterprise_id, ${columns(index)} FROM ${found.table} AS answer INNER JOIN ${found.members} AS member ON member.unit = answer.enterprise_id`;
    return [`${from} WHERE status = 'entitled'`];
  });
  const none = `SELECT NULL::INTEGER AS enterprise_id, 0::INTEGER AS measure, '' AS status, '' AS kind, 0::BIGINT AS lower_fen, 0::BIGINT AS upper_fen LIMIT 0`;
  await session.run('USE memory.main', context.signal);
  await session.run(
    `CREATE OR REPLACE TEMP TABLE ${resultTable} AS ${rows.length === 0 ? none : rows.join(' UNION ALL ')}`,
    context.signal,
  );
  const measures = ids.flatMap((id) => content.measures.get(id) ?? []);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  await weighStacking(
    stackingPlan(measures, content),
    indexOf,
    content,
    weighNumbered(content, context),
    session,
    context.signal,
  );
  await session.run(
    `CREATE OR REPLACE TABLE ${table} AS SELECT enterprise_id, measure, lower_fen, upper_fen FROM ${countedTable}`,
    context.signal,
  );
}
