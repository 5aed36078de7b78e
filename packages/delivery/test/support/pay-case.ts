import { readAs } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import { markBatchSent, prepareBatch } from '../../src/money/commands/payment-batch.ts';
import { importReceipts } from '../../src/money/commands/receipts.ts';
import { previewBatch } from '../../src/money/store/batches.ts';
import { at, payer, system } from './money-seed.ts';

/** Everything that is ordered goes to the bank in one batch and reaches its payees. */
export async function payOrdered(database: Database, batch: string): Promise<void> {
  const asked = (key: string) => ({ key: `${batch} ${key}`, actor: system, at });
  const within = <Answer>(work: Parameters<typeof readAs<Answer>>[2]) =>
    readAs(database.queries, system, work);
  const shown = await within((ledger) => previewBatch(ledger, { payer, limit: 1000 }));
  const account = { name: '演示区财政局', number: '6222000011112222', bank: '演示银行' };
  const input = { batch, payer, account, limit: 1000, shown };
  const prepared = await prepareBatch(database.queries, { ...asked('prepare'), input });
  if (!prepared.ok) throw new Error(prepared.error.code);
  await markBatchSent(database.queries, {
    ...asked('send'),
    input: { batch, payer, sha256: undefined },
  });
  const payments = await within((ledger) =>
    ledger.selectFrom('payment').selectAll().where('batch', '=', batch).execute(),
  );
  const receipts = payments.map(({ id, end_to_end_id: endToEndId, fen }) => ({
    reference: `R ${id}`,
    endToEndId,
    fen,
    outcome: 'paid' as const,
    reason: undefined,
    valueDate: '2026-03-05',
  }));
  await importReceipts(database.queries, {
    ...asked('receipts'),
    input: { run: `${batch} receipts`, payer, fileName: 'r.xml', receipts },
  });
}
