import { fail, ok } from '@luodi/kernel';
import { z } from 'zod';
import { takeBackOrder } from '../domain/budget-flows.ts';
import { lockedBatch } from '../store/batches.ts';
import { book } from '../store/book.ts';
import type { LedgerFault } from '../store/booking.ts';
import { movePayments, partsOfPayments } from '../store/payment-movement.ts';
import { moneyCommand } from './money-command.ts';

const cancelled = z.object({ payment: z.string() });

/** Cancels a payment that is in no batch yet: its money is approved again, and it may be ordered anew. */
export const cancelPayment = moneyCommand<
  { readonly payment: string; readonly payer: string; readonly words: string },
  z.infer<typeof cancelled>,
  | LedgerFault
  | { readonly code: 'payment_unknown' }
  | { readonly code: 'payment_under_way'; readonly state: string }
>(
  { name: 'cancel_payment', outcome: cancelled, handles: ({ payer }) => payer },
  async (transaction, { input, actor, at }) => {
    const { payment, payer, words } = input;
    const found = await transaction
      .selectFrom('payment')
      .select(['state', 'subject'])
      .where('id', '=', payment)
      .where('payer', '=', payer)
      .forUpdate()
      .executeTakeFirst();
    if (found === undefined) return fail({ code: 'payment_unknown' });
    const { state, subject } = found;
    if (state !== 'ordered') return fail({ code: 'payment_under_way', state });
    const payers = await partsOfPayments(transaction, [payment]);
    const postings = takeBackOrder(payers.flatMap(({ parts }) => parts));
    const entry = await book(transaction, 'cancel', { subject, words, actor, at }, postings);
    if (!entry.ok) return entry;
    if (entry.value !== undefined)
      await movePayments(transaction, [{ id: payment, reason: words }], {
        state: 'cancelled',
        from: 'ordered',
        to: 'approved',
        entry: entry.value,
        at,
      });
    const outcome = { payment };
    const detail = { payment };
    return ok({ outcome, entry: { action: 'cancel_payment', subject, reason: words, detail } });
  },
);

const dissolved = z.object({ batch: z.string() });

/** Takes a batch apart that has not gone to the bank: its payments wait for another batch, or are cancelled. */
export const dissolveBatch = moneyCommand<
  { readonly batch: string; readonly payer: string; readonly words: string },
  z.infer<typeof dissolved>,
  { readonly code: 'batch_unknown' } | { readonly code: 'batch_not_prepared' }
>(
  { name: 'dissolve_batch', outcome: dissolved, handles: ({ payer }) => payer },
  async (transaction, { input }) => {
    const { batch, payer, words } = input;
    const found = await lockedBatch(transaction, batch);
    if (found === undefined || found.payer !== payer) return fail({ code: 'batch_unknown' });
    if (found.state !== 'prepared') return fail({ code: 'batch_not_prepared' });
    await transaction
      .updateTable('payment')
      .set({ state: 'ordered', batch: null })
      .where('batch', '=', batch)
      .execute();
    await transaction
      .updateTable('payment_batch')
      .set({ state: 'dissolved' })
      .where('id', '=', batch)
      .execute();
    const entry = { action: 'dissolve_batch', subject: batch, reason: words, detail: { payer } };
    return ok({ outcome: { batch }, entry });
  },
);
