import type { Schema } from '@luodi/platform';
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { PlannedValue, StandingValue } from '../domain/import/plan-import.ts';
import { piecesOf } from './register.ts';

/** Whose word the values are, and how they came. */
export interface Recording {
  readonly source: string;
  /** The day that they describe, YYYY-MM-DD. */
  readonly asOf: string;
  readonly at: Date;
  readonly broughtBy: string;
  /** The body in whose office; `undefined`: the enterprise itself, or the machine. */
  readonly broughtFor: string | undefined;
  readonly factImport: string | undefined;
}

/** What stands now about some enterprises, of the facts (or entities) named. */
export async function standingValues(
  transaction: Transaction<Schema>,
  enterprises: readonly string[],
  facts: readonly string[],
): Promise<readonly StandingValue[]> {
  const rows = await transaction
    .selectFrom('fact_record')
    .select(['id as record', 'enterprise', 'fact', 'year', 'value', 'source'])
    .where(sql<boolean>`enterprise = any(${enterprises}::text[])`)
    .where(sql<boolean>`fact = any(${facts}::text[])`)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, year: row.year ?? undefined }));
}

/** Takes records back from an instant on. They stay for those who ask what was held before. */
export async function withdrawRecords(
  transaction: Transaction<Schema>,
  records: readonly bigint[],
  at: Date,
  because: string,
): Promise<void> {
  for (const piece of piecesOf(records))
    await transaction
      .updateTable('fact_record')
      .set({ withdrawn_at: at, withdrawn_by: because })
      .where(sql<boolean>`id = any(${piece.map(String)}::bigint[])`)
      .where('withdrawn_at', 'is', null)
      .execute();
}

/** Records values, and withdraws those of the same source whose place they take. */
export async function recordValues(
  transaction: Transaction<Schema>,
  values: readonly PlannedValue[],
  { source, asOf, at, broughtBy, broughtFor, factImport }: Recording,
  because: string,
): Promise<void> {
  const replaced = values.flatMap(({ replaces }) => replaces.map(({ record }) => record));
  await withdrawRecords(transaction, replaced, at, because);
  for (const piece of piecesOf(values)) {
    const rows = piece.map(({ enterprise, fact, year, value }) => [
      enterprise,
      fact,
      year ?? null,
      value,
    ]);
    await sql`insert into fact_record
        (enterprise, fact, year, value, source, as_of, recorded_at, brought_by, brought_for, fact_import)
      select v->>0, v->>1, (v->>2)::int, v->3, ${source}, ${asOf}::date, ${at}, ${broughtBy},
        ${broughtFor ?? null}::text, ${factImport ?? null}::text
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) v`.execute(transaction);
  }
}
