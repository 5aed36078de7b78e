import type { Transaction } from 'kysely';
import type { Evaluator, MeasureAnswer } from '@luodi/evaluation';
import type { PlainDate } from '@luodi/kernel';
import { readAs } from '@luodi/platform';
import type { Actor, Schema } from '@luodi/platform';
import { lawDateOf } from '../commands/progress.ts';
import type { DeliveryContext } from '../context.ts';
import { answerCase } from '../domain/decision.ts';
import { heldFacts } from '../facts/index.ts';
import type { HeldFact } from '../facts/index.ts';
import { factsOfCase } from '../store/case-facts.ts';
import { caseOf } from '../store/cases.ts';
import type { DeliveryCase } from '../store/cases.ts';
import { correctionsOfCase } from '../store/corrections.ts';
import type { Correction } from '../store/corrections.ts';
import { findDecision } from '../store/decisions.ts';
import type { DecisionRecord } from '../sealed-decision.ts';
import { findProgramme } from '../store/programmes.ts';
import type { Programme } from '../store/programmes.ts';
import { tasksOfCase } from '../store/tasks.ts';
import type { CaseTask } from '../store/tasks.ts';

/** Everything about one case that the actor may see. */
export interface CaseView {
  readonly each: DeliveryCase;
  readonly programme: Programme;
  readonly enterpriseName: string;
  readonly lawDate: PlainDate;
  readonly evaluator: Evaluator;
  /** What the rule says by what is known now; `undefined`: the facts cannot be read. */
  readonly answer: MeasureAnswer | undefined;
  readonly held: readonly HeldFact[];
  readonly tasks: readonly CaseTask[];
  readonly objections: readonly {
    readonly id: string;
    readonly byName: string;
    readonly words: string;
    /** How to reach whoever is not signed in; a name with a contact is for the body that answers alone. */
    readonly contact: string | null;
    readonly at: Date;
    readonly upheld: boolean | null;
    readonly answer: string | null;
  }[];
  readonly decision: DecisionRecord | undefined;
  /** What followed from decisions of the case that came out otherwise, the latest first. */
  readonly corrections: readonly Correction[];
  readonly payments: readonly {
    readonly fen: bigint;
    readonly state: string;
    readonly orderedAt: Date;
    readonly settledAt: Date | null;
  }[];
  readonly history: readonly {
    readonly at: Date;
    readonly who: string;
    readonly action: string;
    readonly reason: string;
  }[];
  /** Names of the bodies that have tasks, by id. */
  readonly bodies: ReadonlyMap<string, { readonly zh: string; readonly en: string }>;
}

async function bodiesOf(
  transaction: Transaction<Schema>,
  tasks: readonly CaseTask[],
): Promise<CaseView['bodies']> {
  const ids = [...new Set(tasks.map(({ organisation }) => organisation))];
  if (ids.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('organisation')
    .select(['id', 'name', 'name_en'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name, name_en: en }) => [id, { zh: name, en }]));
}

async function historyOf(
  transaction: Transaction<Schema>,
  { id, openedAt }: DeliveryCase,
  { manner, owner }: Programme,
): Promise<CaseView['history']> {
  const entries = await transaction
    .selectFrom('journal as j')
    .leftJoin('user_name as u', 'u.id', 'j.actor')
    .select([
      'j.at',
      'j.action',
      'j.reason',
      (each) => each.fn.coalesce('u.name', 'j.actor').as('who'),
    ])
    .where('j.subject', '=', id)
    .orderBy('j.sequence')
    .execute();
  if (manner === 'application') return entries;
  // One entry tells of everybody whom a round began with; its subject is the round.
  const who = (await nameOfBody(transaction, owner)) ?? owner;
  return [{ at: openedAt, who, action: 'automatic.begin', reason: '' }, ...entries];
}

async function nameOfBody(
  transaction: Transaction<Schema>,
  id: string,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name;
}

async function objectionsOf(transaction: Transaction<Schema>, id: string) {
  const rows = await transaction
    .selectFrom('objection')
    .select(['id', 'by_name as byName', 'words', 'contact', 'at', 'upheld', 'answer'])
    .where('delivery_case', '=', id)
    .orderBy('at')
    .execute();
  return rows;
}

async function paymentsOf(transaction: Transaction<Schema>, id: string) {
  return transaction
    .selectFrom('payment')
    .select(['fen', 'state', 'ordered_at as orderedAt', 'settled_at as settledAt'])
    .where('delivery_case', '=', id)
    .orderBy('attempt')
    .execute();
}

/** One case with all that belongs to it. `undefined`: none that the actor may see. */
export async function viewCase(
  context: DeliveryContext,
  actor: Actor,
  id: string,
  at: Date,
): Promise<CaseView | undefined> {
  return readAs(context.queries, actor, async (transaction) => {
    const row = await transaction
      .selectFrom('delivery_case as c')
      .innerJoin('organisation as o', 'o.id', 'c.enterprise')
      .selectAll('c')
      .select('o.name as enterprise_name')
      .where('c.id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const each = caseOf(row);
    const programme = await findProgramme(transaction, each.programme);
    if (programme === undefined) return undefined;
    const evaluator = await context.rulesOf(programme.contentVersion, transaction);
    const { vocabulary } = evaluator.content;
    const lawDate = lawDateOf({ each, programme }, { at });
    const facts = await factsOfCase(transaction, context, evaluator, each, at);
    const answered = answerCase(evaluator, programme.measure, facts, lawDate);
    const rules = { vocabulary, sources: context.sources };
    const held = await heldFacts(transaction, each.enterprise, at, rules);
    const tasks = await tasksOfCase(transaction, id);
    return {
      each,
      programme,
      enterpriseName: row.enterprise_name,
      lawDate,
      evaluator,
      answer: answered.ok ? answered.value : undefined,
      held: held?.held ?? [],
      tasks,
      objections: await objectionsOf(transaction, id),
      decision: each.decision === null ? undefined : await findDecision(transaction, each.decision),
      corrections: await correctionsOfCase(transaction, id),
      payments: await paymentsOf(transaction, id),
      history: await historyOf(transaction, each, programme),
      bodies: await bodiesOf(transaction, tasks),
    };
  });
}
