import type { Transaction } from 'kysely';
import type { MeasureAnswer } from '@luodi/evaluation';
import { referenceId } from '@luodi/evaluation';
import { Temporal, fail, ok, dayOf } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Schema } from '@luodi/platform';
import type { Asked, DeliveryContext } from '../context.ts';
import { enterStep } from '../domain/case-steps.ts';
import { amountOf, answerCase, answerData } from '../domain/decision.ts';
import { sealDecision } from '../sealed-decision.ts';
import { holderIn, sharesIn } from '../domain/funding.ts';
import { isDecidedAfter } from '../domain/route.ts';
import type { Booking } from '../money/store/booking.ts';
import { orderPayments } from '../money/store/payment-order.ts';
import { approveMoney, releaseMoney, revokeMoney } from '../money/store/reservation.ts';
import { factsOfCase } from '../store/case-facts.ts';
import { changeCase, placeCase } from '../store/cases.ts';
import type { CaseChange, CaseInHand, ClosingReason } from '../store/cases.ts';
import { insertDecisions } from '../store/decisions.ts';
import { notify } from '../store/notices.ts';
import { supersedeTasks } from '../store/tasks.ts';
import type { CaseFault, MeritFault } from './case-fault.ts';

/** What every entry of the ledger about a case says of itself. */
export function bookingOf({ each, programme }: CaseInHand, { actor, at }: Asked): Booking {
  return { subject: each.id, words: `${programme.title} · ${programme.measure}`, actor, at };
}

/** An answer that entitles, or why it does not. */
export function entitledOr(
  answer: MeasureAnswer,
  vocabulary: Parameters<typeof referenceId>[1],
): Result<MeasureAnswer, MeritFault> {
  switch (answer.status) {
    case 'entitled':
      return ok(answer);
    case 'undetermined':
      return fail({
        code: 'still_undetermined',
        missing: answer.missing.map((fact) => referenceId(fact, vocabulary)),
      });
    case 'not_entitled':
    case 'not_in_force':
      return fail({ code: 'not_entitled', failed: answer.failed.map(({ text }) => text) });
  }
}

/** The day whose law applies to a case: the programme's, else the day of its submission, else today. */
export function lawDateOf(
  { each, programme }: CaseInHand,
  { at }: Pick<Asked, 'at'>,
): Temporal.PlainDate {
  if (programme.lawDate !== null) return Temporal.PlainDate.from(programme.lawDate);
  return each.lawDate ?? dayOf(at);
}

/** Decides a case by its rule and what is known now, seals the decision, and takes the money from the budget. */
export async function decideCase(
  transaction: Transaction<Schema>,
  context: DeliveryContext,
  hand: CaseInHand,
  asked: Asked,
  chosen: bigint | undefined,
): Promise<Result<'approved' | 'queued', CaseFault>> {
  const { each, programme } = hand;
  const evaluator = await context.rulesOf(programme.contentVersion, transaction);
  const lawDate = lawDateOf(hand, asked);
  const facts = await factsOfCase(transaction, context, evaluator, each, asked.at);
  const answered = answerCase(evaluator, programme.measure, facts, lawDate);
  if (!answered.ok) return fail({ code: 'facts_unreadable', faults: answered.error });
  const entitled = entitledOr(answered.value, evaluator.content.vocabulary);
  if (!entitled.ok) return entitled;
  const amount = amountOf(entitled.value, chosen);
  if (!amount.ok) return amount;
  const { fen, by } = amount.value;
  const record = sealDecision({
    format: 'luodi-decision-1',
    id: `${each.id}/decision`,
    case: each.id,
    programme: programme.id,
    enterprise: each.enterprise,
    measure: programme.measure,
    contentVersion: programme.contentVersion,
    lawDate: lawDate.toString(),
    knownAt: asked.at.toISOString(),
    facts,
    answer: answerData(evaluator, entitled.value),
    amountFen: fen.toString(),
    amountBy: by,
  });
  await insertDecisions(transaction, [record]);
  await changeCase(transaction, each.id, { approvedFen: fen, decision: record.id });
  return takeMoney(transaction, hand, asked, fen);
}

/** Takes a decided sum (分) from the budget; where the round waits for it, the case is to be queued. */
export async function takeMoney(
  transaction: Transaction<Schema>,
  hand: CaseInHand,
  asked: Asked,
  fen: bigint,
): Promise<Result<'approved' | 'queued', CaseFault>> {
  const { each, programme } = hand;
  const { funding } = programme;
  // Scaled when the round is closed and all claims are known.
  if (funding.exhaustion === 'pro_rata') return ok('queued');
  const source = { ...funding, shares: sharesIn(funding, each.district) };
  const sums = [{ subject: each.id, fen }];
  const approved = await approveMoney(transaction, bookingOf(hand, asked), sums, source);
  if (approved.ok) return ok('approved');
  const waits = funding.exhaustion === 'queue' && approved.error.code === 'budget_exhausted';
  return waits ? ok('queued') : approved;
}

/** Brings a case to its next step; at the payment the money is ordered. */
export async function moveOn(
  transaction: Transaction<Schema>,
  context: DeliveryContext,
  hand: CaseInHand,
  asked: Asked,
  change: CaseChange = {},
): Promise<Result<undefined, CaseFault>> {
  const { each, programme } = hand;
  const { route, funding } = programme;
  const index = each.step + 1;
  const entered = enterStep(route, index, each.district, dayOf(asked.at), context.calendar);
  if (!entered.ok) return entered;
  await placeCase(transaction, each.id, entered.value, change);
  if (route[index]?.kind === 'payment') {
    const ordered = await orderPayments(transaction, bookingOf(hand, asked), {
      pool: funding.pool,
      year: funding.year,
      cases: [each.id],
      payer: holderIn(funding.advance, each.district),
    });
    if (!ordered.ok) return ordered;
  }
  await notify(transaction, hand, `step.${route[index]?.kind ?? ''}`, asked.at, {
    due: entered.value.dueOn?.toString() ?? null,
  });
  return ok(undefined);
}

/**
 * Leaves the present step: after the last on which the merits are looked at the case is decided, and the next step begins; where
 * there is no money yet, it waits in the queue.
 *
 * @param chosen The sum in 分 that the body names where the rule leaves it to it.
 */
export async function passStep(
  transaction: Transaction<Schema>,
  context: DeliveryContext,
  hand: CaseInHand,
  asked: Asked,
  chosen?: bigint,
): Promise<Result<undefined, CaseFault>> {
  const { each, programme } = hand;
  if (each.decision === null && isDecidedAfter(programme.route, each.step)) {
    const decided = await decideCase(transaction, context, hand, asked, chosen);
    if (!decided.ok) return decided;
    if (decided.value === 'queued') {
      await changeCase(transaction, each.id, { state: 'queued', dueOn: null });
      await notify(transaction, hand, 'queued', asked.at, {});
      return ok(undefined);
    }
  }
  return moveOn(transaction, context, hand, asked);
}

/** Ends a case without a payment; what was kept for it becomes available again. */
export async function closeCase(
  transaction: Transaction<Schema>,
  hand: CaseInHand,
  asked: Asked,
  state: 'rejected' | 'waived' | 'withdrawn',
  closingReason: ClosingReason,
): Promise<Result<undefined, CaseFault>> {
  const { id, approvedFen } = hand.each;
  const giveBack = approvedFen === null ? releaseMoney : revokeMoney;
  const given = await giveBack(transaction, bookingOf(hand, asked), [id]);
  if (!given.ok && given.error.code !== 'not_held') return given;
  await supersedeTasks(transaction, id);
  await changeCase(transaction, id, {
    state,
    closingReason,
    closedAt: asked.at,
    dueOn: null,
    pausedOn: null,
  });
  await notify(transaction, hand, state, asked.at, { because: closingReason.because });
  return ok(undefined);
}
