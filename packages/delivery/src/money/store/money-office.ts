import type { Actor } from '@luodi/platform';
import type { Ledger } from './booking.ts';

/** Finance officers of a district handle the money of bodies in their district, those of the city all of it. */
export async function mayHandleMoneyOf(
  transaction: Ledger,
  { role, district }: Actor,
  organisation: string,
): Promise<boolean> {
  if (role === 'system') return true;
  if (role !== 'finance') return false;
  const body = await transaction
    .selectFrom('organisation')
    .select('district')
    .where('id', '=', organisation)
    .executeTakeFirst();
  return body !== undefined && (district === undefined || body.district === district);
}
