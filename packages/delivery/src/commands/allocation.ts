import { sql } from 'kysely';
import { z } from 'zod';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { runCommand } from '@luodi/platform';
import type { Asked, DeliveryContext } from '../context.ts';
import { sharesIn } from '../domain/funding.ts';
import { hasTasks } from '../domain/route.ts';
import { scaleToBudget, serveInOrder } from '../money/domain/exhaustion.ts';
import { approveMoney } from '../money/store/reservation.ts';
import { changeCase, takeCase } from '../store/cases.ts';
import type { CaseInHand } from '../store/cases.ts';
import { findProgramme } from '../store/programmes.ts';
import type { Programme } from '../store/programmes.ts';
import { moneyOf } from '../store/round-proportion.ts';
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

/** The least that the holders of a programme's shares can bear together, were everything of one district: 分. */
async function available(
  transaction: Transaction,
  { funding }: Programme,
  district: string,
): Promise<bigint> {
  const shares = sharesIn(funding, district);
  const { rows } = await sql<{ holder: string; fen: bigint }>`
    select holder, balance_fen as fen from ledger_account
    where pool = ${funding.pool} and year = ${funding.year} and purpose = 'available' for update`.execute(
    transaction,
  );
  const limits = shares.map(({ holder, part }) => {
    const fen = rows.find((row) => row.holder === holder)?.fen ?? 0n;
    return (fen * part.denominator) / part.numerator;
  });
  return limits.reduce((least, each) => (each < least ? each : least));
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

/** Cases that the same money pays, under one of their districts: they compete, whichever district they are of. */
function byMoney(
  { funding }: Programme,
  hands: readonly CaseInHand[],
): ReadonlyMap<string, readonly CaseInHand[]> {
  const districts = [...new Set(hands.map(({ each }) => each.district))].sort();
  const alike = (a: string, b: string) => moneyOf(funding, a) === moneyOf(funding, b);
  const groups = new Map<string, readonly CaseInHand[]>();
  for (const district of districts) {
    if ([...groups.keys()].some((first) => alike(first, district))) continue;
    groups.set(
      district,
      hands.filter(({ each }) => alike(each.district, district)),
    );
  }
  return groups;
}

function sumsFor(
  { funding }: Programme,
  hands: readonly CaseInHand[],
  limit: bigint,
): ReadonlyMap<string, bigint> {
  const claims = hands.map(({ each }) => ({
    subject: each.id,
    fen: each.approvedFen ?? 0n,
    submittedAt: each.openedAt.getTime(),
  }));
  if (funding.exhaustion === 'pro_rata') return scaleToBudget(claims, limit);
  const { served } = serveInOrder(claims, limit);
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
 * is enough (queue). Cases whose shares lie with one district are weighed against that district's money.
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
      for (const [district, together] of byMoney(programme, hands)) {
        const limit = await available(transaction, programme, district);
        for (const [subject, fen] of sumsFor(programme, together, limit)) {
          const hand = together.find(({ each }) => each.id === subject);
          if (hand === undefined || fen <= 0n) continue;
          const source = { ...funding, shares: sharesIn(funding, district) };
          const sums = [{ subject, fen }];
          const taken = await approveMoney(transaction, bookingOf(hand, asked), sums, source);
          if (!taken.ok) return taken;
          await changeCase(transaction, subject, { approvedFen: fen });
          const moved = await moveOn(transaction, context, fromNotice(hand), asked);
          if (!moved.ok) return moved;
          served += 1;
          total += fen;
        }
      }
      const outcome = { served, waiting: hands.length - served, totalFen: total.toString() };
      const entry = { action: 'programme.allocate', subject: id, reason: '', detail: outcome };
      return ok({ outcome, entry });
    },
    (data) => outcomeSchema.parse(data),
  );
}
