import { fail, ok } from '@luodi/kernel';
import { runCommand } from '@luodi/platform';
import { z } from 'zod';
import type { Asked } from '../../src/context.ts';
import { orderAgain } from '../../src/money/commands/order-again.ts';
import { markBatchSent, prepareBatch } from '../../src/money/commands/payment-batch.ts';
import { importReceipts } from '../../src/money/commands/receipts.ts';
import { orderRecoveryOf, receiveRecoveryOf } from '../../src/money/commands/recovery.ts';
import { settleClaim } from '../../src/money/commands/settlement.ts';
import { dissolveBatch } from '../../src/money/commands/withdraw-payment.ts';
import type { Ledger } from '../../src/money/store/booking.ts';
import { orderPayments } from '../../src/money/store/payment-order.ts';
import { approveMoney, reserveMoney } from '../../src/money/store/reservation.ts';
import { booking, payer, source } from '../../test/support/money-seed.ts';
import type { Answer } from './case-deeds.ts';
import type { MoneyDeed } from './deed.ts';
import type { World } from './world.ts';

const account = { name: '演示区财政局', number: '6222000011112222', bank: '演示银行' };
const subjectSchema = z.object({ subject: z.string() });

/** One of the cases that have money alone does something with the ledger in a command of its own. */
function withLedger(
  { database }: World,
  { key, actor, at }: Asked,
  subject: string,
  work: (ledger: Ledger) => Promise<{ readonly ok: boolean }>,
): Promise<Answer> {
  return runCommand(
    database.queries,
    { key, name: 'crash_test', actor, at, input: { subject } },
    async (ledger) => {
      const done = await work(ledger);
      if (!done.ok) return fail({ code: 'refused' });
      const entry = { action: 'crash_test', subject, reason: key, detail: {} };
      return ok({ outcome: { subject }, entry });
    },
    (data) => subjectSchema.parse(data),
  );
}

async function allot(ledger: Ledger, subject: string, fen: bigint) {
  // Two reviewers may have chosen the same case: the second finds it done.
  const cases = ledger.selectFrom('delivery_case').select('id').where('id', '=', subject);
  await cases.forUpdate().execute();
  const held = ledger.selectFrom('allotment').select('subject').where('subject', '=', subject);
  if ((await held.execute()).length > 0) return { ok: false };
  const sums = [{ subject, fen }];
  const reserved = await reserveMoney(ledger, booking(subject), sums, source);
  return reserved.ok ? approveMoney(ledger, booking(subject), sums, source) : reserved;
}

export async function doMoneyDeed(world: World, asked: Asked, deed: MoneyDeed): Promise<Answer> {
  const { queries } = world.database;
  const { key: words, key } = asked;
  switch (deed.kind) {
    case 'allot':
      return withLedger(world, asked, deed.case, (ledger) => allot(ledger, deed.case, deed.fen));
    case 'order': {
      const { pool, year } = source;
      const order = { cases: [deed.case], pool, year, payer };
      return withLedger(world, asked, deed.case, (ledger) =>
        orderPayments(ledger, booking(deed.case), order),
      );
    }
    case 'order_again': {
      const { payment, enterprise } = deed;
      const input = { payment, payer, enterprise, account: undefined, words };
      return orderAgain(queries, { ...asked, input });
    }
    case 'prepare': {
      const { limit, payments, fen } = deed;
      const input = { batch: key, payer, account, limit, shown: { payments, fen } };
      return prepareBatch(queries, { ...asked, input });
    }
    case 'dissolve':
      return dissolveBatch(queries, { ...asked, input: { batch: deed.batch, payer, words } });
    case 'send': {
      const input = { batch: deed.batch, payer, sha256: undefined };
      return markBatchSent(queries, { ...asked, input });
    }
    case 'receive': {
      const receipts = deed.receipts.map((receipt) => {
        const reference = `${receipt.outcome} ${receipt.endToEndId}`;
        return { ...receipt, reference, reason: undefined, valueDate: '2026-03-05' };
      });
      return importReceipts(queries, {
        ...asked,
        input: { run: key, payer, fileName: key, receipts },
      });
    }
    case 'settle_claim':
      return settleClaim(queries, { ...asked, input: { ...deed.claim, words } });
    case 'recover': {
      const why = { reason: words, clause: '第十条', interest: undefined, dueOn: undefined };
      const input = { ...why, recovery: key, case: deed.case, payer, fen: deed.fen };
      return orderRecoveryOf(queries, { ...asked, input });
    }
    case 'pay_back': {
      const input = { recovery: deed.recovery, payer, fen: deed.fen, reuse: true, words };
      return receiveRecoveryOf(queries, { ...asked, input });
    }
  }
}
