import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { MeasureAnswer } from '@luodi/evaluation';
import { compareDates, Temporal, fail, ok, dayOf } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { runCommand } from '@luodi/platform';
import type { Schema } from '@luodi/platform';
import type { Asked, DeliveryContext } from '../context.ts';
import { answerCase } from '../domain/decision.ts';
import { sharesIn } from '../domain/funding.ts';
import type { Step } from '../domain/route.ts';
import { reserveMoney } from '../money/store/reservation.ts';
import { factsOfCase } from '../store/case-facts.ts';
import { changeCase, insertCase, newCaseIds } from '../store/cases.ts';
import type { Answers, CaseInHand, CasePaper, PayeeAccount } from '../store/cases.ts';
import { listedDishonest } from '../store/enterprises.ts';
import { findProgramme } from '../store/programmes.ts';
import type { Programme } from '../store/programmes.ts';
import { changeInHand, stepOf, wrongState } from './case-command.ts';
import type { CaseOutcome } from './case-command.ts';
import type { CaseFault } from './case-fault.ts';
import { bookingOf, closeCase, entitledOr, lawDateOf, passStep } from './progress.ts';

type ApplicationStep = Extract<Step, { kind: 'application' }>;

const startSchema = z.strictObject({ case: z.string() });

function isOpen({ windowFrom, windowUntil }: Programme, at: Date): boolean {
  const today = dayOf(at);
  return (
    compareDates(today, Temporal.PlainDate.from(windowFrom)) >= 0 &&
    compareDates(today, Temporal.PlainDate.from(windowUntil)) <= 0
  );
}

function notOpen(programme: Programme, at: Date): CaseFault | undefined {
  if (programme.state !== 'published') return { code: 'programme_state', state: programme.state };
  const { windowFrom: from, windowUntil: until } = programme;
  return isOpen(programme, at) ? undefined : { code: 'window_closed', from, until };
}

/** The case that an enterprise has in a programme. */
async function presentCase(
  transaction: Transaction<Schema>,
  programme: string,
  enterprise: string,
): Promise<string | undefined> {
  const present = await transaction
    .selectFrom('delivery_case')
    .select('id')
    .where('programme', '=', programme)
    .where('enterprise', '=', enterprise)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();
  return present?.id;
}

/** An enterprise begins its application: a draft that it can leave and come back to. */
export async function startApplication(
  { queries }: DeliveryContext,
  { key, actor, at }: Asked,
  programmeId: string,
): Promise<Result<z.infer<typeof startSchema>, CaseFault>> {
  return runCommand<z.infer<typeof startSchema>, CaseFault>(
    queries,
    { key, name: 'case.start', actor, input: { programme: programmeId }, at },
    async (transaction) => {
      const programme = await findProgramme(transaction, programmeId);
      if (programme === undefined || programme.manner !== 'application')
        return fail({ code: 'programme_unknown' });
      const closed = notOpen(programme, at);
      if (closed !== undefined) return fail(closed);
      const enterprise = actor.organisation;
      const present = await presentCase(transaction, programmeId, enterprise);
      if (present !== undefined) return fail({ code: 'case_exists', case: present });
      const organisation = await transaction
        .selectFrom('organisation')
        .select('district')
        .where('id', '=', enterprise)
        .where('kind', '=', 'enterprise')
        .executeTakeFirst();
      if (organisation === undefined) return fail({ code: 'not_your_case' });
      const [id = ''] = await newCaseIds(transaction, programmeId, 1);
      const district = organisation.district ?? '';
      const begun = { id, programme: programmeId, enterprise, district, at };
      if (!(await insertCase(transaction, begun))) {
        // Somebody else of the enterprise began at the same time.
        const other = await presentCase(transaction, programmeId, enterprise);
        return fail({ code: 'case_exists', case: other ?? '' });
      }
      const entry = { action: 'case.start', subject: id, reason: '', detail: { enterprise } };
      return ok({ outcome: { case: id }, entry });
    },
    (data) => startSchema.parse(data),
  );
}

/** What an enterprise fills in; what is left out stays as it was saved. */
export interface ApplicationForm {
  readonly answers?: Answers | undefined;
  readonly papers?: readonly CasePaper[] | undefined;
  readonly account?: PayeeAccount | undefined;
}

function formChange({ answers, papers, account }: ApplicationForm) {
  return {
    ...(answers === undefined ? {} : { answers }),
    ...(papers === undefined ? {} : { papers }),
    ...(account === undefined ? {} : { account }),
  };
}

function isOwn({ each }: CaseInHand, { actor }: Asked): boolean {
  return actor.role === 'enterprise' && each.enterprise === actor.organisation;
}

/** Whether the enterprise may write now: a draft of its own, or one that was given back to be completed. */
function mayWrite(hand: CaseInHand, asked: Asked): Result<undefined, CaseFault> {
  if (!isOwn(hand, asked)) return fail({ code: 'not_your_case' });
  const { state } = hand.each;
  return state === 'draft' || state === 'returned' ? ok(undefined) : wrongState(hand);
}

/** Saves what is filled in so far. */
export async function saveApplication(
  context: DeliveryContext,
  asked: Asked,
  id: string,
  form: ApplicationForm,
): Promise<Result<CaseOutcome, CaseFault>> {
  const { answers, papers } = form;
  const input = { answers, papers, account: form.account !== undefined };
  return changeInHand(context, asked, { name: 'case.save', case: id, input }, async (tx, hand) => {
    const may = mayWrite(hand, asked);
    if (!may.ok) return may;
    await changeCase(tx, id, formChange(form));
    return ok(undefined);
  });
}

function paperFault(papers: readonly CasePaper[], step: ApplicationStep): CaseFault | undefined {
  const known = new Set([...step.papers, ...step.laterPapers]);
  const unknown = papers.find(({ paper }) => !known.has(paper));
  if (unknown !== undefined) return { code: 'paper_unknown', paper: unknown.paper };
  const handedIn = new Set(
    papers.flatMap(({ paper, attachment }) => (attachment === null ? [] : [paper])),
  );
  const promised = new Set(papers.map(({ paper }) => paper));
  const missing = [
    ...step.papers.filter((paper) => !handedIn.has(paper)),
    ...step.laterPapers.filter((paper) => !promised.has(paper)),
  ];
  return missing.length === 0 ? undefined : { code: 'papers_missing', papers: missing };
}

/** What the rule says by what is known now: "no" ends it here, with the conditions; facts that nobody knows may stay open for the review. */
async function lookAhead(
  transaction: Transaction<Schema>,
  context: DeliveryContext,
  hand: CaseInHand,
  asked: Asked,
): Promise<Result<MeasureAnswer, CaseFault>> {
  const { each, programme } = hand;
  const evaluator = await context.rulesOf(programme.contentVersion, transaction);
  const facts = await factsOfCase(transaction, context, evaluator, each, asked.at);
  const answer = answerCase(evaluator, programme.measure, facts, lawDateOf(hand, asked));
  if (!answer.ok) return fail({ code: 'facts_unreadable', faults: answer.error });
  const { status } = answer.value;
  if (status === 'entitled' || status === 'undetermined') return ok(answer.value);
  return entitledOr(answer.value, evaluator.content.vocabulary);
}

/** Keeps the most that the case can cost, where the first to come is the first served. */
async function keepMoney(
  transaction: Transaction<Schema>,
  hand: CaseInHand,
  asked: Asked,
  { amount }: MeasureAnswer,
): Promise<Result<undefined, CaseFault>> {
  const { each, programme } = hand;
  const { funding } = programme;
  const fen = amount.upperFen;
  await changeCase(transaction, each.id, { askedFen: fen });
  if (fen === null || fen <= 0n || funding.exhaustion !== 'first_come') return ok(undefined);
  const source = { ...funding, shares: sharesIn(funding, each.district) };
  return reserveMoney(transaction, bookingOf(hand, asked), [{ subject: each.id, fen }], source);
}

function needsAccount({ programme }: CaseInHand): boolean {
  return !programme.route.some(({ kind }) => kind === 'claim');
}

/**
 * Submits an application with a signed commitment: from here on the bodies have it. Refused with the failed conditions where the rule
 * says no, and with what is missing where papers are.
 *
 * @param signed The words of the commitment, as the enterprise read and signed them.
 */
export async function submitApplication(
  context: DeliveryContext,
  asked: Asked,
  id: string,
  form: ApplicationForm & { readonly signed: string },
): Promise<Result<CaseOutcome, CaseFault>> {
  const { answers, papers, signed } = form;
  const input = { answers, papers, signed, account: form.account !== undefined };
  const command = { name: 'case.submit', case: id, input };
  return changeInHand(context, asked, command, async (transaction, before) => {
    const may = mayWrite(before, asked);
    if (!may.ok) return may;
    const step = stepOf(before);
    if (before.each.state !== 'draft' || step.kind !== 'application') return wrongState(before);
    const closed = notOpen(before.programme, asked.at);
    if (closed !== undefined) return fail(closed);
    if (signed.trim() !== step.commitment)
      return fail({ code: 'not_signed', commitment: step.commitment });
    const listed = await listedDishonest(transaction, before.each.enterprise, dayOf(asked.at));
    if (listed !== undefined) return fail({ code: 'listed_dishonest', ...listed });
    const change = { ...formChange(form), lawDate: dayOf(asked.at) };
    const hand = { ...before, each: { ...before.each, ...change } };
    await changeCase(transaction, id, change);
    const fault = paperFault(hand.each.papers, step);
    if (fault !== undefined) return fail(fault);
    if (needsAccount(hand) && hand.each.account === undefined)
      return fail({ code: 'account_needed' });
    const answer = await lookAhead(transaction, context, hand, asked);
    if (!answer.ok) return answer;
    const kept = await keepMoney(transaction, hand, asked, answer.value);
    if (!kept.ok) return kept;
    return passStep(transaction, context, hand, asked);
  });
}

/** An enterprise takes its case back before anything is ordered. */
export async function withdrawCase(
  context: DeliveryContext,
  asked: Asked,
  id: string,
  because: string,
): Promise<Result<CaseOutcome, CaseFault>> {
  const command = { name: 'case.withdraw', case: id, input: { because }, reason: because };
  return changeInHand(context, asked, command, async (transaction, hand) => {
    if (!isOwn(hand, asked)) return fail({ code: 'not_your_case' });
    const { state } = hand.each;
    const underWay = state !== 'completed' && state !== 'rejected' && state !== 'waived';
    if (!underWay || state === 'withdrawn' || stepOf(hand).kind === 'payment')
      return wrongState(hand);
    return closeCase(transaction, hand, asked, 'withdrawn', { because });
  });
}

/** Claims what was approved, to an account, with a signed commitment. After the deadline there is nothing to claim any more. */
export async function claimCase(
  context: DeliveryContext,
  asked: Asked,
  id: string,
  { account, signed }: { readonly account: PayeeAccount; readonly signed: string },
): Promise<Result<CaseOutcome, CaseFault>> {
  const command = { name: 'case.claim', case: id, input: { signed } };
  return changeInHand(context, asked, command, async (transaction, hand) => {
    if (!isOwn(hand, asked)) return fail({ code: 'not_your_case' });
    const step = stepOf(hand);
    if (hand.each.state !== 'open' || step.kind !== 'claim') return wrongState(hand);
    if (signed.trim() !== step.commitment)
      return fail({ code: 'not_signed', commitment: step.commitment });
    const { dueOn } = hand.each;
    if (dueOn !== undefined && compareDates(dayOf(asked.at), dueOn) > 0)
      return fail({ code: 'window_closed', from: '', until: dueOn.toString() });
    await changeCase(transaction, id, { account });
    return passStep(transaction, context, { ...hand, each: { ...hand.each, account } }, asked);
  });
}
