import type { Selectable, Transaction } from 'kysely';
import type { ProgrammeState, Schema } from '@luodi/platform';
import { fundingSchema } from '../domain/funding.ts';
import type { Funding } from '../domain/funding.ts';
import type { ProgrammeDraft } from '../domain/programme.ts';
import { routeSchema } from '../domain/route.ts';
import type { Route } from '../domain/route.ts';

/** A programme as kept. Days are YYYY-MM-DD. */
export interface Programme extends Omit<ProgrammeDraft, 'route' | 'funding'> {
  readonly route: Route;
  readonly funding: Funding;
  readonly matter: string;
  readonly contentVersion: string;
  readonly owner: string;
  readonly state: ProgrammeState;
  readonly publishedAt: Date | null;
  readonly revision: number;
}

function programmeOf(row: Selectable<Schema['programme']>): Programme {
  return {
    id: row.id,
    title: row.title,
    titleEn: row.title_en,
    measure: row.measure,
    matter: row.matter,
    contentVersion: row.content_version,
    manner: row.manner,
    lawDate: row.law_date,
    windowFrom: row.window_from,
    windowUntil: row.window_until,
    route: routeSchema.parse(row.route),
    funding: fundingSchema.parse(row.funding),
    owner: row.owner,
    state: row.state,
    publishedAt: row.published_at,
    revision: row.revision,
  };
}

/** All programmes, the newest first; drafts too, for who may see them. */
export async function listProgrammes(
  transaction: Transaction<Schema>,
): Promise<readonly Programme[]> {
  const rows = await transaction
    .selectFrom('programme')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(programmeOf);
}

export async function findProgramme(
  transaction: Transaction<Schema>,
  id: string,
  lock: 'lock' | 'read' = 'read',
): Promise<Programme | undefined> {
  const query = transaction.selectFrom('programme').selectAll().where('id', '=', id);
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? undefined : programmeOf(row);
}

/** Where a draft belongs and which rules it was configured by. */
export interface DraftOrigin {
  readonly matter: string;
  readonly contentVersion: string;
  readonly owner: string;
  readonly at: Date;
}

function valuesOf(draft: ProgrammeDraft, { matter, contentVersion }: DraftOrigin) {
  return {
    title: draft.title,
    title_en: draft.titleEn,
    measure: draft.measure,
    matter,
    content_version: contentVersion,
    manner: draft.manner,
    law_date: draft.lawDate,
    window_from: draft.windowFrom,
    window_until: draft.windowUntil,
    route: JSON.stringify(draft.route),
    funding: JSON.stringify(draft.funding),
  };
}

/** Answers whether the id was free. */
export async function insertDraft(
  transaction: Transaction<Schema>,
  draft: ProgrammeDraft,
  origin: DraftOrigin,
): Promise<boolean> {
  const added = await transaction
    .insertInto('programme')
    .values({
      ...valuesOf(draft, origin),
      id: draft.id,
      owner: origin.owner,
      state: 'draft',
      created_at: origin.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function replaceDraft(
  transaction: Transaction<Schema>,
  draft: ProgrammeDraft,
  origin: DraftOrigin,
): Promise<void> {
  await transaction
    .updateTable('programme')
    .set((each) => ({ ...valuesOf(draft, origin), revision: each('revision', '+', 1) }))
    .where('id', '=', draft.id)
    .execute();
}

export async function setProgrammeState(
  transaction: Transaction<Schema>,
  id: string,
  state: ProgrammeState,
  at: Date,
): Promise<void> {
  await transaction
    .updateTable('programme')
    .set({ state, ...(state === 'published' ? { published_at: at } : {}) })
    .where('id', '=', id)
    .execute();
}
