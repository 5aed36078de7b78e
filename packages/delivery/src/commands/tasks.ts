import type { Transaction } from 'kysely';
import { fail, ok, dayOf } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Schema } from '@luodi/platform';
import type { Asked, DeliveryContext } from '../context.ts';
import { outcomeOf, resumeClock } from '../domain/case-steps.ts';
import { hasTasks } from '../domain/route.ts';
import type { TaskStep } from '../domain/route.ts';
import type { RefusalWords } from '../sealed-decision.ts';
import { addTasks, changeCase } from '../store/cases.ts';
import type { Answers, CaseInHand, CasePaper, PayeeAccount } from '../store/cases.ts';
import { notify } from '../store/notices.ts';
import { finishTask, tasksOfCase } from '../store/tasks.ts';
import type { CaseTask, TaskResult } from '../store/tasks.ts';
import { changeInHand, stepOf, wrongState } from './case-command.ts';
import type { CaseOutcome } from './case-command.ts';
import type { CaseFault } from './case-fault.ts';
import { passStep } from './progress.ts';
import { refuseCase } from './refuse-case.ts';

/** What somebody decides in a task: sums in 分. */
export type TaskDecision =
  | {
      readonly kind: 'approve';
      readonly reason?: string | undefined;
      /** Where the rule leaves the sum to the body. */
      readonly amountFen?: bigint | undefined;
    }
  /** Says no; which condition of the rule failed has to be named. */
  | { readonly kind: 'reject'; readonly reason: string; readonly failedCondition: string }
  /** Gives it back once for everything that is missing; the clock stands still meanwhile. */
  | { readonly kind: 'return'; readonly reason: string }
  | { readonly kind: 'score'; readonly score: number; readonly reason?: string | undefined };

function resultOf(decision: TaskDecision, step: TaskStep): Result<TaskResult, CaseFault> {
  const scores = step.kind === 'scoring';
  switch (decision.kind) {
    case 'approve':
      return scores
        ? fail({ code: 'task_needs', what: 'score' })
        : ok({ state: 'approved', reason: decision.reason, amountFen: decision.amountFen });
    case 'score':
      return scores
        ? ok({ state: 'scored', score: decision.score, reason: decision.reason })
        : fail({ code: 'task_needs', what: 'reason' });
    case 'reject': {
      const { reason, failedCondition } = decision;
      if (reason.trim() === '') return fail({ code: 'task_needs', what: 'reason' });
      return failedCondition.trim() === ''
        ? fail({ code: 'task_needs', what: 'failed_condition' })
        : ok({ state: 'rejected', reason, failedCondition });
    }
    case 'return':
      return decision.reason.trim() === ''
        ? fail({ code: 'task_needs', what: 'reason' })
        : ok({ state: 'returned', reason: decision.reason });
  }
}

function mayDo(
  { organisation, assignee, state }: CaseTask,
  { actor }: Asked,
): Result<undefined, CaseFault> {
  if (organisation !== actor.organisation) return fail({ code: 'not_your_task' });
  const role = assignee === '' ? 'officer' : 'expert';
  if (actor.role !== role) return fail({ code: 'not_your_task' });
  return state === 'waiting' ? ok(undefined) : fail({ code: 'task_done' });
}

/** An expert has one task of a scoring, whichever of the free ones is taken first. */
function alreadyScored(tasks: readonly CaseTask[], task: CaseTask, { actor }: Asked): boolean {
  return (
    task.assignee !== '' &&
    tasks.some(
      ({ step, round, doneBy }) =>
        step === task.step && round === task.round && doneBy === actor.user,
    )
  );
}

/** The sum that a body named last at the step. */
function chosenAmount(tasks: readonly CaseTask[]): bigint | undefined {
  return tasks.findLast(({ amountFen }) => amountFen !== null)?.amountFen ?? undefined;
}

/** Who says no, why, and which condition fails: a body's own words, or the mark that the scores fell short of. */
function refusalWords(step: TaskStep, standing: readonly CaseTask[]): RefusalWords {
  const no = standing.find(({ state }) => state === 'rejected');
  const condition = no?.failedCondition ?? undefined;
  if (no !== undefined && condition !== undefined)
    return { because: no.reason ?? '', failed: [condition], by: no.organisation };
  if (step.kind !== 'scoring') return { because: no?.reason ?? '', failed: [], by: '' };
  const scores = standing.flatMap(({ score }) => score ?? []);
  return {
    because: `评审得分：${scores.join('、')}`,
    failed: [`评审平均分不低于 ${step.passMark} 分`],
    by: standing[0]?.organisation ?? '',
  };
}

async function afterTask(
  transaction: Transaction<Schema>,
  context: DeliveryContext,
  hand: CaseInHand,
  asked: Asked,
  step: TaskStep,
): Promise<Result<undefined, CaseFault>> {
  const { each } = hand;
  const all = await tasksOfCase(transaction, each.id);
  const tasks = all.filter((task) => task.step === each.step);
  const round = Math.max(...tasks.map((task) => task.round));
  const standing = tasks.filter((task) => task.round === round || task.state === 'approved');
  switch (outcomeOf(step, standing)) {
    case 'waiting':
      return ok(undefined);
    case 'passed':
      return passStep(transaction, context, hand, asked, chosenAmount(all));
    case 'rejected': {
      return refuseCase(transaction, context, hand, asked, refusalWords(step, standing));
    }
    case 'returned': {
      await changeCase(transaction, each.id, { state: 'returned', pausedOn: dayOf(asked.at) });
      const reasons = standing.flatMap(({ state, reason }) =>
        state === 'returned' && reason !== null ? [reason] : [],
      );
      await notify(transaction, hand, 'returned', asked.at, { because: reasons.join('；') });
      return ok(undefined);
    }
  }
}

/** Somebody of the body that has the task decides; the case moves on when all have, and ends when one says no. */
export async function doTask(
  context: DeliveryContext,
  asked: Asked,
  id: string,
  taskId: string,
  decision: TaskDecision,
): Promise<Result<CaseOutcome, CaseFault>> {
  const amountFen = decision.kind === 'approve' ? decision.amountFen?.toString() : undefined;
  const input = { task: taskId, ...decision, amountFen };
  const reason = decision.reason ?? '';
  const command = { name: `task.${decision.kind}`, case: id, input, reason };
  return changeInHand(context, asked, command, async (transaction, hand) => {
    const step = stepOf(hand);
    const tasks = await tasksOfCase(transaction, id);
    const task = tasks.find((each) => each.id === taskId);
    if (task === undefined) return fail({ code: 'not_your_task' });
    const may = mayDo(task, asked);
    if (!may.ok) return may;
    if (hand.each.state !== 'open' || !hasTasks(step)) return wrongState(hand);
    if (alreadyScored(tasks, task, asked)) return fail({ code: 'task_done' });
    const result = resultOf(decision, step);
    if (!result.ok) return result;
    await finishTask(transaction, taskId, result.value, asked.actor.user, asked.at);
    return afterTask(transaction, context, hand, asked, step);
  });
}

/** What an enterprise adds to a case that was given back. */
export interface Completion {
  readonly answers?: Answers | undefined;
  readonly papers?: readonly CasePaper[] | undefined;
  readonly account?: PayeeAccount | undefined;
}

/** Hands a case in again: those who gave it back look once more, and the clock goes on where it stopped. */
export async function completeCase(
  context: DeliveryContext,
  asked: Asked,
  id: string,
  { answers, papers, account }: Completion,
): Promise<Result<CaseOutcome, CaseFault>> {
  const input = { answers, papers, account: account !== undefined };
  const command = { name: 'case.complete', case: id, input };
  return changeInHand(context, asked, command, async (transaction, hand) => {
    const { each } = hand;
    if (asked.actor.role !== 'enterprise' || each.enterprise !== asked.actor.organisation)
      return fail({ code: 'not_your_case' });
    if (each.state !== 'returned') return wrongState(hand);
    const today = dayOf(asked.at);
    const { dueOn, pausedOn = today } = each;
    const resumed =
      dueOn === undefined ? ok(undefined) : resumeClock(context.calendar, dueOn, pausedOn, today);
    if (!resumed.ok) return resumed;
    const due = resumed.value;
    await changeCase(transaction, id, {
      ...(answers === undefined ? {} : { answers }),
      ...(papers === undefined ? {} : { papers }),
      ...(account === undefined ? {} : { account }),
      state: 'open',
      pausedOn: null,
      dueOn: due ?? null,
    });
    const all = await tasksOfCase(transaction, id);
    const here = all.filter(({ step }) => step === each.step);
    const round = Math.max(...here.map((task) => task.round));
    const again = here.filter((task) => task.round === round && task.state === 'returned');
    const tasks = again.map(({ organisation, assignee }) => ({ organisation, assignee }));
    await addTasks(transaction, id, { step: each.step, dueOn: due, tasks }, round + 1);
    return ok(undefined);
  });
}
