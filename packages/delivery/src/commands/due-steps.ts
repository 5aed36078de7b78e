import { sql } from 'kysely';
import { ok, dayOf } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import { readAs, systemActor } from '@luodi/platform';
import type { DeliveryContext } from '../context.ts';
import { isPast } from '../domain/case-steps.ts';
import { changeCase } from '../store/cases.ts';
import { notify } from '../store/notices.ts';
import { changeInHand, stepOf } from './case-command.ts';
import type { CaseFault } from './case-fault.ts';
import { moveTogether } from './move-together.ts';
import { closeCase, passStep } from './progress.ts';

const job = systemActor('due-steps');

/** Cases that time or the bank has moved: a day that is over, a payment that arrived. */
async function casesDue({ queries }: DeliveryContext, day: PlainDate): Promise<readonly string[]> {
  const today = day.toString();
  return readAs(queries, job, async (transaction) => {
    // Late work of a body is shown as late, and waits for the body: it is not looked at again and again.
    const { rows } = await sql<{ id: string }>`
      select c.id from delivery_case c join programme p on p.id = c.programme
      where c.state = 'open' and c.due_on < ${today}
        and p.route -> c.step ->> 'kind' in ('notice', 'publicity', 'claim')
      union
      select c.id from delivery_case c join payment p on p.delivery_case = c.id and p.state = 'paid'
      where c.state = 'open' order by id`.execute(transaction);
    return rows.map(({ id }) => id);
  });
}

/**
 * One case by itself, in words of the same meaning as `moveTogether`: what could not move with its page is tried here,
 * so that its own fault is named and the rest of the page is not held up.
 */
async function moveDueCase(
  context: DeliveryContext,
  id: string,
  at: Date,
  today: PlainDate,
): Promise<Result<unknown, CaseFault>> {
  const asked = { key: `${id} ${today.toString()} ${at.toISOString()}`, actor: job, at };
  const command = { name: 'case.due', case: id, input: { day: today.toString() } };
  return changeInHand(context, asked, command, async (transaction, hand) => {
    const { each } = hand;
    const step = stepOf(hand);
    if (each.state !== 'open') return ok(undefined);
    if (step.kind === 'payment') {
      await changeCase(transaction, id, { state: 'completed', closedAt: at });
      await notify(transaction, hand, 'paid', at, {});
      return ok(undefined);
    }
    if (each.dueOn === undefined || !isPast(each.dueOn, today)) return ok(undefined);
    switch (step.kind) {
      case 'notice':
      case 'publicity':
        return passStep(transaction, context, hand, asked);
      case 'claim':
        return closeCase(transaction, hand, asked, 'waived', {
          because: `${each.dueOn.toString()} 前未申领`,
        });
      case 'application':
      case 'review':
      case 'scoring':
      case 'meeting':
      case 'joint_document':
        // Late work is shown as late; it is not decided by the clock.
        return ok(undefined);
    }
  });
}

/** What moving the due cases came to. */
export interface DueOutcome {
  readonly moved: number;
  readonly failed: readonly { readonly case: string; readonly fault: CaseFault }[];
}

/**
 * Moves every case whose time has come: publicity and notices that nobody objected to, claims that nobody made, payments that arrived.
 *
 * @param today The day that deadlines are held against: that of the instant, unless a demonstration runs ahead.
 */
export async function moveDueCases(
  context: DeliveryContext,
  at: Date,
  today = dayOf(at),
): Promise<DueOutcome> {
  let moved = await moveTogether(context, { at, today });
  const failed: { case: string; fault: CaseFault }[] = [];
  for (const id of await casesDue(context, today)) {
    const outcome = await moveDueCase(context, id, at, today);
    if (outcome.ok) moved += 1;
    else failed.push({ case: id, fault: outcome.error });
  }
  return { moved, failed };
}
