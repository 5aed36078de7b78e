import type { Transaction } from 'kysely';
import { z } from 'zod';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { runCommand } from '@luodi/platform';
import type { Done, Schema } from '@luodi/platform';
import type { Asked, DeliveryContext } from '../context.ts';
import { grantedOf, sumNow } from '../domain/reached-again.ts';
import type { Consequence } from '../domain/reached-again.ts';
import type { StatedInterest } from '../money/domain/interest.ts';
import { plainJson } from '../money/plain-json.ts';
import { reachAgain, valuesFor } from '../queries/changed-decisions.ts';
import type { ChangedDecision, CorrectionBasis } from '../queries/changed-decisions.ts';
import { sealDecision } from '../sealed-decision.ts';
import { takeCase } from '../store/cases.ts';
import type { CaseInHand } from '../store/cases.ts';
import { countOf, insertCorrection } from '../store/corrections.ts';
import { findDecision, insertDecisions } from '../store/decisions.ts';
import { findStanding } from '../store/standing-decisions.ts';
import type { CorrectionFault } from './correction-fault.ts';
import { increase, recover, reduce, supplement } from './correction-money.ts';

/** What is to follow from a decision that comes out otherwise. */
export interface CorrectionInput {
  readonly programme: string;
  readonly decision: string;
  readonly basis: CorrectionBasis;
  /** The hash of what was shown; anything else found is not acted upon. */
  readonly finding: string;
  /** `open`: the money follows; `uphold`: the decision stands all the same. */
  readonly follow: 'open' | 'uphold';
  readonly reason: string;
  /** Where it rests: the clause. */
  readonly clause: string;
  /** Until when money is to be paid back. */
  readonly dueOn: string | undefined;
  /** On what is asked back, where the rule states any. */
  readonly interest: StatedInterest | undefined;
  /** The additional sum (分) that the body names where the rule lets it go higher. */
  readonly addFen: bigint | undefined;
}

const outcomeSchema = z.strictObject({
  correction: z.string(),
  kind: z.enum(['recovery', 'reduction', 'supplement', 'increase', 'upheld']),
  fen: z.string(),
  grantedFen: z.string(),
  successor: z.string().nullable(),
  supplementCase: z.string().nullable(),
  recoveries: z.array(z.string()),
});

/** What followed; sums are 分. */
export type CorrectionOutcome = z.infer<typeof outcomeSchema>;

type Found = Omit<ChangedDecision, 'upheld'>;

/** What a correction is made of when nothing is written yet. */
interface Plan {
  readonly hand: CaseInHand;
  readonly found: Found;
  readonly asked: Asked;
  readonly input: CorrectionInput;
  readonly correction: string;
  readonly successor: string;
}

async function correctedBy(
  transaction: Transaction<Schema>,
  { decision, finding }: CorrectionInput,
): Promise<CorrectionFault> {
  const done = await transaction
    .selectFrom('correction')
    .select('id')
    .where('decision', '=', decision)
    .where((where) =>
      where.or([where('finding', '=', finding), where('successor', 'is not', null)]),
    )
    .executeTakeFirst();
  return done === undefined
    ? { code: 'decision_unknown' }
    : { code: 'corrected_already', correction: done.id };
}

function mayCorrect({ programme }: CaseInHand, { actor }: Asked): boolean {
  const owns = actor.role === 'officer' && actor.organisation === programme.owner;
  return owns || actor.role === 'system';
}

/** Takes the case in hand and reaches its decision again: it has to be what was shown. */
async function lookAgain(
  transaction: Transaction<Schema>,
  context: DeliveryContext,
  asked: Asked,
  input: CorrectionInput,
): Promise<Result<Plan, CorrectionFault>> {
  const record = await findDecision(transaction, input.decision);
  const hand = record === undefined ? undefined : await takeCase(transaction, record.case);
  if (hand === undefined || hand.each.programme !== input.programme)
    return fail({ code: 'decision_unknown' });
  if (!mayCorrect(hand, asked)) return fail({ code: 'not_your_programme' });
  const decision = await findStanding(transaction, input);
  if (decision === undefined) return fail(await correctedBy(transaction, input));
  const reaching = { context, basis: input.basis, at: asked.at };
  const values = await valuesFor(transaction, [decision], reaching);
  const again = await reachAgain(decision, values, reaching, transaction);
  if (again.kind !== 'changed' || again.changed.finding !== input.finding)
    return fail({ code: 'finding_changed' });
  const before = await correctedBy(transaction, input);
  if (before.code === 'corrected_already') return fail(before);
  const counts = await countOf(transaction, hand.each.id);
  return ok({
    hand,
    asked,
    input,
    found: again.changed,
    correction: `${hand.each.id}-c${counts.corrections + 1}`,
    successor: `${hand.each.id}/decision/${counts.decisions + 1}`,
  });
}

/** The sum that the new decision states, and what is granted by it (分). */
function newSums({
  found,
  input,
}: Plan): Result<{ readonly statedFen: bigint; readonly grantedFen: bigint }, CorrectionFault> {
  const { change, granted, proportion, now } = found;
  if (change.kind === 'room') {
    const { addFen } = input;
    const { upToFen: upperFen } = change;
    const least = now.amount.lowerFen - granted.statedFen;
    const lowerFen = least > 1n ? least : 1n;
    if (addFen === undefined) return fail({ code: 'amount_needed', lowerFen, upperFen });
    if (addFen < lowerFen || (upperFen !== null && addFen > upperFen))
      return fail({ code: 'amount_not_allowed', lowerFen, upperFen });
    return ok({
      statedFen: granted.statedFen + addFen,
      grantedFen: granted.grantedFen + grantedOf(addFen, proportion),
    });
  }
  const statedFen = sumNow(now, granted);
  if (statedFen === undefined) return fail({ code: 'nothing_follows' });
  return ok({ statedFen, grantedFen: grantedOf(statedFen, proportion) });
}

async function sealSuccessor(
  transaction: Transaction<Schema>,
  { found, successor }: Plan,
  statedFen: bigint,
): Promise<void> {
  const { record, reached, now } = found;
  const { contentVersion, knownAt, facts, answer } = reached;
  const bounded = now.status === 'entitled' && now.amount.kind !== 'exact';
  const { hash: _, refusal: __, ...rest } = record;
  const sealed = sealDecision({
    ...rest,
    id: successor,
    contentVersion,
    knownAt,
    facts,
    answer,
    amountFen: statedFen.toString(),
    amountBy: bounded ? 'body' : 'rule',
    corrects: record.id,
  });
  await insertDecisions(transaction, [sealed]);
}

const moves = { recovery: recover, reduction: reduce, supplement, increase } as const;

function done(plan: Plan, outcome: CorrectionOutcome): Done<CorrectionOutcome> {
  const { input, hand, found } = plan;
  const { decision, finding, basis, reason, clause } = input;
  const facts = found.facts.map(({ fact, year }) =>
    year === undefined ? fact : `${fact} ${year}`,
  );
  const action = input.follow === 'open' ? 'correction.open' : 'correction.uphold';
  const detail = { ...outcome, decision, finding, basis, clause, facts };
  return { outcome, entry: { action, subject: hand.each.id, reason, detail } };
}

async function open(
  transaction: Transaction<Schema>,
  context: DeliveryContext,
  plan: Plan,
  kind: Exclude<Consequence, 'none'>,
): Promise<Result<Done<CorrectionOutcome>, CorrectionFault>> {
  const { hand, asked, input, found, correction, successor } = plan;
  const sums = newSums(plan);
  if (!sums.ok) return sums;
  const { statedFen, grantedFen } = sums.value;
  const difference = grantedFen - found.granted.grantedFen;
  const fen = difference < 0n ? -difference : difference;
  if (fen === 0n) return fail({ code: 'nothing_follows' });
  await sealSuccessor(transaction, plan, statedFen);
  const moved = await moves[kind](transaction, {
    ...input,
    context,
    hand,
    asked,
    correction,
    successor,
    fen,
    grantedFen,
    failed: found.now.failed.map(({ text, because }) => (text === '' ? because : text)),
    refused: found.standing === 'refused',
  });
  if (!moved.ok) return moved;
  await insertCorrection(transaction, {
    ...input,
    ...moved.value,
    id: correction,
    case: hand.each.id,
    kind,
    successor,
    fen,
    grantedFen,
    at: asked.at,
    decidedBy: asked.actor.user,
  });
  const { supplementCase = null, recoveries } = moved.value;
  const followed = { supplementCase, recoveries: [...recoveries] };
  const texts = { fen: fen.toString(), grantedFen: grantedFen.toString() };
  return ok(done(plan, { correction, kind, ...texts, successor, ...followed }));
}

/** 维持原决定: nothing follows, and that is recorded with its reason. */
async function uphold(
  transaction: Transaction<Schema>,
  plan: Plan,
): Promise<Result<Done<CorrectionOutcome>, CorrectionFault>> {
  const { hand, asked, input, found, correction } = plan;
  const { change, granted } = found;
  const fen = change.kind === 'overpaid' || change.kind === 'underpaid' ? change.fen : 0n;
  const { grantedFen } = granted;
  await insertCorrection(transaction, {
    ...input,
    id: correction,
    case: hand.each.id,
    kind: 'upheld',
    successor: undefined,
    supplementCase: undefined,
    recoveries: [],
    fen,
    grantedFen,
    at: asked.at,
    decidedBy: asked.actor.user,
  });
  const texts = { fen: fen.toString(), grantedFen: grantedFen.toString() };
  return ok(
    done(plan, {
      correction,
      kind: 'upheld',
      ...texts,
      successor: null,
      supplementCase: null,
      recoveries: [],
    }),
  );
}

/**
 * Lets follow what a decision that comes out otherwise calls for: 追回 or 补发 as a case of its own, or a change of what is kept but not
 * ordered; or records that the decision stands. The decision itself is never altered: another one takes its place, once.
 */
export async function correctDecision(
  context: DeliveryContext,
  asked: Asked,
  input: CorrectionInput,
): Promise<Result<CorrectionOutcome, CorrectionFault>> {
  const { key, actor, at } = asked;
  const request = {
    ...input,
    dueOn: input.dueOn ?? null,
    interest: input.interest === undefined ? null : plainJson(input.interest),
    addFen: input.addFen?.toString() ?? null,
  };
  return runCommand<CorrectionOutcome, CorrectionFault>(
    context.queries,
    { key, name: 'decision.correct', actor, input: request, at },
    async (transaction) => {
      const plan = await lookAgain(transaction, context, asked, input);
      if (!plan.ok) return plan;
      if (input.follow === 'uphold') return uphold(transaction, plan.value);
      const { consequence } = plan.value.found;
      if (consequence === 'none') return fail({ code: 'nothing_follows' });
      if (consequence === 'wait') return fail({ code: 'payment_on_its_way' });
      return open(transaction, context, plan.value, consequence);
    },
    (data) => outcomeSchema.parse(data),
  );
}
