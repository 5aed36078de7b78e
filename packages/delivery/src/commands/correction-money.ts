import type { Transaction } from 'kysely';
import { fail, formatMoneyEn, formatMoneyZh, ok, rational } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Schema } from '@luodi/platform';
import type { Asked, DeliveryContext } from '../context.ts';
import { holderIn, sharesIn } from '../domain/funding.ts';
import { hasTasks } from '../domain/route.ts';
import { placeRecovery } from '../money/commands/recovery.ts';
import type { StatedInterest } from '../money/domain/interest.ts';
import { orderPayments } from '../money/store/payment-order.ts';
import { approveMoney, reserveMoney, revokeMoney } from '../money/store/reservation.ts';
import { changeCase } from '../store/cases.ts';
import type { CaseInHand } from '../store/cases.ts';
import { notify } from '../store/notices.ts';
import { roundProportion } from '../store/round-proportion.ts';
import { insertSupplement } from '../store/supplement-cases.ts';
import type { CorrectionFault } from './correction-fault.ts';
import { bookingOf, closeCase, moveOn, takeMoney } from './progress.ts';
import { recoveryParts } from '../store/recovery-parts.ts';

/** A correction whose money is to move. Sums are 分. */
export interface MoneyCorrection {
  readonly context: DeliveryContext;
  readonly hand: CaseInHand;
  readonly asked: Asked;
  readonly correction: string;
  /** The decision that takes the place of the earlier one. */
  readonly successor: string;
  /** By how much the granted sum moves, above zero. */
  readonly fen: bigint;
  /** What stands as granted afterwards. */
  readonly grantedFen: bigint;
  readonly reason: string;
  readonly clause: string;
  readonly dueOn: string | undefined;
  /** On what is asked back, where the rule states any. */
  readonly interest: StatedInterest | undefined;
  /** The conditions that fail now, in the rule's words. */
  readonly failed: readonly string[];
  /** The case was refused: nothing of it is kept, and it ended where it was looked at. */
  readonly refused: boolean;
}

/** What moved. */
export interface MovedMoney {
  readonly recoveries: readonly string[];
  readonly supplementCase: string | undefined;
}

type Moved = Promise<Result<MovedMoney, CorrectionFault>>;
const inPlace: MovedMoney = { recoveries: [], supplementCase: undefined };

async function tell(
  transaction: Transaction<Schema>,
  { hand, asked, grantedFen, fen, reason }: MoneyCorrection,
  kind: string,
  [zh, en]: readonly [string, string],
): Promise<void> {
  const [sum, after] = [rational(fen), rational(grantedFen)];
  await notify(transaction, hand, kind, asked.at, {
    fen: fen.toString(),
    zh: `${hand.programme.title}：${zh} ${formatMoneyZh(sum)}，更正后为 ${formatMoneyZh(after)}。理由：${reason}`,
    en: `${hand.programme.titleEn}: ${en} ${formatMoneyEn(sum)}; it is ${formatMoneyEn(after)} now. Reason: ${reason}`,
  });
}

/** 追回: what was paid above the right sum is asked back, of the latest payment first. */
export async function recover(transaction: Transaction<Schema>, what: MoneyCorrection): Moved {
  const { hand, asked, correction, reason, clause, dueOn, interest } = what;
  const { parts, lacking } = await recoveryParts(transaction, hand.each.id, what.fen);
  if (lacking > 0n) return fail({ code: 'more_than_paid', recoverable: what.fen - lacking });
  const recoveries: string[] = [];
  for (const part of parts) {
    const recovery = `${correction}-r${recoveries.length + 1}`;
    const input = { ...part, recovery, reason, clause, dueOn, interest };
    const { actor, at } = asked;
    const placed = await placeRecovery(transaction, { input, actor, at });
    if (!placed.ok) return placed;
    recoveries.push(recovery);
  }
  return ok({ recoveries, supplementCase: undefined });
}

/** 调减: what is kept but not ordered becomes less; at nothing the case ends. */
export async function reduce(transaction: Transaction<Schema>, what: MoneyCorrection): Moved {
  const { hand, asked, grantedFen, successor, reason, clause } = what;
  const { each, programme } = hand;
  if (grantedFen === 0n) {
    await changeCase(transaction, each.id, { decision: successor });
    const closed = await closeCase(transaction, hand, asked, 'rejected', {
      because: `更正：${reason}（${clause}）`,
      failed: what.failed,
    });
    return closed.ok ? ok(inPlace) : closed;
  }
  const booking = bookingOf(hand, asked);
  const revoked = await revokeMoney(transaction, booking, [each.id]);
  // What waits for money holds none yet.
  if (!revoked.ok && revoked.error.code !== 'not_held') return revoked;
  if (revoked.ok) {
    const source = { ...programme.funding, shares: sharesIn(programme.funding, each.district) };
    const sums = [{ subject: each.id, fen: grantedFen }];
    const approved = await approveMoney(transaction, booking, sums, source);
    if (!approved.ok) return approved;
  }
  await changeCase(transaction, each.id, { approvedFen: grantedFen, decision: successor });
  await tell(transaction, what, 'reduction', ['更正后调减', 'reduced by']);
  return ok(inPlace);
}

/** 调增: what is kept but not ordered becomes more. */
export async function increase(transaction: Transaction<Schema>, what: MoneyCorrection): Moved {
  const { hand, asked, grantedFen, successor, fen } = what;
  const { each, programme } = hand;
  if (each.state !== 'queued') {
    const source = { ...programme.funding, shares: sharesIn(programme.funding, each.district) };
    const sums = [{ subject: each.id, fen }];
    const approved = await approveMoney(transaction, bookingOf(hand, asked), sums, source);
    if (!approved.ok) return approved;
  }
  await changeCase(transaction, each.id, { approvedFen: grantedFen, decision: successor });
  await tell(transaction, what, 'increase', ['更正后调增', 'raised by']);
  return ok(inPlace);
}

/**
 * 补发 after a refusal: what the review would have opened. The case goes on beside the refused one behind the last step that looks at
 * the merits, so that the public may object and the enterprise claims, as for everybody else in the round.
 */
async function grantAfterAll(transaction: Transaction<Schema>, what: MoneyCorrection): Moved {
  const { context, hand, asked, fen, successor } = what;
  const { programme } = hand;
  const looked = programme.route.findLastIndex(hasTasks);
  const given = { fen, decision: successor, at: asked.at, step: Math.max(looked, 0) };
  const id = await insertSupplement(transaction, hand, given);
  const each = { ...hand.each, id, step: looked, decision: successor, approvedFen: fen };
  const beside = { programme, each };
  const { funding } = programme;
  const source = { ...funding, shares: sharesIn(funding, each.district) };
  // Where the round has given out its money the sum is reduced already, and waits for no other claims.
  const settled = await roundProportion(transaction, programme.id, each.district);
  const taken =
    settled === undefined
      ? await takeMoney(transaction, beside, asked, fen)
      : await approveMoney(transaction, bookingOf(beside, asked), [{ subject: id, fen }], source);
  if (!taken.ok) return taken;
  if (taken.value === 'queued') await changeCase(transaction, id, { state: 'queued' });
  else {
    const moved = await moveOn(transaction, context, beside, asked);
    if (!moved.ok) return moved;
  }
  await tell(transaction, what, 'supplement', [
    '原决定不予兑现，更正后补发',
    'refused before, granted after correction:',
  ]);
  return ok({ recoveries: [], supplementCase: id });
}

/** 补发: an additional payment, a case of its own that begins at the payment. */
export async function supplement(transaction: Transaction<Schema>, what: MoneyCorrection): Moved {
  if (what.refused) return grantAfterAll(transaction, what);
  const { hand, asked, fen, successor } = what;
  const { each, programme } = hand;
  const step = programme.route.length - 1;
  const given = { fen, decision: successor, at: asked.at, step };
  const id = await insertSupplement(transaction, hand, given);
  const booking = bookingOf({ ...hand, each: { ...each, id } }, asked);
  const { funding } = programme;
  const source = { ...funding, shares: sharesIn(funding, each.district) };
  const sums = [{ subject: id, fen }];
  const reserved = await reserveMoney(transaction, booking, sums, source);
  if (!reserved.ok) return reserved;
  const approved = await approveMoney(transaction, booking, sums, source);
  if (!approved.ok) return approved;
  const ordered = await orderPayments(transaction, booking, {
    pool: funding.pool,
    year: funding.year,
    cases: [id],
    payer: holderIn(funding.advance, each.district),
  });
  if (!ordered.ok) return ordered;
  await tell(transaction, what, 'supplement', ['补发', 'an additional payment of']);
  return ok({ recoveries: [], supplementCase: id });
}
