import { fail, formatMoneyEn, formatMoneyZh, ok, rational } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { notify } from '@luodi/platform';
import type { Done } from '@luodi/platform';
import { z } from 'zod';
import { orderRecovery, receiveRecovery, writeOff } from '../domain/cash-flows.ts';
import { interestOn } from '../domain/interest.ts';
import type { StatedInterest } from '../domain/interest.ts';
import { totalOf } from '../domain/part.ts';
import { divideReceived, outstandingOf } from '../domain/recovery.ts';
import type { Outstanding } from '../domain/recovery.ts';
import { splitByParts } from '../domain/shares.ts';
import { book } from '../store/book.ts';
import type { Booking, Ledger, LedgerFault } from '../store/booking.ts';
import { lockClaims } from '../store/open-claims.ts';
import { lockPaidCase, lockRecovery, openPrincipal, takeFromSpent } from '../store/recoveries.ts';
import type { PaidCase } from '../store/recoveries.ts';
import { moneyCommand } from './money-command.ts';
import type { Asked as MoneyAsked } from './money-command.ts';

const ordered = z.object({ recovery: z.string(), principal: z.string(), interest: z.string() });

export type RecoveryFault =
  | LedgerFault
  /** Nothing was paid for the case. */
  | { readonly code: 'nothing_paid' }
  /** More than what was paid and is not asked back yet (分). */
  | { readonly code: 'more_than_paid'; readonly recoverable: bigint }
  | { readonly code: 'recovery_exists' }
  | { readonly code: 'recovery_unknown' }
  | { readonly code: 'recovery_closed' }
  /** More came in than is outstanding (分). */
  | { readonly code: 'more_than_outstanding'; readonly outstanding: bigint };

interface RecoveryInput {
  readonly recovery: string;
  readonly case: string;
  /** The holder who paid and now asks back. */
  readonly payer: string;
  /** Principal in 分, above zero. */
  readonly fen: bigint;
  /** Where the rule states any. */
  readonly interest: StatedInterest | undefined;
  readonly reason: string;
  readonly clause: string;
  readonly dueOn: string | undefined;
}

async function paidBy(
  transaction: Ledger,
  { case: subject, payer, fen }: Pick<RecoveryInput, 'case' | 'payer' | 'fen'>,
): Promise<Result<PaidCase, RecoveryFault>> {
  const paid = await lockPaidCase(transaction, subject);
  if (paid === undefined || paid.payer !== payer) return fail({ code: 'nothing_paid' });
  const recoverable = totalOf(paid.spent) - (await openPrincipal(transaction, subject));
  return fen > recoverable ? fail({ code: 'more_than_paid', recoverable }) : ok(paid);
}

/** Tells the enterprise what is asked of it, why, and until when. */
async function tellOfRecovery(
  transaction: Ledger,
  { case: subject, reason, clause, dueOn }: RecoveryInput,
  organisation: string,
  fen: bigint,
  at: Date,
): Promise<void> {
  const [zh, en] =
    dueOn === undefined ? ['', ''] : [`请在 ${dueOn} 前退回。`, `Pay it back by ${dueOn}. `];
  const words = {
    zh: `追回 ${formatMoneyZh(rational(fen))}。${zh}理由：${reason}（${clause}）`,
    en: `${formatMoneyEn(rational(fen))} is asked back. ${en}Reason: ${reason} (${clause})`,
  };
  await notify(transaction, [{ organisation, subject, kind: 'recovery_ordered', words }], at);
}

/** Asks back within another command's transaction; whoever calls it has looked whether the actor may. */
export async function placeRecovery(
  transaction: Ledger,
  { input, actor, at }: Omit<MoneyAsked<RecoveryInput>, 'key'>,
): Promise<Result<Done<z.infer<typeof ordered>>, RecoveryFault>> {
  const { recovery, case: subject, fen, reason, clause, dueOn, payer } = input;
  if ((await lockRecovery(transaction, recovery)) !== undefined)
    return fail({ code: 'recovery_exists' });
  const paid = await paidBy(transaction, input);
  if (!paid.ok) return paid;
  const { pool, year, enterprise, district } = paid.value;
  const interest = interestOn(fen, input.interest);
  const place = { pool, year, holder: payer };
  const postings = orderRecovery({ place, enterprise, principal: fen, interest });
  const booking = { subject, words: `${reason}（${clause}）`, actor, at };
  const entry = await book(transaction, 'order_recovery', booking, postings);
  if (!entry.ok) return entry;
  if (entry.value !== undefined)
    await takeFromSpent(transaction, subject, entry.value, [], fen + interest);
  await transaction
    .insertInto('recovery')
    .values({
      id: recovery,
      delivery_case: subject,
      enterprise,
      district,
      fen,
      interest_fen: interest,
      reason,
      clause,
      state: 'ordered',
      due_on: dueOn ?? null,
      at,
    })
    .execute();
  await tellOfRecovery(transaction, input, enterprise, fen + interest, at);
  const outcome = { recovery, principal: fen.toString(), interest: interest.toString() };
  const detail = { ...outcome, clause };
  return ok({ outcome, entry: { action: 'order_recovery', subject, reason, detail } });
}

/** Asks an enterprise to pay back what it got for a case, or a part of it, with interest where the rule states any. */
export const orderRecoveryOf = moneyCommand<RecoveryInput, z.infer<typeof ordered>, RecoveryFault>(
  { name: 'order_recovery', outcome: ordered, handles: ({ payer }) => payer },
  placeRecovery,
);

const received = z.object({ recovery: z.string(), outstanding: z.string() });

interface OpenRecovery {
  readonly subject: string;
  readonly receivedBefore: bigint;
  readonly paid: PaidCase;
  readonly outstanding: Outstanding;
}

async function findOpen(
  transaction: Ledger,
  { recovery, payer }: { readonly recovery: string; readonly payer: string },
): Promise<Result<OpenRecovery, RecoveryFault>> {
  const found = await lockRecovery(transaction, recovery);
  if (found === undefined) return fail({ code: 'recovery_unknown' });
  if (found.state === 'settled' || found.state === 'written_off')
    return fail({ code: 'recovery_closed' });
  const subject = found.delivery_case;
  const paid = await lockPaidCase(transaction, subject);
  if (paid === undefined || paid.payer !== payer) return fail({ code: 'nothing_paid' });
  const outstanding = outstandingOf({
    principal: found.fen,
    interest: found.interest_fen,
    received: found.received_fen,
  });
  return ok({ subject, paid, outstanding, receivedBefore: found.received_fen });
}

async function bookReceived(
  transaction: Ledger,
  booking: Booking,
  { subject, paid, outstanding }: OpenRecovery,
  { fen, reuse }: { readonly fen: bigint; readonly reuse: boolean },
): Promise<Result<undefined, LedgerFault>> {
  const { pool, year, payer, enterprise, spent } = paid;
  const { principal, interest } = divideReceived(fen, outstanding);
  const parts = splitByParts(principal, spent);
  const open = await lockClaims(transaction, [payer]);
  const place = { pool, year, holder: payer };
  const postings = receiveRecovery({ place, enterprise, parts, interest }, reuse, open);
  const entry = await book(transaction, 'receive_recovery', booking, postings);
  if (!entry.ok) return entry;
  if (entry.value !== undefined) await takeFromSpent(transaction, subject, entry.value, parts, fen);
  return ok(undefined);
}

/** An enterprise paid back a part of what is asked of it, or all. `fen` is above zero. */
export const receiveRecoveryOf = moneyCommand<
  {
    readonly recovery: string;
    readonly payer: string;
    readonly fen: bigint;
    /** Whether the rule lets the money be granted again. */
    readonly reuse: boolean;
    /** The transfer's number or document. */
    readonly words: string;
  },
  z.infer<typeof received>,
  RecoveryFault
>(
  { name: 'receive_recovery', outcome: received, handles: ({ payer }) => payer },
  async (transaction, { input, actor, at }) => {
    const { recovery, fen, words } = input;
    const open = await findOpen(transaction, input);
    if (!open.ok) return open;
    const { subject, outstanding, receivedBefore } = open.value;
    const left = outstanding.principal + outstanding.interest - fen;
    if (left < 0n) return fail({ code: 'more_than_outstanding', outstanding: left + fen });
    const booked = await bookReceived(
      transaction,
      { subject, words, actor, at },
      open.value,
      input,
    );
    if (!booked.ok) return booked;
    await transaction
      .updateTable('recovery')
      .set({
        received_fen: receivedBefore + fen,
        state: left === 0n ? 'settled' : 'part_paid',
        closed_at: left === 0n ? at : null,
      })
      .where('id', '=', recovery)
      .execute();
    const outcome = { recovery, outstanding: left.toString() };
    const detail = { ...outcome, fen: fen.toString() };
    return ok({ outcome, entry: { action: 'receive_recovery', subject, reason: words, detail } });
  },
);

/** What is outstanding of a recovery is given up. */
export const writeRecoveryOff = moneyCommand<
  { readonly recovery: string; readonly payer: string; readonly words: string },
  z.infer<typeof received>,
  RecoveryFault
>(
  { name: 'write_recovery_off', outcome: received, handles: ({ payer }) => payer },
  async (transaction, { input, actor, at }) => {
    const { recovery, payer, words } = input;
    const open = await findOpen(transaction, input);
    if (!open.ok) return open;
    const { subject, paid, outstanding } = open.value;
    const { pool, year, enterprise } = paid;
    const postings = writeOff({ place: { pool, year, holder: payer }, enterprise, ...outstanding });
    const entry = await book(transaction, 'write_off', { subject, words, actor, at }, postings);
    if (!entry.ok) return entry;
    const fen = outstanding.principal + outstanding.interest;
    if (entry.value !== undefined) await takeFromSpent(transaction, subject, entry.value, [], fen);
    await transaction
      .updateTable('recovery')
      .set({ state: 'written_off', closed_at: at })
      .where('id', '=', recovery)
      .execute();
    const outcome = { recovery, outstanding: '0' };
    const detail = { recovery, fen: fen.toString() };
    return ok({ outcome, entry: { action: 'write_recovery_off', subject, reason: words, detail } });
  },
);
