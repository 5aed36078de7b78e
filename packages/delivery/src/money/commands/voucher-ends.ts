import { fail, formatMoneyEn, formatMoneyZh, ok, rational, dayOf } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { notify, readAs, systemActor } from '@luodi/platform';
import type { Schema } from '@luodi/platform';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { totalOf } from '../domain/part.ts';
import type { VoucherFault } from '../domain/voucher.ts';
import type { Booking, Ledger, LedgerFault } from '../store/booking.ts';
import { movePart } from '../store/reservation.ts';
import type { NotHeldFault } from '../store/reservation.ts';
import { expireBefore, lockVoucherPool, poolsToExpire } from '../store/vouchers.ts';
import type { ExpiredVoucher } from '../store/vouchers.ts';
import { moneyCommand } from './money-command.ts';
import type { MoneyCommandFault } from './money-command.ts';

const ended = z.object({ vouchers: z.number(), fen: z.string() });
type Ended = z.infer<typeof ended>;
type EndFault = VoucherFault | LedgerFault | NotHeldFault;

async function tellOfExpiry(
  transaction: Ledger,
  vouchers: readonly ExpiredVoucher[],
  expiresOn: string,
  at: Date,
): Promise<void> {
  const notices = vouchers
    .filter(({ fen }) => fen > 0n)
    .map(({ id, enterprise, fen }) => ({
      organisation: enterprise,
      subject: id,
      kind: 'voucher_expired',
      words: {
        zh: `券 ${id} 已于 ${expiresOn} 到期，没用完的 ${formatMoneyZh(rational(fen))} 不能再用`,
        en: `Voucher ${id} expired on ${expiresOn}; the ${formatMoneyEn(rational(fen))} left on it can no longer be used`,
      },
    }));
  await notify(transaction, notices, at);
}

/** Takes back what was left on vouchers whose last day is past, and tells those who held them. */
async function takeBack(
  transaction: Ledger,
  expiresOn: string,
  { subject, actor, at }: Omit<Booking, 'words'>,
): Promise<Result<Ended, LedgerFault | NotHeldFault>> {
  const gone = await expireBefore(transaction, subject, dayOf(at).toString(), at);
  const fen = totalOf(gone);
  if (fen > 0n) {
    const booking = { subject, words: `${expiresOn} 到期`, actor, at };
    const released = await movePart(transaction, booking, 'release', { subject, fen });
    if (!released.ok) return released;
    await tellOfExpiry(transaction, gone, expiresOn, at);
  }
  return ok({ vouchers: gone.length, fen: fen.toString() });
}

/** Vouchers whose last day is past expire: what was left on them is available again. */
export const expireVouchers = moneyCommand<
  { readonly voucherPool: string; readonly payer: string },
  Ended,
  EndFault
>(
  { name: 'expire_vouchers', outcome: ended, handles: ({ payer }) => payer },
  async (transaction, { input, actor, at }) => {
    const { voucherPool: subject, payer } = input;
    const pool = await lockVoucherPool(transaction, subject);
    if (pool === undefined || pool.payer !== payer) return fail({ code: 'voucher_pool_unknown' });
    const done = await takeBack(transaction, pool.expiresOn, { subject, actor, at });
    if (!done.ok) return done;
    const reason = dayOf(at).toString();
    const entry = { action: 'expire_vouchers', subject, reason, detail: done.value };
    return ok({ outcome: done.value, entry });
  },
);

/**
 * Closes a pool: nothing is issued from it any more. What is past its last day comes back to the budget now; a voucher that is still
 * valid stays so for who holds it, and what is left on it comes back when its day is over.
 */
export const closeVoucherPool = moneyCommand<
  { readonly voucherPool: string; readonly payer: string; readonly words: string },
  Ended,
  EndFault
>(
  { name: 'close_voucher_pool', outcome: ended, handles: ({ payer }) => payer },
  async (transaction, { input, actor, at }) => {
    const { voucherPool: subject, payer, words } = input;
    const pool = await lockVoucherPool(transaction, subject);
    if (pool === undefined || pool.payer !== payer) return fail({ code: 'voucher_pool_unknown' });
    if (!pool.open) return fail({ code: 'voucher_pool_closed' });
    await transaction
      .updateTable('voucher_pool')
      .set({ state: 'closed' })
      .where('id', '=', subject)
      .execute();
    const done = await takeBack(transaction, pool.expiresOn, { subject, actor, at });
    if (!done.ok) return done;
    const entry = { action: 'close_voucher_pool', subject, reason: words, detail: done.value };
    return ok({ outcome: done.value, entry });
  },
);

/** What the clock took back, pool by pool, and what it could not. */
export interface ExpiryRun {
  readonly vouchers: number;
  readonly failed: readonly {
    readonly voucherPool: string;
    readonly fault: EndFault | MoneyCommandFault;
  }[];
}

const job = systemActor('voucher-expiry');

/** Lets all vouchers expire whose last day is past, each pool in a transaction of its own. */
export async function expireDueVouchers(database: Kysely<Schema>, at: Date): Promise<ExpiryRun> {
  const today = dayOf(at).toString();
  const due = await readAs(database, job, (ledger) => poolsToExpire(ledger, today));
  let vouchers = 0;
  const failed: { voucherPool: string; fault: EndFault | MoneyCommandFault }[] = [];
  for (const { voucherPool, payer } of due) {
    const key = `expire ${voucherPool} ${at.toISOString()}`;
    const asked = { key, actor: job, at, input: { voucherPool, payer } };
    const done = await expireVouchers(database, asked);
    if (done.ok) vouchers += done.value.vouchers;
    else failed.push({ voucherPool, fault: done.error });
  }
  return { vouchers, failed };
}
