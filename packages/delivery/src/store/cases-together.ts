import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { PlainDate } from '@luodi/kernel';
import type { Schema } from '@luodi/platform';
import { noticeWords } from '../domain/notice-words.ts';
import type { Programme } from './programmes.ts';

/** Cases of a programme that stand at the same step and are moved alike. */
export interface Alike {
  readonly programme: string;
  readonly step: number;
}

interface Row {
  readonly id: string;
}

/** Which programmes have cases, decided already, whose day at a step is over. */
export async function programmesWithExpired(
  transaction: Transaction<Schema>,
  today: PlainDate,
): Promise<readonly Alike[]> {
  const { rows } = await sql<Alike>`
    select programme, step from delivery_case
    where state = 'open' and due_on < ${today.toString()}::date and decision is not null
    group by programme, step order by programme, step`.execute(transaction);
  return rows;
}

/** Which programmes have open cases whose payment arrived. */
export async function programmesWithPaid(
  transaction: Transaction<Schema>,
): Promise<readonly Alike[]> {
  const { rows } = await sql<Alike>`
    select c.programme, c.step from delivery_case c join payment p on p.delivery_case = c.id and p.state = 'paid'
    where c.state = 'open' group by c.programme, c.step order by c.programme, c.step`.execute(
    transaction,
  );
  return rows;
}

/** Locks at most so many of the expired cases and answers their ids. */
export async function takeExpired(
  transaction: Transaction<Schema>,
  { programme, step }: Alike,
  today: PlainDate,
  most: number,
): Promise<readonly string[]> {
  const { rows } = await sql<Row>`
    select id from delivery_case where programme = ${programme} and step = ${step} and state = 'open'
      and due_on < ${today.toString()}::date and decision is not null
    order by id limit ${most} for update`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** Locks at most so many of the paid cases and answers their ids. */
export async function takePaid(
  transaction: Transaction<Schema>,
  { programme, step }: Alike,
  most: number,
): Promise<readonly string[]> {
  const { rows } = await sql<Row>`
    select c.id from delivery_case c where c.programme = ${programme} and c.step = ${step} and c.state = 'open'
      and exists (select from payment p where p.delivery_case = c.id and p.state = 'paid')
    order by c.id limit ${most} for update of c`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** Brings cases to a step that has no tasks. */
export async function placeTogether(
  transaction: Transaction<Schema>,
  ids: readonly string[],
  { step, dueOn }: { readonly step: number; readonly dueOn: PlainDate | undefined },
): Promise<void> {
  await transaction
    .updateTable('delivery_case')
    .set((each) => ({
      step,
      due_on: dueOn?.toString() ?? null,
      revision: each('revision', '+', 1),
    }))
    .where('id', 'in', ids)
    .execute();
}

/** Ends cases whose money arrived. */
export async function completeTogether(
  transaction: Transaction<Schema>,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await transaction
    .updateTable('delivery_case')
    .set((each) => ({ state: 'completed', closed_at: at, revision: each('revision', '+', 1) }))
    .where('id', 'in', ids)
    .execute();
}

/** Tells the enterprises of cases the same. */
export async function notifyTogether(
  transaction: Transaction<Schema>,
  { id, title, titleEn }: Programme,
  ids: readonly string[],
  { kind, due, at }: { readonly kind: string; readonly due: string | null; readonly at: Date },
): Promise<void> {
  const words = {
    ...noticeWords(kind, { title, titleEn, due }),
    due,
    programme: id,
    title,
    titleEn,
  };
  await sql`insert into notification (organisation, subject, kind, words, at)
    select enterprise, id, ${`case.${kind}`}, ${JSON.stringify(words)}::jsonb, ${at}::timestamptz
    from delivery_case where id in (${sql.join(ids)}) order by id`.execute(transaction);
}
