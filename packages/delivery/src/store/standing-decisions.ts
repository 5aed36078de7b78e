import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { CaseState, PaymentState, Schema } from '@luodi/platform';
import type { GrantedSum, MoneyStanding } from '../domain/reached-again.ts';
import type { DecisionRecord } from '../sealed-decision.ts';
import { answersSchema } from './cases.ts';
import type { Answers } from './cases.ts';
import { decisionOf, decisionRows } from './decisions.ts';
import { roundProportion } from './round-proportion.ts';

/** A decision that nothing has taken the place of, of a case that was not given up, with how its money stands. */
export interface StandingDecision {
  readonly record: DecisionRecord;
  readonly enterpriseName: string;
  readonly district: string;
  readonly answers: Answers;
  /** When the case was decided first: corrections are of what was so then. */
  readonly decidedAt: Date;
  readonly granted: GrantedSum;
  /** The proportion in which a new sum would be granted: its own, and where it refuses that of its round. */
  readonly proportion: GrantedSum;
  readonly standing: MoneyStanding;
}

/** Which decisions: of a programme, of an enterprise, or of all programmes of an office. */
export type DecisionScope =
  | { readonly kind: 'programme'; readonly programme: string }
  | { readonly kind: 'enterprise'; readonly enterprise: string }
  | { readonly kind: 'owner'; readonly owner: string };

interface MoneyOfRow {
  readonly payment: PaymentState | null;
  readonly state: CaseState;
  /** The state of what was opened in addition and not given up, what is still under way first. */
  readonly supplement: CaseState | null;
}

function standingOf({ payment, state, supplement }: MoneyOfRow): MoneyStanding {
  if (payment !== null) return payment === 'paid' ? 'paid' : 'under_way';
  if (state !== 'rejected') return 'held';
  // What a corrected refusal opened has its own way to the bank.
  if (supplement === null) return 'refused';
  return supplement === 'completed' ? 'paid' : 'under_way';
}

function within(transaction: Transaction<Schema>, scope: DecisionScope) {
  const rows = decisionRows(transaction)
    .innerJoin('organisation', 'organisation.id', 'delivery_case.enterprise')
    .where('delivery_case.state', 'not in', ['waived', 'withdrawn'])
    .where(
      sql<boolean>`not exists (select 1 from decision later where later.corrects = decision.id)`,
    );
  switch (scope.kind) {
    case 'programme':
      return rows.where('delivery_case.programme', '=', scope.programme);
    case 'enterprise':
      return rows.where('delivery_case.enterprise', '=', scope.enterprise);
    case 'owner':
      return rows.where(
        sql<boolean>`delivery_case.programme in (select p.id from programme p where p.owner = ${scope.owner})`,
      );
  }
}

function withMoney(rows: ReturnType<typeof within>) {
  return rows.select([
    'organisation.name as enterprise_name',
    'delivery_case.district',
    'delivery_case.answers',
    'delivery_case.state as case_state',
    sql<Date>`coalesce((select root.known_at from decision root
      where root.delivery_case = decision.delivery_case and root.corrects is null), decision.known_at)`.as(
      'decided_at',
    ),
    sql<bigint>`case when decision.refusal is not null then 0 else coalesce(
      (select coalesce((select s.approved_fen from delivery_case s join decision r on r.id = x.decision
        where s.id = x.supplement_case and r.refusal is not null), x.granted_fen)
        from correction x where x.successor = decision.id),
      delivery_case.approved_fen, 0) end`.as('granted_fen'),
    sql<CaseState | null>`(select s.state from delivery_case s where s.corrects = delivery_case.id
      and s.state not in ('waived', 'withdrawn', 'rejected')
      order by (s.state = 'completed'), s.id limit 1)`.as('supplement'),
    sql<PaymentState | null>`(select p.state from payment p where p.delivery_case = delivery_case.id
      and p.state in ('ordered', 'batched', 'sent', 'paid'))`.as('payment'),
  ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof withMoney>['execute']>>[number];

function standingDecision(row: Row): StandingDecision {
  const record = decisionOf(row);
  const granted = { statedFen: BigInt(record.amountFen), grantedFen: row.granted_fen };
  return {
    record,
    enterpriseName: row.enterprise_name,
    district: row.district,
    answers: answersSchema.parse(row.answers),
    decidedAt: row.decided_at,
    granted,
    proportion: granted,
    standing: standingOf({
      payment: row.payment,
      state: row.case_state,
      supplement: row.supplement,
    }),
  };
}

/** Refusals take the proportion of their round, as far as one was given out. */
async function inProportion(
  transaction: Transaction<Schema>,
  decisions: readonly StandingDecision[],
): Promise<readonly StandingDecision[]> {
  const known = new Map<string, GrantedSum | undefined>();
  const found: StandingDecision[] = [];
  for (const each of decisions) {
    const { record, district, granted } = each;
    if (record.refusal === undefined) {
      found.push(each);
      continue;
    }
    const key = `${record.programme} ${district}`;
    if (!known.has(key))
      known.set(key, await roundProportion(transaction, record.programme, district));
    found.push({ ...each, proportion: known.get(key) ?? granted });
  }
  return found;
}

/** The standing decisions after one in the order of their ids, so many at most. */
export async function standingDecisions(
  transaction: Transaction<Schema>,
  scope: DecisionScope,
  after: string,
  limit: number,
): Promise<readonly StandingDecision[]> {
  const rows = await withMoney(within(transaction, scope))
    .where('decision.id', '>', after)
    .orderBy('decision.id')
    .limit(limit)
    .execute();
  return inProportion(transaction, rows.map(standingDecision));
}

/** One decision, if nothing has taken its place. */
export async function findStanding(
  transaction: Transaction<Schema>,
  { programme, decision }: { readonly programme: string; readonly decision: string },
): Promise<StandingDecision | undefined> {
  const row = await withMoney(within(transaction, { kind: 'programme', programme }))
    .where('decision.id', '=', decision)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const [found] = await inProportion(transaction, [standingDecision(row)]);
  return found;
}

/** How many decisions stand. */
export async function countStanding(
  transaction: Transaction<Schema>,
  scope: DecisionScope,
): Promise<number> {
  const { rows } = await sql<{ total: bigint }>`select count(*) as total
    from (${within(transaction, scope)}) standing`.execute(transaction);
  return Number(rows[0]?.total ?? 0n);
}
