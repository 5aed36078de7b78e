import { sql } from 'kysely';
import type { PaymentState } from '@luodi/platform';
import type { Part } from '../domain/part.ts';
import type { Ledger } from './booking.ts';
import { recordSet } from './record-set.ts';

/** The parts of payments that one payer pays. */
export interface PayerParts {
  readonly payer: string;
  readonly parts: readonly Part[];
}

function setOf(payments: readonly string[]) {
  return recordSet(
    payments.map((id) => ({ id })),
    { id: 'text' },
  );
}

/** Whose money the payments are, summed by payer, pool, year and holder. */
export async function partsOfPayments(
  transaction: Ledger,
  payments: readonly string[],
): Promise<readonly PayerParts[]> {
  const { rows } = await sql<Part & { readonly payer: string }>`
    select p.payer, p.pool, p.year, s.key as holder, sum(s.value::bigint)::bigint as fen
    from payment p join ${setOf(payments)} w using (id) cross join lateral jsonb_each_text(p.shares) s
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(transaction);
  const payers = [...new Set(rows.map(({ payer }) => payer))];
  return payers.map((payer) => ({
    payer,
    parts: rows
      .filter((row) => row.payer === payer)
      .map(({ pool, year, holder, fen }) => ({ pool, year, holder, fen })),
  }));
}

type Held = 'approved' | 'ordered' | 'spent';

/** What becomes of payments, and of the money of their subjects. */
export interface Movement {
  readonly state: PaymentState;
  readonly from: Held;
  readonly to: Held;
  readonly entry: bigint;
  readonly at: Date;
}

/** Payments reach another state, and with them what their subjects hold. The entry is written before. */
export async function movePayments(
  transaction: Ledger,
  payments: readonly { readonly id: string; readonly reason: string | undefined }[],
  { state, from, to, entry, at }: Movement,
): Promise<void> {
  const set = recordSet(
    payments.map(({ id, reason }) => ({ id, reason: reason ?? null })),
    { id: 'text', reason: 'text' },
  );
  const [source, target] = [sql.ref(`${from}_fen`), sql.ref(`${to}_fen`)];
  await sql`
    with done as (
      update payment p set state = ${state}, settled_at = ${at}::timestamptz, reason = w.reason
      from ${set} w where p.id = w.id returning p.subject, p.pool, p.year, p.fen, p.shares),
    parts as (
      select d.subject, d.pool, d.year, s.key as holder, sum(s.value::bigint)::bigint as fen
      from done d cross join lateral jsonb_each_text(d.shares) s group by 1, 2, 3, 4),
    moved as (
      update allotment a set ${source} = a.${source} - parts.fen, ${target} = a.${target} + parts.fen
      from parts where a.subject = parts.subject and a.pool = parts.pool and a.year = parts.year
        and a.holder = parts.holder)
    insert into entry_subject (subject, entry, fen)
    select subject, ${entry}, sum(fen)::bigint from done group by subject`.execute(transaction);
}
