import {
  attributes,
  enterpriseId,
  enterpriseTable,
  factColumn,
  paymentsComplete,
  paymentTable,
} from '../columns.ts';
import type { PlannedFact, PopulationPlan } from '../profile/population-plan.ts';
import { contextOf } from './context-of.ts';
import type { OutputColumn, TableContext } from './fact-sql.ts';
import { factColumns } from './fact-sql.ts';
import { itemsSql, listedColumns } from './items-sql.ts';
import { latentsSql, number } from './latents-sql.ts';
import { completeSql, paymentsSql } from './payments-sql.ts';
import { tableSql } from './table-sql.ts';
import { scaledValue } from './totals.ts';
import type { MetTotal } from './totals.ts';

/** Where what stands behind the facts of a chunk is kept while its tables are written. */
export const latentTable = 'latents';

/** Ids say of themselves that nobody in the city exists, and sort as their numbers do. */
function idSql(): string {
  return `'SYN-' || lpad(${number}::VARCHAR, 9, '0')`;
}

/** The columns of a fact, where totals are to be met scaled so that they are. */
function scaledColumns(
  planned: PlannedFact,
  met: readonly MetTotal[],
  plan: PopulationPlan,
  context: TableContext,
): readonly OutputColumn[] {
  const columns = factColumns(planned, context);
  const { fact } = planned;
  if (!met.some(({ total }) => total.事实 === fact.name)) return columns;
  return columns.map(({ name, sql }) => {
    const year = plan.profile.年份.find((each) => factColumn(fact, each) === name);
    if (year === undefined) return { name, sql };
    return { name, sql: scaledValue(fact.name, year, sql, met, plan, context) };
  });
}

function enterpriseSql(plan: PopulationPlan, met: readonly MetTotal[], context: TableContext) {
  const leading = [
    ...[enterpriseId, ...attributes].map((name) => ({ name, sql: name })),
    { name: paymentsComplete, sql: completeSql(plan) },
    ...listedColumns(plan),
  ];
  return tableSql(
    plan.enterpriseFacts,
    leading,
    context,
    `SELECT * FROM ${latentTable}`,
    (planned) => scaledColumns(planned, met, plan, context),
  );
}

/** The queries that make the rows of enterprises `from` ≤ number < `to`, by table; `latents` fills what they all read. */
export function chunkQueries(
  plan: PopulationPlan,
  seed: string,
  range: { readonly from: number; readonly to: number },
  met: readonly MetTotal[],
): { readonly latents: string; readonly tables: ReadonlyMap<string, string> } {
  const context = contextOf(plan);
  const factors = met.map(({ factor }) => factor);
  const latents = `SELECT *, ${idSql()} AS ${enterpriseId} FROM (${latentsSql(plan.profile, seed, range, factors)})`;
  return {
    latents,
    tables: new Map([
      [enterpriseTable, enterpriseSql(plan, met, context)],
      ...plan.entities.map((planned): [string, string] => [
        planned.entity.id,
        itemsSql(planned, context, latentTable),
      ]),
      [paymentTable, paymentsSql(plan, latentTable)],
    ]),
  };
}
