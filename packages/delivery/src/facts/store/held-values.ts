import type { Schema } from '@luodi/platform';
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { assembleFacts } from '../domain/held-facts.ts';
import type {
  EnterpriseFacts,
  FactRules,
  HeldValue,
  RegisteredEnterprise,
} from '../domain/held-facts.ts';

interface HeldRow extends Omit<HeldValue, 'year' | 'factImport' | 'record' | 'broughtFor'> {
  readonly enterprise: string;
  readonly record: bigint;
  readonly year: number | null;
  readonly broughtFor: string | null;
  readonly factImport: string | null;
}

function valueOf(row: HeldRow): HeldValue {
  const { year, broughtFor, factImport } = row;
  return {
    ...row,
    year: year ?? undefined,
    broughtFor: broughtFor ?? undefined,
    factImport: factImport ?? undefined,
  };
}

/** All that was held at an instant about some enterprises: later knowledge is left out, later withdrawals too. */
async function valuesHeld(
  transaction: Transaction<Schema>,
  enterprises: readonly string[],
  at: Date,
): Promise<readonly HeldRow[]> {
  return transaction
    .selectFrom('fact_record as r')
    .select([
      'r.enterprise',
      'r.id as record',
      'r.fact',
      'r.year',
      'r.value',
      'r.source',
      'r.as_of as asOf',
      'r.recorded_at as recordedAt',
      'r.brought_by as broughtBy',
      'r.brought_for as broughtFor',
      'r.fact_import as factImport',
      sql<boolean>`exists (select 1 from fact_dispute d
        where d.fact_record = r.id and d.at <= ${at} and (d.settled_at is null or d.settled_at > ${at}))`.as(
        'disputed',
      ),
    ])
    .where(sql<boolean>`r.enterprise = any(${enterprises}::text[])`)
    .where('r.recorded_at', '<=', at)
    .where((where) =>
      where.or([where('r.withdrawn_at', 'is', null), where('r.withdrawn_at', '>', at)]),
    )
    .orderBy('r.fact')
    .orderBy('r.year')
    .orderBy('r.id')
    .execute();
}

/**
 * What was held about one enterprise at an instant, ready for `readFacts`. `undefined` when there is no such enterprise, or none
 * that the actor of the transaction may see the facts of.
 */
export async function heldFacts(
  transaction: Transaction<Schema>,
  enterprise: string,
  at: Date,
  rules: FactRules,
): Promise<EnterpriseFacts | undefined> {
  const found = await transaction
    .selectFrom('organisation')
    .select(['id', 'district'])
    .where('id', '=', enterprise)
    .where('kind', '=', 'enterprise')
    .executeTakeFirst();
  if (found === undefined) return undefined;
  return assembleFacts(
    found,
    (await valuesHeld(transaction, [enterprise], at)).map(valueOf),
    rules,
  );
}

function byEnterprise(rows: readonly HeldRow[]): ReadonlyMap<string, HeldValue[]> {
  const groups = new Map<string, HeldValue[]>();
  for (const row of rows) {
    const group = groups.get(row.enterprise);
    if (group === undefined) groups.set(row.enterprise, [valueOf(row)]);
    else group.push(valueOf(row));
  }
  return groups;
}

/**
 * What was held about every enterprise at an instant, page by page in the order of their ids, so that a whole city never stands in
 * memory. Enterprises about which nothing is held are there too.
 */
export async function* everybodysFacts(
  transaction: Transaction<Schema>,
  at: Date,
  rules: FactRules,
  pageSize = 1000,
): AsyncGenerator<readonly EnterpriseFacts[]> {
  for (let after = ''; ; ) {
    const enterprises: readonly RegisteredEnterprise[] = await transaction
      .selectFrom('organisation')
      .select(['id', 'district'])
      .where('kind', '=', 'enterprise')
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageSize)
      .execute();
    if (enterprises.length === 0) return;
    const ids = enterprises.map(({ id }) => id);
    const values = byEnterprise(await valuesHeld(transaction, ids, at));
    yield enterprises.map((each) => assembleFacts(each, values.get(each.id) ?? [], rules));
    if (enterprises.length < pageSize) return;
    after = ids.at(-1) ?? after;
  }
}
