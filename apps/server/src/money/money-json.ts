import {
  budgetState,
  lastAccount,
  listBatches,
  listBodies,
  listPayers,
  listPaymentLines,
  listPools,
  mayHandleMoneyOf,
  namesOfHolders,
  openClaims,
  previewBatch,
  reconciliation,
} from '@luodi/delivery';
import type { Ledger, PaymentLines } from '@luodi/delivery';
import type { Actor } from '@luodi/platform';
import type { LinesResponse, MoneyResponse, PayerResponse } from '../contract/index.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Names bodies and the enterprises asked for by their ids; what has no name is called by its id. */
export async function holderNames(
  ledger: Ledger,
  enterprises: readonly string[] = [],
): Promise<(id: string) => Words> {
  const names = await namesOfHolders(ledger, enterprises);
  return (id) => {
    const { zh = id, en = '' } = names.get(id) ?? {};
    return { zh, en: en === '' ? zh : en };
  };
}

/** Whether the money of a body is the actor's to move, asked once a body. */
function handledBy(ledger: Ledger, actor: Actor): (body: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return (body) => {
    const asked = known.get(body) ?? mayHandleMoneyOf(ledger, actor, body);
    known.set(body, asked);
    return asked;
  };
}

async function poolsJson(ledger: Ledger, actor: Actor): Promise<MoneyResponse['pools']> {
  const nameOf = await holderNames(ledger);
  const handles = handledBy(ledger, actor);
  const pools: MoneyResponse['pools'] = [];
  for (const pool of await listPools(ledger)) {
    const budgets: MoneyResponse['pools'][number]['budgets'] = [];
    for (const budget of await budgetState(ledger, pool.id))
      budgets.push({
        year: budget.year,
        holder: budget.holder,
        holderName: nameOf(budget.holder).zh,
        holderNameEn: nameOf(budget.holder).en,
        appropriated: budget.appropriated.toString(),
        available: budget.available.toString(),
        reserved: budget.reserved.toString(),
        approved: budget.approved.toString(),
        ordered: budget.ordered.toString(),
        spent: budget.spent.toString(),
        mine: await handles(budget.holder),
      });
    const owner = nameOf(pool.owner);
    pools.push({ ...pool, ownerName: owner.zh, ownerNameEn: owner.en, budgets });
  }
  return pools;
}

/** How money stands for the office of the actor. */
export async function moneyJson(ledger: Ledger, actor: Actor): Promise<MoneyResponse> {
  const nameOf = await holderNames(ledger);
  const handles = handledBy(ledger, actor);
  const claims: MoneyResponse['claims'] = [];
  for (const claim of await openClaims(ledger))
    claims.push({
      ...claim,
      creditorName: nameOf(claim.creditor).zh,
      creditorNameEn: nameOf(claim.creditor).en,
      debtorName: nameOf(claim.debtor).zh,
      debtorNameEn: nameOf(claim.debtor).en,
      fen: claim.fen.toString(),
      mine: await handles(claim.creditor),
    });
  const payers = await listPayers(ledger, actor.district);
  const bodies = actor.role === 'finance' ? await listBodies(ledger, actor.district) : [];
  return {
    payers: payers.map((payer) => ({ ...payer })),
    bodies: bodies.map((each) => ({ ...each })),
    pools: await poolsJson(ledger, actor),
    claims,
  };
}

/** So many payments are put into one batch at most. */
const largestBatch = 100_000;

/** What a payer has to do. */
export async function payerJson(
  ledger: Ledger,
  payer: string,
  { role }: Actor,
): Promise<PayerResponse> {
  const ready = await previewBatch(ledger, { payer, limit: largestBatch });
  const returned = await listPaymentLines(ledger, { kind: 'returned', payer }, 1);
  const { unmatched } = await reconciliation(ledger, payer);
  const account = role === 'finance' ? await lastAccount(ledger, payer) : undefined;
  return {
    ready: { payments: ready.payments, fen: ready.fen.toString() },
    returned: { payments: returned.payments, fen: returned.fen.toString() },
    account: account ?? null,
    batches: (await listBatches(ledger, payer)).map(({ fen, createdAt, sentAt, ...batch }) => ({
      ...batch,
      fen: fen.toString(),
      createdAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    })),
    unmatched: unmatched.map(
      ({ reference, endToEndId, fen, outcome, reason, valueDate, because, paymentFen }) => ({
        reference,
        fen: fen.toString(),
        outcome,
        reason,
        valueDate,
        because,
        endToEndId,
        paymentFen: paymentFen?.toString() ?? null,
      }),
    ),
  };
}

/** Payments, their sums as text. */
export function linesJson({ payments, fen, lines }: PaymentLines): LinesResponse {
  return {
    payments,
    fen: fen.toString(),
    lines: lines.map((line) => ({
      ...line,
      fen: line.fen.toString(),
      orderedAt: line.orderedAt.toISOString(),
      settledAt: line.settledAt?.toISOString() ?? null,
    })),
  };
}
