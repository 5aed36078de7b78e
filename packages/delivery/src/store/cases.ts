import type { Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import { Temporal } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { CaseState, Schema } from '@luodi/platform';
import type { Entered } from '../domain/case-steps.ts';
import { findProgramme } from './programmes.ts';
import type { Programme } from './programmes.ts';

/** Where money is to go. */
export const payeeAccountSchema = z.strictObject({
  name: z.string().trim().min(1).max(140),
  bank: z.string().trim().min(1).max(140),
  number: z.string().regex(/^\d{8,32}$/),
});
export type PayeeAccount = z.infer<typeof payeeAccountSchema>;

/** A paper of an application: handed in as an attachment, or promised for later (容缺). */
const paperSchema = z.strictObject({
  paper: z.string(),
  attachment: z.string().nullable(),
});
export type CasePaper = z.infer<typeof paperSchema>;

/** Facts that the enterprise states in its application, by fact id, as a facts file writes them. */
export const answersSchema = z.record(z.string(), z.unknown());
export type Answers = z.infer<typeof answersSchema>;

const closingSchema = z.strictObject({
  because: z.string(),
  /** The condition of the rule that failed, in its own words. */
  failed: z.array(z.string()).readonly().optional(),
  by: z.string().optional(),
});
/** Why a case ended without a payment. */
export type ClosingReason = z.infer<typeof closingSchema>;

/** One enterprise in one programme. */
export interface DeliveryCase {
  readonly id: string;
  readonly programme: string;
  readonly enterprise: string;
  readonly district: string;
  readonly state: CaseState;
  readonly step: number;
  readonly askedFen: bigint | null;
  readonly approvedFen: bigint | null;
  readonly decision: string | null;
  readonly answers: Answers;
  readonly papers: readonly CasePaper[];
  readonly account: PayeeAccount | undefined;
  /** The day on which it was submitted or listed. */
  readonly lawDate: PlainDate | undefined;
  readonly dueOn: PlainDate | undefined;
  readonly pausedOn: PlainDate | undefined;
  readonly closingReason: ClosingReason | undefined;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

function dayIn(text: string | null): PlainDate | undefined {
  return text === null ? undefined : Temporal.PlainDate.from(text);
}

export function caseOf(row: Selectable<Schema['delivery_case']>): DeliveryCase {
  return {
    id: row.id,
    programme: row.programme,
    enterprise: row.enterprise,
    district: row.district,
    state: row.state,
    step: row.step,
    askedFen: row.asked_fen,
    approvedFen: row.approved_fen,
    decision: row.decision,
    answers: answersSchema.parse(row.answers),
    papers: z.array(paperSchema).parse(row.papers),
    account: row.account === null ? undefined : payeeAccountSchema.parse(row.account),
    lawDate: dayIn(row.law_date),
    dueOn: dayIn(row.due_on),
    pausedOn: dayIn(row.paused_on),
    closingReason:
      row.closing_reason === null ? undefined : closingSchema.parse(row.closing_reason),
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  };
}

/** A case in hand with its programme. */
export interface CaseInHand {
  readonly each: DeliveryCase;
  readonly programme: Programme;
}

/** Takes a case in hand: nobody else changes it until the transaction ends. `undefined`: none that the actor may see. */
export async function takeCase(
  transaction: Transaction<Schema>,
  id: string,
): Promise<CaseInHand | undefined> {
  const row = await transaction
    .selectFrom('delivery_case')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const each = caseOf(row);
  const programme = await findProgramme(transaction, each.programme);
  return programme === undefined ? undefined : { each, programme };
}

export interface NewCase {
  readonly id: string;
  readonly programme: string;
  readonly enterprise: string;
  readonly district: string;
  readonly at: Date;
}

/** Answers whether the enterprise had no case in the programme yet. */
export async function insertCase(
  transaction: Transaction<Schema>,
  { id, programme, enterprise, district, at }: NewCase,
): Promise<boolean> {
  const added = await transaction
    .insertInto('delivery_case')
    .values({
      id,
      programme,
      enterprise,
      district,
      state: 'draft',
      step: 0,
      answers: '{}',
      papers: '[]',
      opened_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['programme', 'enterprise'])
        .where('state', '<>', 'withdrawn')
        .where('corrects', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** What changes in a case; what is left out stays. */
export interface CaseChange {
  readonly state?: CaseState;
  readonly step?: number;
  readonly askedFen?: bigint | null;
  readonly approvedFen?: bigint | null;
  readonly decision?: string | null;
  readonly answers?: Answers;
  readonly papers?: readonly CasePaper[];
  readonly account?: PayeeAccount;
  readonly lawDate?: PlainDate;
  readonly dueOn?: PlainDate | null;
  readonly pausedOn?: PlainDate | null;
  readonly closingReason?: ClosingReason;
  readonly closedAt?: Date;
}

function given<Value, Column>(
  column: string,
  value: Value | undefined,
  write: (value: Value) => Column,
): Readonly<Record<string, Column>> {
  return value === undefined ? {} : { [column]: write(value) };
}

const asIs = <Value>(value: Value): Value => value;
const asText = (day: PlainDate | null): string | null => day?.toString() ?? null;
const asJson = (value: unknown): string => JSON.stringify(value);

export async function changeCase(
  transaction: Transaction<Schema>,
  id: string,
  change: CaseChange,
): Promise<void> {
  const columns = {
    ...given('state', change.state, asIs),
    ...given('step', change.step, asIs),
    ...given('asked_fen', change.askedFen, asIs),
    ...given('approved_fen', change.approvedFen, asIs),
    ...given('decision', change.decision, asIs),
    ...given('answers', change.answers, asJson),
    ...given('papers', change.papers, asJson),
    ...given('account', change.account, asJson),
    ...given('law_date', change.lawDate, asText),
    ...given('due_on', change.dueOn, asText),
    ...given('paused_on', change.pausedOn, asText),
    ...given('closing_reason', change.closingReason, asJson),
    ...given('closed_at', change.closedAt, asIs),
  };
  await transaction
    .updateTable('delivery_case')
    .set((each) => ({ ...columns, revision: each('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Numbers for so many new cases of a programme: `<programme>-000001` on. Others that begin cases wait meanwhile. */
export async function newCaseIds(
  transaction: Transaction<Schema>,
  programme: string,
  count: number,
): Promise<readonly string[]> {
  const { cases } = await transaction
    .updateTable('programme')
    .set((each) => ({ cases: each('cases', '+', count) }))
    .where('id', '=', programme)
    .returning('cases')
    .executeTakeFirstOrThrow();
  return Array.from(
    { length: count },
    (_, index) => `${programme}-${String(cases - count + index + 1).padStart(6, '0')}`,
  );
}

/** Brings a case into a step: its place, its deadline, the tasks of those who have to do something. */
export async function placeCase(
  transaction: Transaction<Schema>,
  id: string,
  { step, dueOn, tasks }: Entered,
  change: CaseChange = {},
): Promise<void> {
  await changeCase(transaction, id, {
    ...change,
    state: change.state ?? 'open',
    step,
    dueOn: dueOn ?? null,
  });
  await addTasks(transaction, id, { step, dueOn, tasks }, 1);
}

/** Gives the bodies (or experts) their tasks at a step, for the first or another round of it. */
export async function addTasks(
  transaction: Transaction<Schema>,
  id: string,
  { step, dueOn, tasks }: Entered,
  round: number,
): Promise<void> {
  if (tasks.length === 0) return;
  await transaction
    .insertInto('case_task')
    .values(
      tasks.map(({ organisation, assignee }) => ({
        id: `${id}/${step}/${round}/${organisation}${assignee === '' ? '' : `/${assignee}`}`,
        delivery_case: id,
        step,
        round,
        organisation,
        assignee,
        state: 'waiting' as const,
        due_on: dueOn?.toString() ?? null,
      })),
    )
    .execute();
}
