import { sql } from 'kysely';
import type { CaseState } from '@luodi/platform';
import type { StepKind } from '../../src/domain/route.ts';
import type { Deed } from './deed.ts';
import type { RandomNumbers } from './random-numbers.ts';
import { roundId } from './rounds.ts';
import { look } from './step.ts';
import type { Step } from './step.ts';
import { mostRounds } from './town-rules.ts';

/** A case that somebody can do something with. */
interface LiveCase {
  readonly case: string;
  readonly enterprise: string;
  readonly state: CaseState;
  readonly manner: 'application' | 'automatic';
  readonly kind: StepKind;
  readonly asked: bigint | null;
  /** What a body waits to decide there, and an objection that nobody answered. */
  readonly task: string | null;
  readonly body: string | null;
  readonly objection: string | null;
}

const atOnce = 12;

/** The oldest cases that are under way: so they come to their end. */
const liveCases = sql<LiveCase>`
  select c.id as "case", c.enterprise, c.state, p.manner, p.route -> c.step ->> 'kind' as kind, c.asked_fen as asked,
    t.id as task, t.organisation as body,
    (select min(o.id) from objection o where o.delivery_case = c.id and o.settled_at is null) as objection
  from delivery_case c join programme p on p.id = c.programme
    left join lateral (select id, organisation from case_task
      where delivery_case = c.id and state = 'waiting' order by id limit 1) t on true
  where p.published_at is not null and c.state in ('draft', 'open', 'returned', 'disputed')
    and p.route -> c.step ->> 'kind' <> 'payment'
  order by c.opened_at, c.id limit ${sql.lit(atOnce)}`;

function decided(each: LiveCase, random: RandomNumbers): Deed | undefined {
  const { task, body, asked } = each;
  if (task === null || body === null) return undefined;
  const chance = random.below(20);
  if (chance === 0) return { kind: 'refuse', case: each.case, task, body };
  if (chance === 1) return { kind: 'give_back', case: each.case, task, body };
  const fen = BigInt(1 + random.below(Number(asked ?? 1n)));
  return { kind: 'approve', case: each.case, task, body, fen };
}

function atOpenStep(each: LiveCase, random: RandomNumbers): Deed | undefined {
  const of = { case: each.case, enterprise: each.enterprise };
  if (random.below(60) === 0) return { kind: 'withdraw', ...of };
  switch (each.kind) {
    case 'notice':
      if (random.below(15) === 0) return { kind: 'object', ...of };
      return random.below(2) === 0 ? { kind: 'confirm', ...of } : undefined;
    case 'publicity':
      return random.below(15) === 0 ? { kind: 'object', ...of } : undefined;
    case 'claim':
      return { kind: 'claim', ...of };
    case 'application':
    case 'payment':
      return undefined;
    case 'review':
    case 'scoring':
    case 'meeting':
    case 'joint_document':
      return decided(each, random);
  }
}

/** Whoever has to do something with one of the cases does it. */
export const goOn: Step = async (world, random) => {
  const { rows } = await look(world, (transaction) => liveCases.execute(transaction));
  const each = random.one(rows);
  if (each === undefined) return undefined;
  const of = { case: each.case, enterprise: each.enterprise };
  const { objection } = each;
  switch (each.state) {
    case 'draft':
      if (each.manner === 'automatic') return { kind: 'answer', ...of, filed: random.below(3) > 0 };
      return { kind: random.below(3) === 0 ? 'save' : 'submit', ...of };
    case 'open':
      return atOpenStep(each, random);
    case 'returned':
      return { kind: 'complete', ...of };
    case 'disputed':
      return objection === null
        ? undefined
        : { kind: 'settle_objection', case: each.case, objection, upheld: random.below(3) === 0 };
    case 'queued':
    case 'completed':
    case 'rejected':
    case 'waived':
    case 'withdrawn':
      return undefined;
  }
};

const applicants = 24;

/** An enterprise begins an application in the newest round that it has none in. */
export const start: Step = async (world, random) => {
  const enterprise = `enterprise:${random.below(applicants)}`;
  const { rows } = await look(world, (transaction) =>
    sql<{ round: string }>`
      select p.id as round from programme p
      where p.published_at is not null and p.manner = 'application' and not exists (
        select from delivery_case c where c.programme = p.id and c.enterprise = ${enterprise})
      order by p.published_at desc limit 1`.execute(transaction),
  );
  const [found] = rows;
  return found === undefined ? undefined : { kind: 'start', ...found, enterprise };
};

interface Rounds {
  readonly drafts: string | null;
  readonly unbegun: string | null;
  readonly applications: number;
  readonly automatic: number;
  readonly live: number;
}

const rounds = sql<Rounds>`select
  (select min(id) from programme where state = 'draft') as drafts,
  (select min(p.id) from programme p where p.manner = 'automatic' and p.published_at is not null and p.cases = 0) as unbegun,
  (select count(*)::integer from programme where id like 'apply-%') as applications,
  (select count(*)::integer from programme where id like 'auto-%') as automatic,
  (select count(*)::integer from delivery_case c join programme p on p.id = c.programme
    where p.published_at is not null and c.state in ('draft', 'open', 'returned', 'disputed')) as live`;

/** The department makes, publishes or begins a round when there is little to do. */
export const arrange: Step = async (world) => {
  const [found] = (await look(world, (transaction) => rounds.execute(transaction))).rows;
  if (found === undefined) return undefined;
  const { drafts, unbegun, applications, automatic, live } = found;
  if (drafts !== null) return { kind: 'publish_round', round: drafts };
  if (unbegun !== null) return { kind: 'begin_round', round: unbegun };
  if (live > 2 * atOnce || automatic >= mostRounds) return undefined;
  const manner = applications <= automatic ? 'application' : 'automatic';
  const count = manner === 'application' ? applications : automatic;
  return { kind: 'save_round', round: roundId(manner, count + 1) };
};

/** The clock brings what is over to its next step, and what was paid to its end. */
export const passDays: Step = () => Promise.resolve({ kind: 'pass_days' });
