import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import { readAs, systemActor } from '@luodi/platform';
import type { Actor, CaseState, Schema } from '@luodi/platform';
import { caseOf } from '../store/cases.ts';
import type { DeliveryCase } from '../store/cases.ts';
import { listProgrammes } from '../store/programmes.ts';
import type { Programme } from '../store/programmes.ts';
import { taskOf } from '../store/tasks.ts';
import type { CaseTask } from '../store/tasks.ts';

/** A case in a list, with its programme and the name of its enterprise. */
export interface ListedCase {
  readonly each: DeliveryCase;
  readonly programme: Programme;
  readonly enterpriseName: string;
}

const pageSize = 50;

async function programmesById(
  transaction: Transaction<Schema>,
): Promise<ReadonlyMap<string, Programme>> {
  return new Map((await listProgrammes(transaction)).map((each) => [each.id, each]));
}

function caseRows(transaction: Transaction<Schema>) {
  return transaction
    .selectFrom('delivery_case as c')
    .innerJoin('organisation as o', 'o.id', 'c.enterprise')
    .selectAll('c')
    .select('o.name as enterprise_name');
}

type CaseRow = Awaited<ReturnType<ReturnType<typeof caseRows>['execute']>>[number];

function listed(
  rows: readonly CaseRow[],
  programmes: ReadonlyMap<string, Programme>,
): readonly ListedCase[] {
  return rows.flatMap((row) => {
    const programme = programmes.get(row.programme);
    return programme === undefined
      ? []
      : [{ each: caseOf(row), programme, enterpriseName: row.enterprise_name }];
  });
}

/** Which cases to list. */
export interface CaseFilter {
  readonly programme?: string | undefined;
  readonly state?: CaseState | undefined;
  /** From 1; fifty a page. */
  readonly page?: number | undefined;
  /** Cases a page; fifty if left out. */
  readonly limit?: number | undefined;
}

/** The cases that the actor may see, those whose deadline is nearest first; `total` counts all pages. */
export async function listCases(
  queries: Kysely<Schema>,
  actor: Actor,
  { programme, state, page = 1, limit = pageSize }: CaseFilter,
): Promise<{ readonly cases: readonly ListedCase[]; readonly total: number }> {
  return readAs(queries, actor, async (transaction) => {
    const wanted = caseRows(transaction)
      .$if(programme !== undefined, (query) => query.where('c.programme', '=', programme ?? ''))
      .$if(state !== undefined, (query) => query.where('c.state', '=', state ?? 'open'));
    const rows = await wanted
      .orderBy(sql`c.closed_at is not null`)
      .orderBy('c.due_on', (order) => order.asc().nullsLast())
      .orderBy('c.opened_at', 'desc')
      .orderBy('c.id')
      .limit(limit)
      .offset((page - 1) * limit)
      .execute();
    const { total } = await transaction
      .selectFrom('delivery_case')
      .select(({ fn }) => fn.countAll<bigint>().as('total'))
      .$if(programme !== undefined, (query) => query.where('programme', '=', programme ?? ''))
      .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'open'))
      .executeTakeFirstOrThrow();
    return { cases: listed(rows, await programmesById(transaction)), total: Number(total) };
  });
}

/** A task that waits, with its case. */
export interface WaitingTask {
  readonly task: CaseTask;
  readonly case: ListedCase;
  readonly organisationName: string;
  readonly organisationNameEn: string;
}

/** Unless asked otherwise at most so many tasks are shown at once; the next come when these are done. */
const mostTasks = 300;

/** What waits for the actor's office (or, for an expert, for any expert of it), the soonest due first. */
export async function listWork(
  queries: Kysely<Schema>,
  actor: Actor,
  limit = mostTasks,
): Promise<readonly WaitingTask[]> {
  return readAs(queries, actor, async (transaction) => {
    const expert = actor.role === 'expert';
    const rows = await transaction
      .selectFrom('case_task as t')
      .innerJoin('organisation as o', 'o.id', 't.organisation')
      .innerJoin('delivery_case as c', 'c.id', 't.delivery_case')
      .selectAll('t')
      .select(['o.name as organisation_name', 'o.name_en as organisation_name_en'])
      .where('t.organisation', '=', actor.organisation)
      .where('t.state', '=', 'waiting')
      .where('c.state', '=', 'open')
      .where('t.assignee', expert ? '<>' : '=', '')
      .orderBy('t.due_on', (order) => order.asc().nullsLast())
      .orderBy('t.id')
      .limit(limit)
      .execute();
    const ids = rows.map((row) => row.delivery_case);
    if (ids.length === 0) return [];
    const cases = await caseRows(transaction).where('c.id', 'in', ids).execute();
    const programmes = await programmesById(transaction);
    const byId = new Map(listed(cases, programmes).map((each) => [each.each.id, each]));
    return rows.flatMap((row) => {
      const found = byId.get(row.delivery_case);
      return found === undefined
        ? []
        : [
            {
              task: taskOf(row),
              case: found,
              organisationName: row.organisation_name,
              organisationNameEn: row.organisation_name_en,
            },
          ];
    });
  });
}

/** An objection that waits for the answer of the actor's office. */
export interface WaitingObjection {
  readonly id: string;
  readonly byName: string;
  readonly words: string;
  readonly at: Date;
  readonly case: ListedCase;
}

/** Objections to cases of the actor's own programmes, those first whose publicity or notice is over soonest. */
export async function listWaitingObjections(
  queries: Kysely<Schema>,
  actor: Actor,
  limit = mostTasks,
): Promise<readonly WaitingObjection[]> {
  if (actor.role !== 'officer') return [];
  return readAs(queries, actor, async (transaction) => {
    const rows = await transaction
      .selectFrom('objection as x')
      .innerJoin('delivery_case as c', 'c.id', 'x.delivery_case')
      .innerJoin('programme as p', 'p.id', 'c.programme')
      .select(['x.id', 'x.delivery_case', 'x.by_name', 'x.words', 'x.at'])
      .where('p.owner', '=', actor.organisation)
      .where('c.state', '=', 'disputed')
      .where('x.settled_at', 'is', null)
      .orderBy('c.due_on', (order) => order.asc().nullsLast())
      .orderBy('x.at')
      .orderBy('x.id')
      .limit(limit)
      .execute();
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.delivery_case);
    const cases = await caseRows(transaction).where('c.id', 'in', ids).execute();
    const found = listed(cases, await programmesById(transaction));
    const byId = new Map(found.map((each) => [each.each.id, each]));
    return rows.flatMap(({ id, by_name: byName, words, at, delivery_case }) => {
      const own = byId.get(delivery_case);
      return own === undefined ? [] : [{ id, byName, words, at, case: own }];
    });
  });
}

/** What everybody may see of the cases that are public now: no more than this. */
export interface PublicCase {
  readonly case: string;
  readonly title: string;
  readonly titleEn: string;
  /** The body that the programme belongs to. */
  readonly ownerName: string;
  readonly enterpriseName: string;
  readonly district: string;
  readonly fen: bigint | null;
  /** Last day on which one may object. */
  readonly until: string | null;
}

/** 公示: the cases at a step of publicity, the soonest over first. */
export async function listPublic(queries: Kysely<Schema>): Promise<readonly PublicCase[]> {
  return readAs(queries, systemActor('publicity'), async (transaction) => {
    const { rows } = await sql<PublicCase>`
      select c.id as case, p.title, p.title_en as "titleEn", b.name as "ownerName", o.name as "enterpriseName", c.district,
        c.approved_fen as fen, c.due_on as until
      from delivery_case c join programme p on p.id = c.programme join organisation o on o.id = c.enterprise
      join organisation b on b.id = p.owner
      where c.state in ('open', 'disputed') and p.route -> c.step ->> 'kind' = 'publicity'
      order by c.due_on, c.id limit 1000`.execute(transaction);
    return rows;
  });
}

/** A programme with how many cases stand where, of those that the actor may see. */
export interface CountedProgramme {
  readonly programme: Programme;
  readonly ownerName: string;
  readonly ownerNameEn: string;
  /** Of the pool that pays it. */
  readonly poolName: string;
  readonly poolNameEn: string;
  readonly cases: Readonly<Partial<Record<CaseState, number>>>;
}

/** All programmes; drafts only to the office that they belong to. */
export async function countProgrammes(
  queries: Kysely<Schema>,
  actor: Actor,
): Promise<readonly CountedProgramme[]> {
  return readAs(queries, actor, async (transaction) => {
    const programmes = await listProgrammes(transaction);
    const counts = await transaction
      .selectFrom('delivery_case')
      .select(['programme', 'state', ({ fn }) => fn.countAll<bigint>().as('count')])
      .groupBy(['programme', 'state'])
      .execute();
    // A city has a thousand bodies; the rounds are of a few.
    const ids = [...new Set(programmes.map(({ owner }) => owner))];
    const owners = await transaction
      .selectFrom('organisation')
      .select(['id', 'name', 'name_en'])
      .where(sql<boolean>`id = any(${ids}::text[])`)
      .execute();
    const nameOf = new Map(owners.map((owner) => [owner.id, owner]));
    const pools = await transaction
      .selectFrom('budget_pool')
      .select(['id', 'name', 'name_en'])
      .execute();
    const poolOf = new Map(pools.map((pool) => [pool.id, pool]));
    return programmes
      .filter(({ state, owner }) => state !== 'draft' || owner === actor.organisation)
      .map((programme) => ({
        programme,
        ownerName: nameOf.get(programme.owner)?.name ?? programme.owner,
        ownerNameEn: nameOf.get(programme.owner)?.name_en ?? programme.owner,
        poolName: poolOf.get(programme.funding.pool)?.name ?? programme.funding.pool,
        poolNameEn: poolOf.get(programme.funding.pool)?.name_en ?? programme.funding.pool,
        cases: Object.fromEntries(
          counts
            .filter((row) => row.programme === programme.id)
            .map(({ state, count }) => [state, Number(count)]),
        ),
      }));
  });
}
