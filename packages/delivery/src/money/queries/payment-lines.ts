import { sql } from 'kysely';
import type { PaymentState } from '@luodi/platform';
import { z } from 'zod';
import { maskAccountNumber } from '../domain/bank-account.ts';
import type { Ledger } from '../store/booking.ts';

/** One payment as those see it who send it: to whom, what for, its account masked. */
export interface PaymentLine {
  readonly id: string;
  /** Absent where a provider of vouchers is paid. */
  readonly case: string | null;
  readonly enterpriseName: string;
  readonly district: string;
  readonly title: string;
  readonly titleEn: string;
  /** In 分. */
  readonly fen: bigint;
  readonly state: PaymentState;
  readonly reason: string | null;
  readonly endToEndId: string;
  readonly orderedAt: Date;
  readonly settledAt: Date | null;
  readonly account: { readonly name: string; readonly bank: string; readonly number: string };
}

/** The first lines, and how many and how much (分) all of them are. */
export interface PaymentLines {
  readonly lines: readonly PaymentLine[];
  readonly payments: number;
  readonly fen: bigint;
}

/** Payments of a payer: those of a batch, those that wait for one, or those that came back and are not ordered anew. */
export type PaymentChoice =
  | { readonly kind: 'batch'; readonly payer: string; readonly batch: string }
  | { readonly kind: 'waiting'; readonly payer: string }
  | { readonly kind: 'returned'; readonly payer: string };

const accountSchema = z.object({ name: z.string(), bank: z.string(), number: z.string() });

function chosen(choice: PaymentChoice) {
  const { payer } = choice;
  switch (choice.kind) {
    case 'batch':
      return sql`p.payer = ${payer} and p.batch = ${choice.batch}`;
    case 'waiting':
      return sql`p.payer = ${payer} and p.state = 'ordered'`;
    case 'returned':
      return sql`p.payer = ${payer} and p.state in ('returned', 'cancelled')
        and not exists (select 1 from payment n where n.subject = p.subject and n.attempt > p.attempt)
        and exists (select 1 from allotment a where a.subject = p.subject and a.approved_fen > 0)`;
  }
}

/** The payments of a choice, in the order in which a batch takes them. */
export async function listPaymentLines(
  ledger: Ledger,
  choice: PaymentChoice,
  limit: number,
): Promise<PaymentLines> {
  const { rows } = await sql<Omit<PaymentLine, 'account'> & { readonly account: unknown }>`
    select p.id, p.delivery_case as "case", o.name as "enterpriseName", p.district,
      coalesce(g.title, v.name, p.subject) as title, coalesce(g.title_en, v.name_en, p.subject) as "titleEn",
      p.fen, p.state, p.reason, p.end_to_end_id as "endToEndId", p.ordered_at as "orderedAt",
      p.settled_at as "settledAt", p.account
    from payment p join organisation o on o.id = p.enterprise
      left join delivery_case c on c.id = p.delivery_case
      left join programme g on g.id = c.programme
      left join voucher_pool v on v.id = p.subject
    where ${chosen(choice)} order by p.ordered_at, p.id limit ${limit}`.execute(ledger);
  const { rows: sums } = await sql<{ readonly payments: number; readonly fen: bigint }>`
    select count(*)::integer as payments, coalesce(sum(p.fen), 0)::bigint as fen
    from payment p where ${chosen(choice)}`.execute(ledger);
  const sum = sums[0] ?? { payments: 0, fen: 0n };
  return {
    ...sum,
    lines: rows.map((row) => {
      const { name, bank, number } = accountSchema.parse(row.account);
      return { ...row, account: { name, bank, number: maskAccountNumber(number) } };
    }),
  };
}
