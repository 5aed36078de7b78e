import { readAs } from '@luodi/platform';
import type { Actor } from '@luodi/platform';
import type { FactContext } from '../context.ts';
import { countsSchema, faultyRowsSchema } from '../store/fact-imports.ts';
import type { FaultyRows, ImportCounts } from '../store/fact-imports.ts';

/** An import as it is listed. */
export interface ListedImport {
  readonly id: string;
  readonly source: string;
  readonly fileName: string;
  readonly counts: ImportCounts;
  readonly at: Date;
  readonly broughtBy: string;
  readonly organisation: string;
  readonly undoneAt: Date | undefined;
}

/** The imports that the actor may see, newest first. */
export async function listImports(
  { queries }: FactContext,
  actor: Actor,
  most = 200,
): Promise<readonly ListedImport[]> {
  return readAs(queries, actor, async (transaction) => {
    const rows = await transaction
      .selectFrom('fact_import')
      .select([
        'id',
        'source',
        'file_name',
        'counts',
        'at',
        'brought_by',
        'organisation',
        'undone_at',
      ])
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(most)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      source: row.source,
      fileName: row.file_name,
      counts: countsSchema.parse(row.counts),
      at: row.at,
      broughtBy: row.brought_by,
      organisation: row.organisation,
      undoneAt: row.undone_at ?? undefined,
    }));
  });
}

/** The rows that an import did not take; `undefined` when there is no such import, or it is not the actor's to see. */
export async function faultyRowsOf(
  { queries }: FactContext,
  actor: Actor,
  id: string,
): Promise<{ readonly fileName: string; readonly rows: FaultyRows } | undefined> {
  return readAs(queries, actor, async (transaction) => {
    const row = await transaction
      .selectFrom('fact_import')
      .select(['file_name', 'faulty'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined
      ? undefined
      : { fileName: row.file_name, rows: faultyRowsSchema.parse(row.faulty) };
  });
}
