import { enterpriseId, itemNumber, listedColumn } from '../columns.ts';
import type { PlannedEntity, PopulationPlan } from '../profile/population-plan.ts';
import type { ItemsSpec, ProfileNumbers } from '../profile/profile-shape.ts';
import type { OutputColumn, TableContext } from './fact-sql.ts';
import { double } from './latents-sql.ts';
import { chance } from './likelihood-sql.ts';
import { keyWithin, rowKey, uniform } from './random-sql.ts';
import { tableSql } from './table-sql.ts';

/** A whole number of at least 0 with a given mean (geometric: most have none or few), cut off at `most`. */
export function howMany(mean: string, most: number, purpose: string): string {
  const drawn = `ln(1 - ${uniform(purpose)}) / ln((${mean}) / (1 + ${mean}))`;
  return `least(${most}, floor(${drawn}))::INTEGER`;
}

function listedSql(entityId: string, items: ItemsSpec): string {
  return `(${uniform(`listed/${entityId}`)} >= ${double(items.未列)})`;
}

function itemCount(entityId: string, items: ItemsSpec, profile: ProfileNumbers): string {
  const mean = `greatest(1e-9, ${chance(items.平均, items, profile)})`;
  return howMany(mean, items.最多, `count/${entityId}`);
}

/** The columns of enterprises that say whether their items are all listed. */
export function listedColumns(plan: PopulationPlan): readonly OutputColumn[] {
  return plan.entities.map(({ entity, items }) => ({
    name: listedColumn(entity.id),
    sql: listedSql(entity.id, items),
  }));
}

/** The items of one entity: those of enterprises that list them. */
export function itemsSql(
  { entity, items, facts }: PlannedEntity,
  context: TableContext,
  latents: string,
): string {
  const counted = `SELECT *, ${itemCount(entity.id, items, context.profile)} AS item_count
FROM ${latents} WHERE ${listedSql(entity.id, items)}`;
  const rows = `SELECT *, unnest(range(item_count)) AS item_number FROM (${counted}) WHERE item_count > 0`;
  const keyed = `SELECT * REPLACE (${keyWithin(rowKey, `item/${entity.id}`, 'item_number')} AS ${rowKey}) FROM (${rows})`;
  const leading = [
    { name: enterpriseId, sql: enterpriseId },
    { name: itemNumber, sql: 'item_number' },
  ];
  return tableSql(facts, leading, context, keyed);
}
