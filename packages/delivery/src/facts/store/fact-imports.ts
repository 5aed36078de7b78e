import { createHash } from 'node:crypto';
import type { Schema } from '@luodi/platform';
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { SheetMapping } from '../domain/import/column-meaning.ts';

const words = z.object({ zh: z.string(), en: z.string() });

const mappingSchema: z.ZodType<SheetMapping> = z
  .object({
    item: z.string().optional(),
    columns: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('credit_code') }),
        z.object({ kind: z.literal('name') }),
        z.object({ kind: z.literal('year') }),
        z.object({
          kind: z.literal('fact'),
          fact: z.string(),
          unit: z.string().optional(),
          year: z.number().int().optional(),
        }),
        z.object({ kind: z.literal('ignored') }),
      ]),
    ),
  })
  .transform(({ item, columns }) => ({ item, columns }));

export const countsSchema = z.object({
  rows: z.number(),
  good: z.number(),
  faulty: z.number(),
  skipped: z.number(),
  enterprises: z.number(),
  newEnterprises: z.number(),
  added: z.number(),
  changed: z.number(),
  same: z.number(),
  conflicting: z.number(),
});
export type ImportCounts = Readonly<z.infer<typeof countsSchema>>;

export const faultyRowsSchema = z.object({
  headings: z.array(z.string()),
  rows: z.array(
    z.object({
      number: z.number(),
      cells: z.array(z.string()),
      faults: z.array(z.object({ column: z.number().optional(), message: words, hint: words })),
    }),
  ),
});
/** Rows that were not taken, as they came, with what is wrong in them. */
export type FaultyRows = z.infer<typeof faultyRowsSchema>;

function headingsHash(headings: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(headings)).digest('hex');
}

/** The mapping that was last used for these headings of this source. */
export async function rememberedMapping(
  transaction: Transaction<Schema>,
  headings: readonly string[],
  source: string,
): Promise<SheetMapping | undefined> {
  const row = await transaction
    .selectFrom('fact_mapping')
    .select('mapping')
    .where('headings_hash', '=', headingsHash(headings))
    .where('source', '=', source)
    .executeTakeFirst();
  return row === undefined ? undefined : mappingSchema.parse(row.mapping);
}

export async function rememberMapping(
  transaction: Transaction<Schema>,
  headings: readonly string[],
  source: string,
  mapping: SheetMapping,
  at: Date,
): Promise<void> {
  const text = JSON.stringify(mapping);
  await transaction
    .insertInto('fact_mapping')
    .values({ headings_hash: headingsHash(headings), source, mapping: text, at })
    .onConflict((conflict) =>
      conflict.columns(['headings_hash', 'source']).doUpdateSet({ mapping: text, at }),
    )
    .execute();
}

/** Decisions that rest on what an import brought: the enterprise's facts in them hold a value of it, from after it came. */
export async function decisionsOn(
  transaction: Transaction<Schema>,
  factImport: string,
  most: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select distinct d.id
    from fact_record r
    join delivery_case c on c.enterprise = r.enterprise
    join decision d on d.delivery_case = c.id and d.known_at >= r.recorded_at
    where r.fact_import = ${factImport} and r.withdrawn_at is null
      and (case when r.year is null then d.facts -> r.fact
        else d.facts -> r.fact -> r.year::text end) = r.value
    order by d.id limit ${most}`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** Later imports that took the place of values of this one and still stand. */
export async function importsOver(
  transaction: Transaction<Schema>,
  factImport: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select distinct i.id
    from fact_record r
    join fact_import i on r.withdrawn_by = 'import:' || i.id and i.undone_at is null
    where r.fact_import = ${factImport}
    order by i.id`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** Withdraws what an import brought and records anew what it had replaced, where nothing has taken that place since. */
export async function takeBackImport(
  transaction: Transaction<Schema>,
  factImport: string,
  at: Date,
  by: string,
): Promise<{ readonly withdrawn: number; readonly restored: number }> {
  const withdrawn = await sql`update fact_record
    set withdrawn_at = ${at}, withdrawn_by = ${`undo:${factImport}`}
    where fact_import = ${factImport} and withdrawn_at is null`.execute(transaction);
  const restored = await sql`insert into fact_record
      (enterprise, fact, year, value, source, as_of, recorded_at, brought_by, brought_for, fact_import)
    select o.enterprise, o.fact, o.year, o.value, o.source, o.as_of, ${at}, o.brought_by, o.brought_for,
      o.fact_import
    from fact_record o
    where o.withdrawn_by = ${`import:${factImport}`} and not exists (
      select 1 from fact_record r where r.enterprise = o.enterprise and r.fact = o.fact
        and r.year is not distinct from o.year and r.source = o.source and r.withdrawn_at is null)`.execute(
    transaction,
  );
  await transaction
    .updateTable('fact_import')
    .set({ undone_at: at, undone_by: by })
    .where('id', '=', factImport)
    .execute();
  return {
    withdrawn: Number(withdrawn.numAffectedRows ?? 0n),
    restored: Number(restored.numAffectedRows ?? 0n),
  };
}
