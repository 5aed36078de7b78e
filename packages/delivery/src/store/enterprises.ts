import type { Transaction } from 'kysely';
import type { PlainDate } from '@luodi/kernel';
import type { Schema } from '@luodi/platform';

/** Since when, and until when, an enterprise stands on the list of the dishonest on a day; `undefined`: it does not. */
export async function listedDishonest(
  transaction: Transaction<Schema>,
  enterprise: string,
  day: PlainDate,
): Promise<{ readonly since: string; readonly until: string | undefined } | undefined> {
  const listed = await transaction
    .selectFrom('dishonesty')
    .select(['since', 'until'])
    .where('enterprise', '=', enterprise)
    .where('lifted_at', 'is', null)
    .where('since', '<=', day.toString())
    .where((each) => each.or([each('until', 'is', null), each('until', '>=', day.toString())]))
    .executeTakeFirst();
  return listed === undefined
    ? undefined
    : { since: listed.since, until: listed.until ?? undefined };
}
