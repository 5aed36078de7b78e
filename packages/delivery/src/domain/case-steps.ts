import { Temporal, compareDates, fail, ok } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import type { Route, Step, TaskStep } from './route.ts';
import { hasTasks } from './route.ts';

/** The days off of that year are not published yet. */
export interface CalendarFault {
  readonly code: 'calendar_unknown';
  readonly year: number;
}

/** Which days are worked. */
export interface Calendar {
  /** So many working days after a day. */
  readonly addWorkingDays: (from: PlainDate, days: number) => Result<PlainDate, CalendarFault>;
  /** Working days after a day, up to and with another; negative backwards. */
  readonly workingDaysBetween: (from: PlainDate, until: PlainDate) => Result<number, CalendarFault>;
}

/** Something that one body, or one expert of it, has to do. */
export interface NewTask {
  readonly organisation: string;
  readonly assignee: string;
}

/** A case at the beginning of a step. */
export interface Entered {
  readonly step: number;
  readonly dueOn: PlainDate | undefined;
  readonly tasks: readonly NewTask[];
}

/** `district:西湖区:商务局`, `city:市商务局`. */
function bodyId(level: 'district' | 'city', name: string, district: string): string {
  return level === 'district' ? `district:${district}:${name}` : `city:${name}`;
}

function tasksOf(step: TaskStep, district: string): readonly NewTask[] {
  const { level } = step;
  const task = (name: string, assignee = ''): NewTask => ({
    organisation: bodyId(level, name, district),
    assignee,
  });
  switch (step.kind) {
    case 'review':
    case 'joint_document':
      return step.bodies.map((body) => task(body));
    case 'meeting':
      return [task(step.body)];
    case 'scoring':
      return Array.from({ length: step.experts }, (_, index) =>
        task(step.body, `expert-${index + 1}`),
      );
  }
}

function dueOf(
  step: Step,
  today: PlainDate,
  { addWorkingDays }: Calendar,
): Result<PlainDate | undefined, CalendarFault> {
  switch (step.kind) {
    case 'application':
    case 'meeting':
    case 'joint_document':
    case 'payment':
      return ok(undefined);
    case 'claim': {
      if (step.until !== null) return ok(Temporal.PlainDate.from(step.until));
      return step.workingDays === null ? ok(undefined) : addWorkingDays(today, step.workingDays);
    }
    case 'review':
    case 'scoring':
      return step.workingDays === null ? ok(undefined) : addWorkingDays(today, step.workingDays);
    case 'notice':
    case 'publicity':
      return addWorkingDays(today, step.workingDays);
  }
}

/** What entering a step brings: its deadline and who has to do something. */
export function enterStep(
  route: Route,
  index: number,
  district: string,
  today: PlainDate,
  calendar: Calendar,
): Result<Entered, CalendarFault> {
  const step = route[index];
  if (step === undefined) throw new RangeError(`no step ${index} in a route of ${route.length}`);
  const due = dueOf(step, today, calendar);
  if (!due.ok) return fail(due.error);
  const tasks = hasTasks(step) ? tasksOf(step, district) : [];
  return ok({ step: index, dueOn: due.value, tasks });
}

/** How a task stands. */
export interface TaskStanding {
  readonly state: 'waiting' | 'approved' | 'rejected' | 'returned' | 'scored' | 'superseded';
  readonly score: number | undefined;
}

export type StepOutcome = 'waiting' | 'passed' | 'rejected' | 'returned';

/**
 * What the tasks of a step come to: one rejection rejects; a return waits until all others have looked, so that the enterprise is
 * asked once for everything; scores count when all are there.
 */
export function outcomeOf(step: TaskStep, tasks: readonly TaskStanding[]): StepOutcome {
  const live = tasks.filter(({ state }) => state !== 'superseded');
  if (live.some(({ state }) => state === 'rejected')) return 'rejected';
  if (live.some(({ state }) => state === 'waiting')) return 'waiting';
  if (live.some(({ state }) => state === 'returned')) return 'returned';
  if (step.kind !== 'scoring') return 'passed';
  const total = live.reduce((sum, { score = 0 }) => sum + score, 0);
  return total >= step.passMark * live.length ? 'passed' : 'rejected';
}

/** A deadline after the clock stood still: as many working days are left as when it stopped. */
export function resumeClock(
  { addWorkingDays, workingDaysBetween }: Calendar,
  due: PlainDate,
  pausedOn: PlainDate,
  today: PlainDate,
): Result<PlainDate, CalendarFault> {
  const left = workingDaysBetween(pausedOn, due);
  if (!left.ok) return left;
  // Already late when it stopped: it is as late as before.
  return left.value <= 0 ? ok(due.add(pausedOn.until(today))) : addWorkingDays(today, left.value);
}

/** Whether a deadline has passed: its day is over. */
export function isPast(due: PlainDate, today: PlainDate): boolean {
  return compareDates(due, today) < 0;
}
