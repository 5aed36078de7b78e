import type { Actor } from '@luodi/platform';
import type { Ledger } from './booking.ts';

/**
 * Finance officers (or people in another of `roles`) of a district handle what concerns bodies in their district, those of the
 * city all of it.
 */
export async function mayHandleMoneyOf(
  transaction: Ledger,
  { role, district }: Actor,
  organisation: string,
  roles: readonly Actor['role'][] = ['finance'],
): Promise<boolean> {
  if (role === 'system') return true;
  if (!roles.includes(role)) return false;
  const body = await transaction
    .selectFrom('organisation')
    .select('district')
    .where('id', '=', organisation)
    .executeTakeFirst();
  return body !== undefined && (district === undefined || body.district === district);
}
