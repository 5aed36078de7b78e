import { readAs } from '@luodi/platform';
import type { Actor, Schema } from '@luodi/platform';
import type { Transaction } from 'kysely';
import type { FactContext } from '../context.ts';
import type { EnterpriseFacts } from '../domain/held-facts.ts';
import { heldFacts } from '../store/held-values.ts';

/** A dispute about a value of an enterprise. */
export interface FactDispute {
  readonly id: string;
  readonly record: bigint;
  readonly enterprise: string;
  readonly enterpriseName: string;
  readonly fact: string;
  readonly year: number | undefined;
  readonly value: unknown;
  readonly source: string;
  readonly broughtFor: string | undefined;
  /** What the enterprise says is right; `undefined`: it only says that the value is wrong. */
  readonly claimed: unknown;
  readonly words: string;
  readonly at: Date;
  readonly settlement:
    | { readonly upheld: boolean; readonly answer: string; readonly at: Date }
    | undefined;
}

/** Everything that is held about an enterprise. */
export interface EnterpriseFile extends EnterpriseFacts {
  readonly name: string;
  readonly nameEn: string;
  readonly creditCode: string | undefined;
  readonly district: string | undefined;
  readonly disputes: readonly FactDispute[];
  /** Names of the bodies that brought values, by id. */
  readonly bodies: ReadonlyMap<string, { readonly zh: string; readonly en: string }>;
}

/** Disputes that the actor of the transaction may see, newest first. */
function disputeRows(transaction: Transaction<Schema>) {
  return transaction
    .selectFrom('fact_dispute as d')
    .innerJoin('fact_record as r', 'r.id', 'd.fact_record')
    .innerJoin('organisation as o', 'o.id', 'd.enterprise')
    .select([
      'd.id',
      'd.fact_record as record',
      'd.enterprise',
      'o.name as enterpriseName',
      'r.fact',
      'r.year',
      'r.value',
      'r.source',
      'r.brought_for as broughtFor',
      'd.claimed',
      'd.words',
      'd.at',
      'd.settled_at as settledAt',
      'd.upheld',
      'd.answer',
    ])
    .orderBy('d.at', 'desc')
    .orderBy('d.id');
}

type DisputeRow = Awaited<ReturnType<ReturnType<typeof disputeRows>['execute']>>[number];

function disputeOf({ settledAt, upheld, answer, year, broughtFor, claimed, ...rest }: DisputeRow) {
  return {
    ...rest,
    year: year ?? undefined,
    broughtFor: broughtFor ?? undefined,
    claimed: claimed ?? undefined,
    settlement:
      settledAt === null
        ? undefined
        : { upheld: upheld === true, answer: answer ?? '', at: settledAt },
  };
}

/** The disputes that are open, as far as the actor may see them; the oldest wait longest and come first. */
export async function openDisputes(
  { queries }: FactContext,
  actor: Actor,
  most = 500,
): Promise<readonly FactDispute[]> {
  return readAs(queries, actor, async (transaction) => {
    const rows = await disputeRows(transaction)
      .clearOrderBy()
      .where('d.settled_at', 'is', null)
      .orderBy('d.at')
      .orderBy('d.id')
      .limit(most)
      .execute();
    return rows.map(disputeOf);
  });
}

async function bodyNames(transaction: Transaction<Schema>, { held }: EnterpriseFacts) {
  const ids = new Set(
    held.flatMap(({ prevailing, others }) =>
      [prevailing, ...others].flatMap(({ broughtFor }) => broughtFor ?? []),
    ),
  );
  if (ids.size === 0) return new Map();
  const rows = await transaction
    .selectFrom('organisation')
    .select(['id', 'name', 'name_en'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name, name_en }) => [id, { zh: name, en: name_en }]));
}

/**
 * Everything that is held about an enterprise, with where each value is from and what is disputed. `undefined` when there is no
 * such enterprise, or it is not the actor's to see: the enterprise itself, the officers of its district and those of the city.
 */
export async function enterpriseFile(
  { queries, rules }: FactContext,
  actor: Actor,
  enterprise: string,
  at: Date,
): Promise<EnterpriseFile | undefined> {
  if (actor.role === 'enterprise' && actor.organisation !== enterprise) return undefined;
  return readAs(queries, actor, async (transaction) => {
    const organisation = await transaction
      .selectFrom('organisation')
      .select(['name', 'name_en as nameEn', 'credit_code', 'district'])
      .where('id', '=', enterprise)
      .executeTakeFirst();
    const facts = await heldFacts(transaction, enterprise, at, rules);
    if (organisation === undefined || facts === undefined) return undefined;
    const { name, nameEn, credit_code: creditCode, district } = organisation;
    if (actor.district !== undefined && actor.district !== district) return undefined;
    const disputes = await disputeRows(transaction)
      .where('d.enterprise', '=', enterprise)
      .execute();
    return {
      ...facts,
      name,
      nameEn,
      creditCode: creditCode ?? undefined,
      district: district ?? undefined,
      disputes: disputes.map(disputeOf),
      bodies: await bodyNames(transaction, facts),
    };
  });
}
