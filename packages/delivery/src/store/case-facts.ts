import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Evaluator } from '@luodi/evaluation';
import type { Schema } from '@luodi/platform';
import type { DeliveryContext } from '../context.ts';
import { heldFacts } from '../facts/index.ts';
import type { Answers } from './cases.ts';

/** `已获(事项)` with the sum in yuan, exact to the fen. */
function receivedFact(matter: string, fen: bigint): readonly [string, string] {
  const yuan = `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
  return [`已获(${matter})`, `${yuan}元`];
}

/** What was paid to an enterprise here, by the matter of the programme; payments of the case itself, and additional ones for it, are left out. */
async function paidByMatter(
  transaction: Transaction<Schema>,
  enterprise: string,
  besides: string,
): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await sql<{ matter: string; fen: bigint }>`
    select p.matter, sum(y.fen)::bigint as fen
    from payment y join delivery_case c on c.id = y.delivery_case join programme p on p.id = c.programme
    where y.enterprise = ${enterprise} and y.state in ('ordered', 'batched', 'sent', 'paid')
      and coalesce(c.corrects, c.id) <>
        (select coalesce(own.corrects, own.id) from delivery_case own where own.id = ${besides})
    group by p.matter order by p.matter`.execute(transaction);
  return rows.map(({ matter, fen }) => receivedFact(matter, fen));
}

/**
 * Everything known about the enterprise of a case at an instant, as `readFacts` takes it: what is held about it, what was paid
 * here already, and over all that nothing of its own answers stands that a source held contradicts: answers only fill what is
 * not held.
 */
export async function factsOfCase(
  transaction: Transaction<Schema>,
  { sources }: Pick<DeliveryContext, 'sources'>,
  { content }: Evaluator,
  about: { readonly id: string; readonly enterprise: string; readonly answers: Answers },
  at: Date,
): Promise<Readonly<Record<string, unknown>>> {
  const { vocabulary } = content;
  const held = await heldFacts(transaction, about.enterprise, at, { vocabulary, sources });
  const paid = await paidByMatter(transaction, about.enterprise, about.id);
  return { ...about.answers, ...Object.fromEntries(paid), ...held?.facts };
}
