import type { Selectable, Transaction } from 'kysely';
import type { Schema, TaskState } from '@luodi/platform';

/** What one body or expert has to do, or did, at a step of a case. */
export interface CaseTask {
  readonly id: string;
  readonly case: string;
  readonly step: number;
  readonly round: number;
  readonly organisation: string;
  readonly assignee: string;
  readonly state: TaskState;
  readonly score: number | undefined;
  readonly amountFen: bigint | null;
  readonly reason: string | null;
  readonly failedCondition: string | null;
  readonly dueOn: string | null;
  readonly doneBy: string | null;
  readonly doneAt: Date | null;
}

export function taskOf(row: Selectable<Schema['case_task']>): CaseTask {
  return {
    id: row.id,
    case: row.delivery_case,
    step: row.step,
    round: row.round,
    organisation: row.organisation,
    assignee: row.assignee,
    state: row.state,
    score: row.score ?? undefined,
    amountFen: row.amount_fen,
    reason: row.reason,
    failedCondition: row.failed_condition,
    dueOn: row.due_on,
    doneBy: row.done_by,
    doneAt: row.done_at,
  };
}

/** All tasks of a case, in the order of its way. */
export async function tasksOfCase(
  transaction: Transaction<Schema>,
  id: string,
): Promise<readonly CaseTask[]> {
  const rows = await transaction
    .selectFrom('case_task')
    .selectAll()
    .where('delivery_case', '=', id)
    .orderBy('step')
    .orderBy('round')
    .orderBy('organisation')
    .orderBy('assignee')
    .execute();
  return rows.map(taskOf);
}

/** What was done in a task. */
export interface TaskResult {
  readonly state: 'approved' | 'rejected' | 'returned' | 'scored';
  readonly score?: number | undefined;
  readonly amountFen?: bigint | undefined;
  readonly reason?: string | undefined;
  readonly failedCondition?: string | undefined;
}

export async function finishTask(
  transaction: Transaction<Schema>,
  id: string,
  { state, score, amountFen, reason, failedCondition }: TaskResult,
  by: string,
  at: Date,
): Promise<void> {
  await transaction
    .updateTable('case_task')
    .set({
      state,
      score: score ?? null,
      amount_fen: amountFen ?? null,
      reason: reason ?? null,
      failed_condition: failedCondition ?? null,
      done_by: by,
      done_at: at,
    })
    .where('id', '=', id)
    .execute();
}

/** Tasks that nobody needs to do any more. */
export async function supersedeTasks(
  transaction: Transaction<Schema>,
  deliveryCase: string,
): Promise<void> {
  await transaction
    .updateTable('case_task')
    .set({ state: 'superseded' })
    .where('delivery_case', '=', deliveryCase)
    .where('state', '=', 'waiting')
    .execute();
}
