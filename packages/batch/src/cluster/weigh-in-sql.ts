import { clickhouse } from '../dialect/index.ts';
import type { StackingPlan } from '../run/stacking-plan.ts';
import { clusterTables } from './cluster-tables.ts';

/** What can be weighed: a figure, or a floor above zero. The same as `hasFigure` of entitlement. */
const weighable =
  "status = 'entitled' AND ((kind = 'discretionary' AND upper_fen IS NOT NULL) OR (kind NOT IN ('discretionary', 'by_reference', 'none') AND (upper_fen IS NOT NULL OR lower_fen > 0)))";

const most = 'ifNull(upper_fen, lower_fen)';

/** How the measures of a plan are told apart in SQL. */
interface GroupSql {
  /** The number of the group, as text. */
  readonly group: string;
  readonly bestOf: string;
  readonly search: string;
  readonly capped: string;
}

function listOf(ids: readonly string[]): string {
  // An empty list is no SQL; no measure has an empty name.
  return (ids.length === 0 ? [''] : ids).map((id) => clickhouse.text(id)).join(', ');
}

function groupSql({ groups, constraints }: StackingPlan): GroupSql {
  const members = groups.flatMap(({ members: ids }, index) =>
    ids.map((id) => ({ id, group: `group ${index}` })),
  );
  const of = (kind: 'best_of' | 'search'): readonly string[] =>
    groups.filter((group) => group.kind === kind).flatMap(({ members: ids }) => ids);
  const capped = new Set(constraints.jointCaps.flatMap(({ members: ids }) => ids));
  const inCapped = groups
    .filter(({ members: ids }) => ids.some((id) => capped.has(id)))
    .flatMap(({ members: ids }) => ids);
  const groupOf = members.map(({ group }) => clickhouse.text(group));
  return {
    group:
      members.length === 0
        ? 'measure'
        : `transform(measure, [${listOf(members.map(({ id }) => id))}], [${groupOf.join(', ')}], '')`,
    bestOf: listOf(of('best_of')),
    search: listOf(of('search')),
    capped: listOf(inCapped),
  };
}

/**
 * Weighs entitlements against each other as far as SQL decides it: what stands alone counts; where each excludes each other the highest
 * counts, by what it may reach, then by what is certain, then the first by id; of a group that is to be searched only what has no rival.
 */
export function weighingStatements(plan: StackingPlan, part: number): readonly string[] {
  const { group, bestOf, search, capped } = groupSql(plan);
  const into = `INSERT INTO ${clusterTables.counted} SELECT toUInt32(${part})`;
  const from = `FROM ${clusterTables.result} WHERE ${weighable}`;
  const alone = `measure NOT IN (${bestOf}) AND measure NOT IN (${search})`;
  const ranked = `SELECT measure, enterprise_id, lower_fen, ${most} AS most_fen, ${group} AS rivals ${from} AND measure IN (${bestOf}) ORDER BY enterprise_id, rivals, most_fen DESC, lower_fen DESC, measure LIMIT 1 BY enterprise_id, rivals`;
  const single = `SELECT any(measure) AS only, enterprise_id, any(lower_fen) AS least_fen, any(${most}) AS most_fen, ${group} AS rivals ${from} AND measure IN (${search}) AND measure NOT IN (${capped}) GROUP BY enterprise_id, rivals HAVING count() = 1`;
  return [
    `${into}, measure, enterprise_id, lower_fen, ${most} ${from} AND ${alone}`,
    `${into}, measure, enterprise_id, lower_fen, most_fen FROM (${ranked}) AS ranked`,
    `${into}, only, enterprise_id, least_fen, most_fen FROM (${single}) AS single`,
  ];
}

/** How many combinations are left to the evaluator: groups to be searched in which somebody has rivals, or a cap to share. */
export function leftToEvaluatorQuery(plan: StackingPlan): string {
  const { group, search, capped } = groupSql(plan);
  const combinations = `SELECT enterprise_id, ${group} AS rivals FROM ${clusterTables.result} WHERE ${weighable} AND measure IN (${search}) GROUP BY enterprise_id, rivals HAVING count() > 1 OR max(measure IN (${capped})) = 1`;
  return `SELECT count() FROM (${combinations}) AS combinations`;
}
