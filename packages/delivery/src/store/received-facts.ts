import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Schema } from '@luodi/platform';

/** `已获(事项)` with the sum in yuan, exact to the fen. */
function receivedFact(matter: string, fen: bigint): readonly [string, string] {
  const yuan = `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
  return [`已获(${matter})`, `${yuan}元`];
}

/**
 * What enterprises were paid here by the matter of the programme, as facts; what was paid back is taken off. Payments of the case
 * `besides`, and additional ones for it, are left out.
 */
export async function receivedFacts(
  transaction: Transaction<Schema>,
  enterprises: readonly string[],
  besides?: string,
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const { rows } = await sql<{ enterprise: string; matter: string; fen: bigint }>`
    select y.enterprise, p.matter, sum(y.fen - coalesce(
      (select sum(greatest(r.received_fen - r.interest_fen, 0)) from recovery r
       where r.delivery_case = c.id and y.state = 'paid'), 0))::bigint as fen
    from payment y join delivery_case c on c.id = y.delivery_case join programme p on p.id = c.programme
    where y.enterprise = any(${[...enterprises]}::text[]) and y.state in ('ordered', 'batched', 'sent', 'paid')
      and coalesce(c.corrects, c.id) is distinct from
        (select coalesce(own.corrects, own.id) from delivery_case own where own.id = ${besides ?? null})
    group by y.enterprise, p.matter order by y.enterprise, p.matter`.execute(transaction);
  const facts = new Map<string, Record<string, string>>();
  for (const { enterprise, matter, fen } of rows) {
    const own = facts.get(enterprise) ?? {};
    const [name, sum] = receivedFact(matter, fen);
    own[name] = sum;
    facts.set(enterprise, own);
  }
  return facts;
}
