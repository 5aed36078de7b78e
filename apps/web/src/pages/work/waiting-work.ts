import type { WorkResponse } from '@luodi/server/contract';

type Task = WorkResponse['tasks'][number];
type Objection = WorkResponse['objections'][number];

/** A line of what waits: a task of the office, or an objection that it answers. */
export type Waiting =
  | (Task & { readonly kind: 'task' })
  | (Objection & { readonly kind: 'objection' });

/** A key of its own within the list. */
export function keyOf(waiting: Waiting): string {
  return waiting.kind === 'task' ? waiting.task.id : waiting.id;
}

/** Until when it is to be done. */
export function dueOf(waiting: Waiting): string | null {
  return waiting.kind === 'task' ? waiting.task.dueOn : waiting.case.dueOn;
}

/** Whether its day is over. */
export function isLate(waiting: Waiting): boolean {
  return waiting.kind === 'task' ? waiting.case.late : waiting.late;
}

/** Tasks and objections in one list, the soonest due first, an objection before a task of the same day. */
export function waitingWork({ tasks, objections }: WorkResponse): readonly Waiting[] {
  const all: readonly Waiting[] = [
    ...objections.map((each) => ({ kind: 'objection' as const, ...each })),
    ...tasks.map((each) => ({ kind: 'task' as const, ...each })),
  ];
  const never = '9999';
  return all.toSorted((a, b) => (dueOf(a) ?? never).localeCompare(dueOf(b) ?? never));
}
