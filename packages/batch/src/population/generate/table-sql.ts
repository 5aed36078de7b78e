import { doubleQuoted } from '../../dialect/quoting.ts';
import type { PlannedFact } from '../profile/population-plan.ts';
import { needsOf } from '../profile/order-by-need.ts';
import type { OutputColumn, TableContext } from './fact-sql.ts';
import { factColumns, heldSql } from './fact-sql.ts';

/** The truths of a table in layers: each stands after those that it needs. */
function truthLayers(facts: readonly PlannedFact[], context: TableContext): OutputColumn[][] {
  const depths = new Map<string, number>();
  const layers: OutputColumn[][] = [];
  for (const planned of facts) {
    const { distribution, fact } = planned;
    if (distribution.kind !== 'truth') continue;
    const depth = Math.max(-1, ...needsOf(planned).map((need) => depths.get(need) ?? -1)) + 1;
    depths.set(fact.name, depth);
    const layer = layers[depth] ?? [];
    layers[depth] = layer;
    layer.push(heldSql(planned, distribution.spec, context));
  }
  return layers;
}

function listed(columns: readonly OutputColumn[]): string {
  return columns.map(({ name, sql }) => `${sql} AS ${doubleQuoted(name)}`).join(',\n  ');
}

/** A table of facts over rows with a key and what stands behind them. `leading` columns come first. */
export function tableSql(
  facts: readonly PlannedFact[],
  leading: readonly OutputColumn[],
  context: TableContext,
  from: string,
  columnsOf = (planned: PlannedFact): readonly OutputColumn[] => factColumns(planned, context),
): string {
  let sql = from;
  for (const layer of truthLayers(facts, context))
    sql = `SELECT *, ${listed(layer)}\nFROM (${sql})`;
  const columns = [...leading, ...facts.flatMap(columnsOf)];
  return `SELECT ${listed(columns)}\nFROM (${sql})`;
}
