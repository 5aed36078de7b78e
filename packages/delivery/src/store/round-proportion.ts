import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Schema } from '@luodi/platform';
import { sharesIn } from '../domain/funding.ts';
import type { Funding } from '../domain/funding.ts';
import type { GrantedSum } from '../domain/reached-again.ts';
import { findProgramme } from './programmes.ts';

/** By whose money a case of a district is paid: cases alike in this were reduced in the same proportion (`scaleToBudgets`). */
function moneyOf(funding: Funding, district: string): string {
  return sharesIn(funding, district)
    .map(({ holder }) => holder)
    .join(' ');
}

/**
 * What the cases of a round that is reduced in proportion stated and were granted together (分), of those that the same money paid;
 * `undefined`: the round is not of that kind, or nothing was given out yet.
 */
export async function roundProportion(
  transaction: Transaction<Schema>,
  id: string,
  district: string,
): Promise<GrantedSum | undefined> {
  const programme = await findProgramme(transaction, id);
  if (programme?.funding.exhaustion !== 'pro_rata') return undefined;
  const { funding } = programme;
  // Decisions that were corrected may have been rounded once more.
  const { rows } = await sql<{ district: string; stated: string; granted: string }>`
    select c.district, sum(d.amount_fen)::text as stated, sum(c.approved_fen)::text as granted
    from delivery_case c join decision d on d.id = c.decision
    where c.programme = ${id} and c.state in ('open', 'returned', 'disputed', 'completed') and c.corrects is null
      and d.corrects is null and d.refusal is null
    group by c.district`.execute(transaction);
  const same = rows.filter((row) => moneyOf(funding, row.district) === moneyOf(funding, district));
  if (same.length === 0) return undefined;
  return same.reduce(
    (sum, { stated, granted }) => ({
      statedFen: sum.statedFen + BigInt(stated),
      grantedFen: sum.grantedFen + BigInt(granted),
    }),
    { statedFen: 0n, grantedFen: 0n },
  );
}
