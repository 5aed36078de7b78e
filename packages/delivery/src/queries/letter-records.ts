import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { readAs } from '@luodi/platform';
import type { Actor, Schema } from '@luodi/platform';
import type { CaseView } from './case-view.ts';

/** What letters about a case say beside the case itself. */
export interface LetterRecords {
  /** Name of the body that the programme belongs to. */
  readonly ownerName: string;
  /** When the case first stood at a step, by the journal. */
  readonly reached: ReadonlyMap<number, Date>;
  /** Orders to pay back, the latest first; sums in 分. */
  readonly recoveries: readonly {
    readonly id: string;
    readonly fen: bigint;
    readonly interestFen: bigint;
    readonly reason: string;
    readonly clause: string;
    readonly dueOn: string | null;
    readonly at: Date;
  }[];
}

/** Reads what letters need, as far as the actor may see it. */
export async function letterRecords(
  queries: Kysely<Schema>,
  actor: Actor,
  { each, programme }: CaseView,
): Promise<LetterRecords> {
  return readAs(queries, actor, async (transaction) => {
    const owner = await transaction
      .selectFrom('organisation')
      .select('name')
      .where('id', '=', programme.owner)
      .executeTakeFirst();
    const { rows: steps } = await sql<{ step: number; at: Date }>`
      select (detail ->> 'step')::integer as step, min(at) as at from journal
      where subject = ${each.id} and detail ? 'step' group by 1`.execute(transaction);
    const recoveries = await transaction
      .selectFrom('recovery')
      .select(['id', 'fen', 'interest_fen as interestFen', 'reason', 'clause', 'at'])
      .select('due_on as dueOn')
      .where('delivery_case', '=', each.id)
      .orderBy('at', 'desc')
      .orderBy('id')
      .execute();
    return {
      ownerName: owner?.name ?? programme.owner,
      reached: new Map(steps.map(({ step, at }) => [step, at])),
      recoveries,
    };
  });
}
