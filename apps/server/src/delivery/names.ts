import { readAs } from '@luodi/platform';
import type { Actor, Database } from '@luodi/platform';

/** Names of organisations by their ids. */
export async function namesOf(
  queries: Database['queries'],
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  return readAs(queries, actor, async (transaction) => {
    const rows = await transaction
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('id', 'in', [...ids])
      .execute();
    return new Map(rows.map(({ id, name }) => [id, name]));
  });
}
