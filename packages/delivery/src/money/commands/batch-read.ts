import { ok } from '@luodi/kernel';
import { z } from 'zod';
import { moneyCommand } from './money-command.ts';

const read = z.object({ batch: z.string() });

/** Says in the journal that somebody took the file of a batch, which names accounts in full. */
export const noteBatchRead = moneyCommand<
  { readonly batch: string; readonly payer: string; readonly form: 'pain.001' | 'xlsx' },
  z.infer<typeof read>,
  never
>(
  { name: 'read_batch_file', outcome: read, handles: ({ payer }) => payer },
  async (_transaction, { input }) => {
    const { batch, payer, form } = input;
    const entry = { action: 'read_batch_file', subject: batch, reason: form, detail: { payer } };
    return ok({ outcome: { batch }, entry });
  },
);
