import type { Transaction } from 'kysely';
import { z } from 'zod';
import { fail, ok, dayOf } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import { readAs, runCommand, systemActor } from '@luodi/platform';
import type { Schema } from '@luodi/platform';
import type { DeliveryContext } from '../context.ts';
import { enterStep } from '../domain/case-steps.ts';
import { hasTasks } from '../domain/route.ts';
import type { Step } from '../domain/route.ts';
import {
  completeTogether,
  notifyTogether,
  placeTogether,
  programmesWithExpired,
  programmesWithPaid,
  takeExpired,
  takePaid,
} from '../store/cases-together.ts';
import type { Alike } from '../store/cases-together.ts';
import { findProgramme } from '../store/programmes.ts';
import type { Programme } from '../store/programmes.ts';
import type { CaseFault } from './case-fault.ts';

const job = systemActor('due-steps');
const outcomeSchema = z.strictObject({ moved: z.number() });

/** Cases in one transaction. */
const atOnce = 1_000;

interface Instant {
  readonly at: Date;
  readonly today: PlainDate;
}

type Move = (
  transaction: Transaction<Schema>,
  programme: Programme,
) => Promise<
  Result<
    { readonly ids: readonly string[]; readonly state: string; readonly step: number },
    CaseFault
  >
>;

/** One page after another until none is left or one is refused. Each case has its own entry in the journal. */
async function movePages(
  { queries }: DeliveryContext,
  { programme: id, step }: Alike,
  { at, today }: Instant,
  move: Move,
): Promise<number> {
  let moved = 0;
  for (let page = 0; ; page += 1) {
    const input = { programme: id, step, page, day: today.toString() };
    const key = `together ${id} ${step} ${page} ${at.toISOString()} ${today.toString()}`;
    const done = await runCommand<z.infer<typeof outcomeSchema>, CaseFault>(
      queries,
      { key, name: 'case.due', actor: job, input, at },
      async (transaction) => {
        const programme = await findProgramme(transaction, id);
        if (programme === undefined) return fail({ code: 'programme_unknown' });
        const made = await move(transaction, programme);
        if (!made.ok) return made;
        const { ids, state, step: place } = made.value;
        const detail = { day: today.toString(), from: 'open', to: state, step: place };
        return ok({
          outcome: { moved: ids.length },
          entry: {
            action: 'cases.due',
            subject: id,
            reason: '',
            detail: { ...input, moved: ids.length },
          },
          others: ids.map((subject) => ({ action: 'case.due', subject, reason: '', detail })),
        });
      },
      (data) => outcomeSchema.parse(data),
    );
    if (!done.ok) return moved;
    moved += done.value.moved;
    if (done.value.moved < atOnce) return moved;
  }
}

/** Whether everybody who leaves the step comes to the next without anybody deciding or money moving. */
function leadsOn(step: Step | undefined, next: Step | undefined): boolean {
  const leaves = step?.kind === 'notice' || step?.kind === 'publicity';
  return leaves && next !== undefined && next.kind !== 'payment' && !hasTasks(next);
}

function afterNotice(context: DeliveryContext, { step }: Alike, { at, today }: Instant): Move {
  return async (transaction, programme) => {
    const { route, id } = programme;
    const ids = await takeExpired(transaction, { programme: id, step }, today, atOnce);
    // Which days follow does not hang on the district: only tasks would.
    const entered = enterStep(route, step + 1, '', dayOf(at), context.calendar);
    if (!entered.ok) return entered;
    if (ids.length > 0) {
      const { dueOn } = entered.value;
      await placeTogether(transaction, ids, { step: step + 1, dueOn });
      const due = dueOn?.toString() ?? null;
      await notifyTogether(transaction, programme, ids, {
        kind: `step.${route[step + 1]?.kind ?? ''}`,
        due,
        at,
      });
    }
    return ok({ ids, state: 'open', step: step + 1 });
  };
}

function afterPayment({ step }: Alike, { at }: Instant): Move {
  return async (transaction, programme) => {
    const paid = programme.route[step]?.kind === 'payment';
    const ids = paid ? await takePaid(transaction, { programme: programme.id, step }, atOnce) : [];
    if (ids.length > 0) {
      await completeTogether(transaction, ids, at);
      await notifyTogether(transaction, programme, ids, { kind: 'paid', due: null, at });
    }
    return ok({ ids, state: 'completed', step });
  };
}

/** The groups of expired cases that move alike. */
async function expiredAlike(
  { queries }: DeliveryContext,
  today: PlainDate,
): Promise<readonly Alike[]> {
  return readAs(queries, job, async (transaction) => {
    const alike: Alike[] = [];
    for (const group of await programmesWithExpired(transaction, today)) {
      const route = (await findProgramme(transaction, group.programme))?.route ?? [];
      if (leadsOn(route[group.step], route[group.step + 1])) alike.push(group);
    }
    return alike;
  });
}

/**
 * Moves by thousands the cases that time or the bank moves alike: a notice or publicity of decided cases that is over, a payment that
 * arrived. What stays (a missing decision, a task, an order to the bank) is moved one by one.
 *
 * @returns How many cases moved.
 */
export async function moveTogether(context: DeliveryContext, instant: Instant): Promise<number> {
  let moved = 0;
  for (const alike of await expiredAlike(context, instant.today))
    moved += await movePages(context, alike, instant, afterNotice(context, alike, instant));
  for (const alike of await readAs(context.queries, job, programmesWithPaid))
    moved += await movePages(context, alike, instant, afterPayment(alike, instant));
  return moved;
}
