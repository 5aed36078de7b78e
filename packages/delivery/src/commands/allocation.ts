import { sql } from 'kysely';
import { z } from 'zod';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { runCommand } from '@luodi/platform';
import type { Asked, DeliveryContext } from '../context.ts';
import { sharesIn } from '../domain/funding.ts';
import { hasTasks } from '../domain/route.ts';
import { serveInOrder } from '../money/domain/exhaustion.ts';
import type { Budgets } from '../money/domain/exhaustion.ts';
import { scaleToBudgets } from '../money/domain/proportion.ts';
import { approveMoney } from '../money/store/reservation.ts';
import { changeCase, takeCase } from '../store/cases.ts';
import type { CaseInHand } from '../store/cases.ts';
import { findProgramme } from '../store/programmes.ts';
import type { Programme } from '../store/programmes.ts';
import type { CaseFault } from './case-fault.ts';
import { bookingOf, moveOn } from './progress.ts';

const outcomeSchema = z.strictObject({
  served: z.number(),
  waiting: z.number(),
  totalFen: z.string(),
});

/** What an allocation came to: cases that got money, cases that still wait, 分 in all. */
export type AllocationOutcome = z.infer<typeof outcomeSchema>;

type Transaction = Parameters<typeof findProgramme>[0];

/** What the holders of money of a programme's pool have left. */
async function budgetsOf(transaction: Transaction, { funding }: Programme): Promise<Budgets> {
  const { rows } = await sql<{ holder: string; fen: bigint }>`
    select holder, balance_fen as fen from ledger_account
    where pool = ${funding.pool} and year = ${funding.year} and purpose = 'available' for update`.execute(
    transaction,
  );
  return new Map(rows.map(({ holder, fen }) => [holder, fen]));
}

async function queuedCases(
  transaction: Transaction,
  programme: string,
): Promise<readonly CaseInHand[]> {
  const rows = await transaction
    .selectFrom('delivery_case')
    .select('id')
    .where('programme', '=', programme)
    .where('state', '=', 'queued')
    .orderBy('id')
    .execute();
  const hands: CaseInHand[] = [];
  for (const { id } of rows) {
    const hand = await takeCase(transaction, id);
    if (hand !== undefined) hands.push(hand);
  }
  return hands;
}

function sumsFor(
  { funding }: Programme,
  hands: readonly CaseInHand[],
  budgets: Budgets,
): ReadonlyMap<string, bigint> {
  const claims = hands.map(({ each }) => ({
    subject: each.id,
    fen: each.approvedFen ?? 0n,
    shares: sharesIn(funding, each.district),
    submittedAt: each.openedAt.getTime(),
  }));
  if (funding.exhaustion === 'pro_rata') return scaleToBudgets(claims, budgets);
  const { served } = serveInOrder(claims, budgets);
  return new Map(served.map(({ subject, fen }) => [subject, fen]));
}

/** A case of 免申即享 that waited for money before its notice begins with the notice. */
function fromNotice(hand: CaseInHand): CaseInHand {
  const { manner, route } = hand.programme;
  const beforeNotice = manner === 'automatic' && !route.some(hasTasks);
  return beforeNotice ? { ...hand, each: { ...hand.each, step: -1 } } : hand;
}

/**
 * Gives money to the cases that wait for it: all of a closed round in proportion (pro rata), or one after the other as long as there
 * is enough (queue). Cases of all districts are weighed together against the money that each body bears: what the city pays is given
 * alike in every district, and a district that lacks money of its own reduces its own cases only.
 */
export async function allocateRound(
  context: DeliveryContext,
  asked: Asked,
  id: string,
): Promise<Result<AllocationOutcome, CaseFault>> {
  const { key, actor, at } = asked;
  return runCommand<AllocationOutcome, CaseFault>(
    context.queries,
    { key, name: 'programme.allocate', actor, input: { programme: id }, at },
    async (transaction) => {
      const programme = await findProgramme(transaction, id, 'lock');
      if (programme === undefined) return fail({ code: 'programme_unknown' });
      const { funding, state } = programme;
      if (funding.exhaustion === 'pro_rata' && state !== 'closed')
        return fail({ code: 'programme_state', state });
      const hands = await queuedCases(transaction, id);
      let served = 0;
      let total = 0n;
      const sums = sumsFor(programme, hands, await budgetsOf(transaction, programme));
      for (const hand of hands) {
        const { id: subject, district } = hand.each;
        const fen = sums.get(subject) ?? 0n;
        if (fen <= 0n) continue;
        const source = { ...funding, shares: sharesIn(funding, district) };
        const booking = bookingOf(hand, asked);
        const taken = await approveMoney(transaction, booking, [{ subject, fen }], source);
        if (!taken.ok) return taken;
        await changeCase(transaction, subject, { approvedFen: fen });
        const moved = await moveOn(transaction, context, fromNotice(hand), asked);
        if (!moved.ok) return moved;
        served += 1;
        total += fen;
      }
      const outcome = { served, waiting: hands.length - served, totalFen: total.toString() };
      const entry = { action: 'programme.allocate', subject: id, reason: '', detail: outcome };
      return ok({ outcome, entry });
    },
    (data) => outcomeSchema.parse(data),
  );
}
