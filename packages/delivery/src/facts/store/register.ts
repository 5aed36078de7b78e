import type { Schema } from '@luodi/platform';
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { EnterpriseStatement, RegisterEntry } from '../domain/import/enterprise-rows.ts';

const atOnce = 5000;

/** Pieces of a list, so that no statement grows without bound. */
export function piecesOf<Item>(list: readonly Item[], size = atOnce): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}

async function entriesOf(transaction: Transaction<Schema>, codes: readonly string[]) {
  return transaction
    .selectFrom('organisation as o')
    .select([
      'o.id',
      'o.name',
      'o.district',
      'o.credit_code as code',
      sql<readonly string[]>`array(select c.earlier_name from organisation_change c
        where c.organisation = o.id and c.earlier_name is not null)`.as('earlierNames'),
    ])
    .where('o.kind', '=', 'enterprise')
    .where(sql<boolean>`o.credit_code = any(${codes}::text[])`)
    .execute();
}

/** What the register knows of enterprises, by credit code. */
export async function registerEntries(
  transaction: Transaction<Schema>,
  codes: Iterable<string>,
): Promise<ReadonlyMap<string, RegisterEntry>> {
  const entries = new Map<string, RegisterEntry>();
  for (const piece of piecesOf([...new Set(codes)]))
    for (const { code, ...entry } of await entriesOf(transaction, piece))
      if (code !== null) entries.set(code, entry);
  return entries;
}

/** Names of the districts in the register. */
export async function districtNames(transaction: Transaction<Schema>): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('organisation')
    .select('name')
    .where('kind', '=', 'district')
    .execute();
  return rows.map(({ name }) => name);
}

/** The id that an enterprise has in the register. */
export function enterpriseId(creditCode: string): string {
  return `enterprise:${creditCode}`;
}

/** Enters unknown enterprises into the register; `districtName` is the name of a district as the register has it. */
export async function enterEnterprises(
  transaction: Transaction<Schema>,
  statements: readonly EnterpriseStatement[],
  districtName: (choice: string) => string,
): Promise<void> {
  for (const piece of piecesOf(statements, 2000))
    await transaction
      .insertInto('organisation')
      .values(
        piece.map(({ creditCode, name, district }) => ({
          id: enterpriseId(creditCode),
          kind: 'enterprise' as const,
          name,
          name_en: name,
          credit_code: creditCode,
          district: district === undefined ? null : districtName(district),
        })),
      )
      .execute();
}
