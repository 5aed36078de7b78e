import { sql } from 'kysely';
import { openClaims } from '../../src/money/queries/reconciliation.ts';
import { previewBatch } from '../../src/money/store/batches.ts';
import { payer } from '../../test/support/money-seed.ts';
import { look } from './step.ts';
import type { Step } from './step.ts';

const allot: Step = async (world, random) => {
  const cases = await look(world, (ledger) =>
    ledger
      .selectFrom('delivery_case')
      .leftJoin('allotment', 'allotment.subject', 'delivery_case.id')
      .select('delivery_case.id')
      .where('programme', '=', 'programme-1')
      .where('allotment.subject', 'is', null)
      .orderBy('delivery_case.id')
      .limit(20)
      .execute(),
  );
  const chosen = random.one(cases);
  if (chosen === undefined) return undefined;
  return { kind: 'allot', case: chosen.id, fen: BigInt(10_000 + random.below(10_000)) };
};

const order: Step = async (world, random) => {
  const cases = await look(world, (ledger) =>
    ledger
      .selectFrom('allotment')
      .innerJoin('delivery_case', 'delivery_case.id', 'allotment.subject')
      .select('subject')
      .distinct()
      .where('programme', '=', 'programme-1')
      .where('allotment.approved_fen', '>', 0n)
      .orderBy('subject')
      .limit(20)
      .execute(),
  );
  const chosen = random.one(cases);
  return chosen === undefined ? undefined : { kind: 'order', case: chosen.subject };
};

/** What came back is ordered again. */
const orderAgain: Step = async (world, random) => {
  const { rows } = await look(world, (ledger) =>
    sql<{ payment: string; enterprise: string }>`
      select p.id as payment, p.enterprise from payment p where p.state = 'returned' and not exists (
        select from payment other where other.delivery_case = p.delivery_case and other.attempt > p.attempt)
      order by p.id limit 5`.execute(ledger),
  );
  const chosen = random.one(rows);
  return chosen === undefined ? undefined : { kind: 'order_again', ...chosen };
};

const prepare: Step = async (world, random) => {
  const limit = 1 + random.below(4);
  const shown = await look(world, (ledger) => previewBatch(ledger, { payer, limit }));
  return shown.payments === 0 ? undefined : { kind: 'prepare', limit, ...shown };
};

/** A batch goes to the bank; now and then it is taken apart before. */
const send: Step = async (world, random) => {
  const batches = await look(world, (ledger) =>
    ledger
      .selectFrom('payment_batch')
      .select('id')
      .where('state', '=', 'prepared')
      .orderBy('id')
      .execute(),
  );
  const batch = random.one(batches)?.id;
  if (batch === undefined) return undefined;
  return { kind: random.below(8) === 0 ? 'dissolve' : 'send', batch };
};

/** The bank pays most of what it has, returns some, and takes some back later. */
const receive: Step = async (world, random) => {
  const payments = await look(world, (ledger) =>
    ledger
      .selectFrom('payment')
      .select(['end_to_end_id', 'fen', 'state'])
      .where('state', 'in', ['sent', 'paid'])
      .orderBy('id')
      .execute(),
  );
  const chosen = payments.filter(({ state }) => state === 'sent' || random.below(200) === 0);
  if (chosen.length === 0) return undefined;
  const receipts = chosen.slice(0, 3).map(({ end_to_end_id: endToEndId, fen, state }) => {
    const outcome = state === 'sent' && random.below(5) > 0 ? 'paid' : 'returned';
    return { endToEndId, fen, outcome } as const;
  });
  return { kind: 'receive', receipts };
};

const settle: Step = async (world, random) => {
  const claim = random.one(await look(world, openClaims));
  if (claim === undefined) return undefined;
  const fen = BigInt(1 + random.below(Number(claim.fen)));
  return { kind: 'settle_claim', claim: { ...claim, fen } };
};

const recover: Step = async (world, random) => {
  const payments = await look(world, (ledger) =>
    ledger
      .selectFrom('payment')
      .select(['subject', 'fen'])
      .where('state', '=', 'paid')
      .orderBy('id')
      .execute(),
  );
  const paid = random.one(payments);
  if (paid === undefined || random.below(4) > 0) return undefined;
  return { kind: 'recover', case: paid.subject, fen: BigInt(1 + random.below(Number(paid.fen))) };
};

const payBack: Step = async (world, random) => {
  const open = await look(world, (ledger) =>
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
  return { kind: 'pay_back', recovery: recovery.id, fen: BigInt(1 + random.below(left)) };
};

/** Everything that happens to money from review to recovery. */
export const moneySteps: readonly Step[] = [
  allot,
  order,
  orderAgain,
  prepare,
  send,
  send,
  receive,
  receive,
  settle,
  recover,
  payBack,
];
