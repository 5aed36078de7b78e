import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Evaluator, MeasureAnswer } from '@luodi/evaluation';
import type { Schema } from '@luodi/platform';
import type { DeliveryContext } from '../context.ts';
import { Temporal, dayOf } from '@luodi/kernel';
import { standingOf } from '../domain/automatic-list.ts';
import type { AutomaticStanding, ListExclusion } from '../domain/automatic-list.ts';
import { answerCase } from '../domain/decision.ts';
import { withKnownMatters } from '../domain/known-matters.ts';
import { everybodysFacts } from '../facts/index.ts';
import type { Programme } from './programmes.ts';
import { receivedFacts } from './received-facts.ts';

/** An enterprise with what the rule says about it. */
export interface Listed {
  readonly enterprise: string;
  readonly standing: AutomaticStanding;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly answer: MeasureAnswer | undefined;
}

interface PageContext {
  readonly exclusions: ReadonlyMap<string, ListExclusion>;
  readonly paid: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** What speaks against enterprises of a page, and what was paid to them here already. */
async function contextOf(
  transaction: Transaction<Schema>,
  programme: Programme,
  ids: readonly string[],
  at: Date,
): Promise<PageContext> {
  const day = dayOf(at).toString();
  const { rows } = await sql<{ enterprise: string; because: ListExclusion }>`
    select distinct on (enterprise) enterprise, because from (
      select enterprise, 'has_case' as because, 1 as rank from delivery_case
      where programme = ${programme.id} and state <> 'withdrawn' and enterprise = any(${ids}::text[])
      union all
      select enterprise, 'listed_dishonest', 2 from dishonesty
      where lifted_at is null and since <= ${day} and (until is null or until >= ${day})
        and enterprise = any(${ids}::text[])
      union all
      select c.enterprise, 'same_matter', 3 from delivery_case c join programme p on p.id = c.programme
      where p.matter = ${programme.matter} and p.id <> ${programme.id}
        and c.state in ('open', 'returned', 'disputed', 'queued') and c.enterprise = any(${ids}::text[])
    ) found order by enterprise, rank`.execute(transaction);
  return {
    exclusions: new Map(rows.map(({ enterprise, because }) => [enterprise, because])),
    paid: await receivedFacts(transaction, ids),
  };
}

/** The day whose law a programme applies. */
function lawDate({ lawDate: fixed }: Programme, at: Date): Temporal.PlainDate {
  return fixed === null ? dayOf(at) : Temporal.PlainDate.from(fixed);
}

/** Answers the measure of a programme for everybody whom the actor may see, page by page. Facts that cannot be read count as several missing. */
export async function* listEverybody(
  transaction: Transaction<Schema>,
  { sources }: Pick<DeliveryContext, 'sources'>,
  evaluator: Evaluator,
  programme: Programme,
  at: Date,
): AsyncGenerator<readonly Listed[]> {
  const { vocabulary } = evaluator.content;
  const day = lawDate(programme, at);
  for await (const page of everybodysFacts(transaction, at, { vocabulary, sources })) {
    const ids = page.map(({ enterprise }) => enterprise);
    const { exclusions, paid } = await contextOf(transaction, programme, ids, at);
    yield page.map(({ enterprise, facts: held }) => {
      const received = withKnownMatters(paid.get(enterprise) ?? {}, evaluator.content);
      const facts = { ...received, ...held };
      const because = exclusions.get(enterprise);
      const answered = answerCase(evaluator, programme.measure, facts, day);
      if (!answered.ok)
        return { enterprise, facts, standing: { kind: 'lacks_several' }, answer: undefined };
      const standing = standingOf(answered.value, vocabulary);
      const wanted = standing.kind === 'certain' || standing.kind === 'lacks_one';
      return wanted && because !== undefined
        ? { enterprise, facts, standing: { kind: 'excluded', because }, answer: undefined }
        : { enterprise, facts, standing, answer: answered.value };
    });
  }
}
