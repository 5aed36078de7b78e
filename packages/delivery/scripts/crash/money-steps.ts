import { fail, ok } from '@luodi/kernel';
import { readAs, runCommand } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import { z } from 'zod';
import { markBatchSent, prepareBatch } from '../../src/money/commands/payment-batch.ts';
import { importReceipts } from '../../src/money/commands/receipts.ts';
import { orderRecoveryOf, receiveRecoveryOf } from '../../src/money/commands/recovery.ts';
import { settleClaim } from '../../src/money/commands/settlement.ts';
import { openClaims } from '../../src/money/queries/reconciliation.ts';
import { previewBatch } from '../../src/money/store/batches.ts';
import type { Ledger } from '../../src/money/store/booking.ts';
import { orderPayments } from '../../src/money/store/payment-order.ts';
import { approveMoney, reserveMoney } from '../../src/money/store/reservation.ts';
import { at, booking, payer, source, system } from '../../test/support/money-seed.ts';
import type { Step } from './step.ts';

const account = { name: '演示区财政局', number: '6222000011112222', bank: '演示银行' };
const subjectSchema = z.object({ subject: z.string() });

function keyed(name: string) {
  return `${system.user} ${name}`;
}

function read<Answer>(database: Database, work: (ledger: Ledger) => Promise<Answer>) {
  return readAs(database.queries, system, work);
}

/** One of the cases does something with the ledger in a command of its own. */
function caseCommand(
  database: Database,
  name: string,
  subject: string,
  work: (ledger: Ledger) => Promise<{ readonly ok: boolean }>,
) {
  return {
    key: keyed(name),
    give: () =>
      runCommand(
        database.queries,
        { key: name, name: 'crash_test', actor: system, at, input: { subject } },
        async (ledger) => {
          const done = await work(ledger);
          if (!done.ok) return fail({ code: 'refused' });
          const entry = { action: 'crash_test', subject, reason: name, detail: {} };
          return ok({ outcome: { subject }, entry });
        },
        (data) => subjectSchema.parse(data),
      ),
  };
}

const review: Step = async (database, random, name) => {
  const cases = await read(database, (ledger) =>
    ledger
      .selectFrom('delivery_case')
      .leftJoin('allotment', 'allotment.subject', 'delivery_case.id')
      .select('delivery_case.id')
      .where('allotment.subject', 'is', null)
      .orderBy('delivery_case.id')
      .limit(20)
      .execute(),
  );
  const chosen = random.one(cases);
  if (chosen === undefined) return undefined;
  const sums = [{ subject: chosen.id, fen: BigInt(10_000 + random.below(10_000)) }];
  return caseCommand(database, name, chosen.id, async (ledger) => {
    // Two reviewers may have chosen the same case: the second finds it done.
    await ledger
      .selectFrom('delivery_case')
      .select('id')
      .where('id', '=', chosen.id)
      .forUpdate()
      .execute();
    const held = await ledger
      .selectFrom('allotment')
      .select('subject')
      .where('subject', '=', chosen.id)
      .execute();
    if (held.length > 0) return { ok: false };
    const reserved = await reserveMoney(ledger, booking(chosen.id), sums, source);
    return reserved.ok ? approveMoney(ledger, booking(chosen.id), sums, source) : reserved;
  });
};

const order: Step = async (database, random, name) => {
  const cases = await read(database, (ledger) =>
    ledger
      .selectFrom('allotment')
      .select('subject')
      .distinct()
      .where('approved_fen', '>', 0n)
      .orderBy('subject')
      .limit(20)
      .execute(),
  );
  const chosen = random.one(cases);
  if (chosen === undefined) return undefined;
  const { pool, year } = source;
  return caseCommand(database, name, chosen.subject, (ledger) =>
    orderPayments(ledger, booking(chosen.subject), { cases: [chosen.subject], pool, year, payer }),
  );
};

const prepare: Step = async (database, random, name) => {
  const limit = 1 + random.below(4);
  const shown = await read(database, (ledger) => previewBatch(ledger, { payer, limit }));
  if (shown.payments === 0) return undefined;
  const input = { batch: name, payer, account, limit, shown };
  return {
    key: keyed(name),
    give: () => prepareBatch(database.queries, { key: name, actor: system, at, input }),
  };
};

const send: Step = async (database, random, name) => {
  const batches = await read(database, (ledger) =>
    ledger.selectFrom('payment_batch').select('id').where('state', '=', 'prepared').execute(),
  );
  const batch = random.one(batches)?.id;
  if (batch === undefined) return undefined;
  const input = { batch, payer, sha256: undefined };
  return {
    key: keyed(name),
    give: () => markBatchSent(database.queries, { key: name, actor: system, at, input }),
  };
};

/** The bank pays most of what it has, returns some, and takes some back later. */
const receive: Step = async (database, random, name) => {
  const payments = await read(database, (ledger) =>
    ledger
      .selectFrom('payment')
      .select(['end_to_end_id', 'fen', 'state'])
      .where('state', 'in', ['sent', 'paid'])
      .orderBy('id')
      .execute(),
  );
  const chosen = payments.filter(({ state }) => state === 'sent' || random.below(20) === 0);
  if (chosen.length === 0) return undefined;
  const receipts = chosen.slice(0, 3).map(({ end_to_end_id: endToEndId, fen, state }) => {
    const outcome = state === 'sent' && random.below(5) > 0 ? 'paid' : 'returned';
    const reference = `${outcome} ${endToEndId}`;
    return {
      reference,
      endToEndId,
      fen,
      outcome,
      reason: undefined,
      valueDate: '2026-03-05',
    } as const;
  });
  const input = { run: name, payer, fileName: name, receipts };
  return {
    key: keyed(name),
    give: () => importReceipts(database.queries, { key: name, actor: system, at, input }),
  };
};

const settle: Step = async (database, random, name) => {
  const claim = random.one(await read(database, openClaims));
  if (claim === undefined) return undefined;
  const input = { ...claim, fen: BigInt(1 + random.below(Number(claim.fen))), words: name };
  return {
    key: keyed(name),
    give: () => settleClaim(database.queries, { key: name, actor: system, at, input }),
  };
};

const recover: Step = async (database, random, name) => {
  const payments = await read(database, (ledger) =>
    ledger
      .selectFrom('payment')
      .select(['subject', 'fen'])
      .where('state', '=', 'paid')
      .orderBy('id')
      .execute(),
  );
  const paid = random.one(payments);
  if (paid === undefined || random.below(4) > 0) return undefined;
  const input = {
    recovery: name,
    case: paid.subject,
    payer,
    fen: BigInt(1 + random.below(Number(paid.fen))),
    interest: undefined,
    reason: name,
    clause: '第十条',
    dueOn: undefined,
  };
  return {
    key: keyed(name),
    give: () => orderRecoveryOf(database.queries, { key: name, actor: system, at, input }),
  };
};

const payBack: Step = async (database, random, name) => {
  const open = await read(database, (ledger) =>
    ledger
      .selectFrom('recovery')
      .select(['id', 'fen', 'received_fen'])
      .where('state', 'in', ['ordered', 'part_paid'])
      .orderBy('id')
      .execute(),
  );
  const recovery = random.one(open);
  if (recovery === undefined) return undefined;
  const left = Number(recovery.fen - recovery.received_fen);
  const input = {
    recovery: recovery.id,
    payer,
    fen: BigInt(1 + random.below(left)),
    reuse: true,
    words: name,
  };
  return {
    key: keyed(name),
    give: () => receiveRecoveryOf(database.queries, { key: name, actor: system, at, input }),
  };
};

/** Everything that happens to money from review to recovery. */
export const moneySteps: readonly Step[] = [
  review,
  order,
  prepare,
  send,
  receive,
  settle,
  recover,
  payBack,
];
