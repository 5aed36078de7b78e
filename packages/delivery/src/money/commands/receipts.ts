import { createHash } from 'node:crypto';
import { ok } from '@luodi/kernel';
import { z } from 'zod';
import type { Receipt } from '../domain/receipt.ts';
import type { LedgerFault } from '../store/booking.ts';
import { takeReceipts } from '../store/receipts.ts';
import { moneyCommand } from './money-command.ts';

const taken = z.object({ fresh: z.number(), paid: z.number(), returned: z.number() });

/** One short text for a hundred thousand receipts: others wait while they are gone through. */
function digestOf(receipts: readonly Receipt[]): string {
  const hash = createHash('sha256');
  for (const { reference, endToEndId, fen, outcome, reason, valueDate } of receipts)
    hash.update(
      JSON.stringify([reference, endToEndId, fen.toString(), outcome, reason, valueDate]),
    );
  return hash.digest('hex');
}

/** Takes what a bank says of payments; said again it changes nothing. */
export const importReceipts = moneyCommand<
  {
    /** The run, for the ledger and the journal. */
    readonly run: string;
    /** The payer whose bank says so. */
    readonly payer: string;
    readonly fileName: string;
    readonly receipts: readonly Receipt[];
  },
  z.infer<typeof taken>,
  LedgerFault
>(
  {
    name: 'import_receipts',
    outcome: taken,
    handles: ({ payer }) => payer,
    request: ({ receipts, ...rest }) => ({ ...rest, receipts: digestOf(receipts) }),
  },
  async (transaction, { input, actor, at }) => {
    const { run, payer, fileName, receipts } = input;
    const booking = { subject: run, words: `银行回单 ${fileName}`, actor, at };
    const outcome = await takeReceipts(transaction, booking, payer, receipts);
    if (!outcome.ok) return outcome;
    const detail = { ...outcome.value, fileName };
    return ok({
      outcome: outcome.value,
      entry: { action: 'import_receipts', subject: run, reason: fileName, detail },
    });
  },
);
