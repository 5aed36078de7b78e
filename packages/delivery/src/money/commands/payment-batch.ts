import { createHash } from 'node:crypto';
import { fail, ok, dayOf } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { z } from 'zod';
import { checkBankAccount } from '../domain/bank-account.ts';
import type { BankAccount, BankAccountFault } from '../domain/bank-account.ts';
import { totalOf } from '../domain/part.ts';
import { paymentXml } from '../files/payment-xml.ts';
import { readBatchFile } from '../store/batch-file.ts';
import type { BatchFile } from '../store/batch-file.ts';
import { lockBatch, lockedBatch, writeBatch } from '../store/batches.ts';
import type { BatchSum } from '../store/batches.ts';
import type { Ledger } from '../store/booking.ts';
import { moneyCommand } from './money-command.ts';

const prepared = z.object({ batch: z.string(), payments: z.number(), fen: z.string() });

export type PrepareFault =
  | BankAccountFault
  | { readonly code: 'batch_exists' }
  | { readonly code: 'nothing_to_pay' }
  /** What would be paid is no longer what was shown. */
  | { readonly code: 'batch_changed'; readonly payments: number; readonly fen: bigint };

/** Puts the oldest ordered payments of a payer into a batch, if they are the ones whose total was shown before. */
export const prepareBatch = moneyCommand<
  {
    readonly batch: string;
    readonly payer: string;
    /** The payer's own account. */
    readonly account: BankAccount;
    /** At most so many payments. */
    readonly limit: number;
    /** What the preview said. */
    readonly shown: BatchSum;
  },
  z.infer<typeof prepared>,
  PrepareFault
>(
  { name: 'prepare_batch', outcome: prepared, handles: ({ payer }) => payer },
  async (transaction, { input, actor, at }) => {
    const { batch, payer, shown } = input;
    const account = checkBankAccount(input.account);
    if (!account.ok) return account;
    if ((await lockedBatch(transaction, batch)) !== undefined)
      return fail({ code: 'batch_exists' });
    const chosen = await lockBatch(transaction, input);
    if (chosen.length === 0) return fail({ code: 'nothing_to_pay' });
    const sum = { payments: chosen.length, fen: totalOf(chosen) };
    if (sum.payments !== shown.payments || sum.fen !== shown.fen)
      return fail({ code: 'batch_changed', ...sum });
    const payments = chosen.map(({ id }) => id);
    const by = actor.user;
    await writeBatch(transaction, {
      id: batch,
      payer,
      account: account.value,
      payments,
      fen: sum.fen,
      at,
      by,
    });
    const outcome = { batch, payments: sum.payments, fen: sum.fen.toString() };
    const entry = { action: 'prepare_batch', subject: batch, reason: payer, detail: outcome };
    return ok({ outcome, entry });
  },
);

/** The file that goes to the bank, and its hash. */
interface OrderFile {
  readonly xml: string;
  readonly sha256: string;
}

/** The payment file of a batch; made again it is the same to the byte. */
export function orderFile(batch: BatchFile): OrderFile {
  const xml = paymentXml(batch, dayOf(batch.createdAt).toString());
  return { xml, sha256: createHash('sha256').update(xml, 'utf8').digest('hex') };
}

const sent = z.object({ batch: z.string(), sha256: z.string() });

export type SendFault =
  | { readonly code: 'batch_unknown' }
  | { readonly code: 'batch_not_prepared' }
  /** The file that was given to the bank is not the one of this batch. */
  | { readonly code: 'file_differs'; readonly sha256: string };

async function fileToSend(
  transaction: Ledger,
  {
    batch,
    payer,
    sha256,
  }: { readonly batch: string; readonly payer: string; readonly sha256: string | undefined },
): Promise<Result<string, SendFault>> {
  const found = await lockedBatch(transaction, batch);
  if (found === undefined || found.payer !== payer) return fail({ code: 'batch_unknown' });
  if (found.state !== 'prepared') return fail({ code: 'batch_not_prepared' });
  const content = await readBatchFile(transaction, batch);
  if (content === undefined) return fail({ code: 'batch_unknown' });
  const file = orderFile(content);
  return sha256 === undefined || sha256 === file.sha256
    ? ok(file.sha256)
    : fail({ code: 'file_differs', sha256: file.sha256 });
}

/** Says that a batch went to the bank. `sha256`: the hash of the file that was given, where it is known. */
export const markBatchSent = moneyCommand<
  { readonly batch: string; readonly payer: string; readonly sha256: string | undefined },
  z.infer<typeof sent>,
  SendFault
>(
  { name: 'mark_batch_sent', outcome: sent, handles: ({ payer }) => payer },
  async (transaction, { input, at }) => {
    const { batch, payer } = input;
    const file = await fileToSend(transaction, input);
    if (!file.ok) return file;
    await transaction
      .updateTable('payment_batch')
      .set({ state: 'sent', sent_at: at, file_sha256: file.value })
      .where('id', '=', batch)
      .execute();
    await transaction
      .updateTable('payment')
      .set({ state: 'sent' })
      .where('batch', '=', batch)
      .where('state', '=', 'batched')
      .execute();
    const outcome = { batch, sha256: file.value };
    const entry = { action: 'mark_batch_sent', subject: batch, reason: payer, detail: outcome };
    return ok({ outcome, entry });
  },
);
